/** R08 低保及农转城台账: subsistence allowance and 农转城. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { month } from '../kinds/month.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const subsistenceAllowance = register(
  {
    no: 'R08',
    name: 'subsistence_allowance',
    zh: '低保及农转城台账',
    en: 'Subsistence allowance and 农转城',
    subject: 'household',
    key: ['household_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['民政局'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'S topic; one current file a household; convert_month stays after the allowance ends',
  },
  {
    household_no: ref('household', { zh: '户编号', en: 'household', required: 'yes', sensitivity: 'internal', aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码', '证件号码', '身份证号', '身份证号码', '公民身份号码'], by: ['household_no', 'head_id_no', 'member_id_no'], nameHeaders: ['户主姓名', '户主', '姓名'], note: 'an identity number may be the head\'s or any living member\'s' }),
    dibao_no: text({ zh: '低保证号', en: 'allowance file number', required: 'no', sensitivity: 'personal', aliases: ['低保证编号', '低保证号码', '救助证号'], maxLength: 30 }),
    dibao_type: code('DIBAO', { zh: '低保类型', en: 'rural or urban', required: 'yes', sensitivity: 'sensitive', aliases: ['低保类别', '城乡类别', '保障类型'] }),
    dibao_class: code('DIBAO_CLASS', { zh: '低保档次', en: 'class', required: 'no', sensitivity: 'sensitive', aliases: ['低保等级', '类别档次'], note: 'added' }),
    applied_on: date({ zh: '低保申请日期', en: 'allowance applied for on', required: 'no', sensitivity: 'sensitive', aliases: ['申请日期', '申请时间'], past: true, note: 'added (F04)' }),
    decision: code('DIBAO_DECISION', { zh: '审核结果', en: 'decision', required: 'auto', sensitivity: 'sensitive', aliases: ['审批结果', '审批结论'], default: '1', note: 'added (F04)' }),
    approved_on: date({ zh: '批准日期', en: 'approved on', required: 'no', sensitivity: 'sensitive', aliases: ['批准时间'], past: true, checks: ['approved_on is not null or decision <> \'1\''], note: 'empty while pending or refused' }),
    decided_on: date({ zh: '决定日期', en: 'decided on', required: 'no', sensitivity: 'sensitive', aliases: ['审批日期', '审批时间', '审核日期'], past: true, checks: ['decided_on is null or applied_on is null or decided_on >= applied_on'], note: 'added (F04): the day of the decision, also of a refusal' }),
    decision_reason: text({ zh: '不予批准理由', en: 'written reason for refusal', required: 'no', sensitivity: 'sensitive', aliases: ['不予批准原因', '不批准原因', '拒绝理由'], maxLength: 500, note: 'added (F04): a refusal without it is itself a finding' }),
    insured_count: int({ zh: '保障人数', en: 'persons covered', required: 'yes', sensitivity: 'sensitive', aliases: ['低保人数', '保障人口', '享受人数'], min: 0, max: 30 }),
    monthly_amount: money({ zh: '月保障金额', en: 'monthly amount', required: 'yes', sensitivity: 'sensitive', aliases: ['月低保金', '月保障金', '保障金额', '月发放金额'], min: 0 }),
    convert_apply: date({ zh: '农转城申请日期', en: 'conversion applied for on', required: 'no', sensitivity: 'sensitive', aliases: ['转城申请日期', '转换申请日期'], past: true }),
    convert_month: month({ zh: '农转城生效月', en: 'converted from month', required: 'no', sensitivity: 'sensitive', aliases: ['转城低保月份', '农转城月份', '转换月份'], checks: ['convert_month is null or dibao_type = \'2\''] }),
    old_stop_month: month({ zh: '原待遇停发月', en: 'old payment stopped from month', required: 'no', sensitivity: 'sensitive', aliases: ['农低保停发月'] }),
    last_paid_month: month({ zh: '最近发放月', en: 'last month paid', required: 'no', sensitivity: 'sensitive', aliases: ['最后发放月份', '发放月份', '最近发放月份'], note: 'empty only before the first payment' }),
    review_due: date({ zh: '下次核查日期', en: 'next review due on', required: 'no', sensitivity: 'sensitive', aliases: ['复核日期', '下次复核日期', '核查到期日'] }),
    stop_reason: code('STOP', { zh: '停发原因', en: 'reason of stopping', required: 'no', sensitivity: 'sensitive', aliases: ['停保原因', '退出原因'] }),
    stop_month: month({ zh: '停发月', en: 'stopped from month', required: 'no', sensitivity: 'sensitive', aliases: ['停保月份', '停发月份'], checks: ['(stop_month is null) = (stop_reason is null)'], note: 'added: in the allowance at T: decision = \'1\' and (stop_month empty or after the month of T)' }),
  },
);
