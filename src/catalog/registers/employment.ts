/** R10 就业务工台账: employment. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { uscc } from '../kinds/uscc.ts';
import { register } from './register.ts';

export const employment = register(
  {
    no: 'R10',
    name: 'employment',
    zh: '就业务工台账',
    en: 'Employment',
    subject: 'person',
    key: ['person_no'],
    mode: 'state',
    every: 'week',
    staleAfterDays: 14,
    departments: ['人社局', '社区'],
    sensitivity: 'sensitive',
    settlementVia: ['person_no'],
    note: 'S topic; one current state a person, earlier states in the history',
  },
  {
    person_no: ref('person', { zh: '证件号码', en: 'person', required: 'yes', sensitivity: 'personal', aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'], by: ['person_no', 'id_no'], nameHeaders: ['姓名'] }),
    emp_status: code('EMP', { zh: '就业状态', en: 'state of employment', required: 'yes', sensitivity: 'personal', aliases: ['就业情况', '是否就业', '就业失业状态'], accept: { 是: '1', 已就业: '1', 否: '2', 失业: '2' } }),
    emp_form: code('EMP_FORM', { zh: '就业形式', en: 'form of employment', required: 'no', sensitivity: 'personal', aliases: ['就业类型', '就业渠道', '务工类型'], checks: ['emp_form is not null or emp_status <> \'1\''] }),
    employer_name: text({ zh: '用人单位', en: 'employer', required: 'no', sensitivity: 'personal', aliases: ['原用人单位', '务工单位', '就业单位', '务工企业', '单位名称', '企业名称'], maxLength: 100, note: 'the last employer when out of work (C04)' }),
    employer_uscc: uscc({ zh: '统一社会信用代码', en: 'employer code', required: 'no', sensitivity: 'internal', aliases: ['信用代码', '企业信用代码'] }),
    industry: code('INDUSTRY', { zh: '行业', en: 'industry', required: 'no', sensitivity: 'internal', aliases: ['所属行业', '行业类别'] }),
    work_region: code('REGION', { zh: '务工地', en: 'place of work', required: 'no', sensitivity: 'personal', aliases: ['务工地点', '就业地', '务工省份', '务工地区'], acceptPrefix: true, checks: ['work_region is not null or emp_status <> \'1\''] }),
    monthly_wage: money({ zh: '月收入', en: 'monthly wage', required: 'no', sensitivity: 'sensitive', aliases: ['月工资', '工资收入', '月均收入', '月工资收入'], min: 0, max: 100000 }),
    contract_type: code('CONTRACT', { zh: '合同类型', en: 'contract', required: 'no', sensitivity: 'internal', aliases: ['劳动合同类型', '合同签订情况'] }),
    start_on: date({ zh: '起始日期', en: 'from', required: 'no', sensitivity: 'personal', aliases: ['务工时间', '就业时间', '外出时间', '就业日期', '开始时间'], past: true, checks: ['start_on is not null or emp_status <> \'1\''] }),
    end_on: date({ zh: '结束日期', en: 'to', required: 'no', sensitivity: 'personal', aliases: ['结束时间', '离职日期'], checks: ['end_on is null or end_on >= start_on'] }),
    unemployed_on: date({ zh: '失业日期', en: 'unemployed since', required: 'no', sensitivity: 'personal', aliases: ['失业时间', '返乡日期'], past: true, warns: ['unemployed_on is null and emp_status = \'2\''] }),
    job_wish: code('WISH', { zh: '求职意愿', en: 'wish to work', required: 'yes', sensitivity: 'personal', aliases: ['就业意愿', '求职意向'] }),
    exempt_reason: code('EMP_EXEMPT', { zh: '暂不能就业原因', en: 'why not available', required: 'no', sensitivity: 'sensitive', aliases: ['不能就业原因', '未就业原因', '无法就业原因'], checks: ['exempt_reason is null or emp_status <> \'1\''], note: 'added (C01)' }),
    guidance_count: int({ zh: '职业指导次数', en: 'times guided since unemployed', required: 'no', sensitivity: 'internal', aliases: ['指导次数'], min: 0, note: 'added (C02: 131 service); counted since unemployed_on' }),
    offer_count: int({ zh: '岗位推荐次数', en: 'jobs offered since unemployed', required: 'no', sensitivity: 'internal', aliases: ['推荐岗位次数', '推荐次数'], min: 0, note: 'added (C02: 131 service); counted since unemployed_on' }),
    refused_count: int({ zh: '拒绝推荐次数', en: 'suitable offers refused', required: 'no', sensitivity: 'personal', aliases: ['拒绝岗位次数', '拒绝次数'], min: 0, checks: ['refused_count is null or offer_count is null or refused_count <= offer_count'], note: 'added (C01, C02: three refusals end the claim to help)' }),
    arrears_days: int({ zh: '工资拖欠天数', en: 'days of wage arrears', required: 'no', sensitivity: 'personal', aliases: ['欠薪天数', '拖欠天数'], min: 0, warns: ['arrears_days is null and emp_status = \'1\''], note: 'as at confirmed_on; 0 = none, empty = not stated' }),
    arrears_amount: money({ zh: '拖欠金额', en: 'wage arrears', required: 'no', sensitivity: 'sensitive', aliases: ['欠薪金额', '拖欠工资金额'], min: 0, note: 'added (C05)' }),
    confirmed_type: code('COLLECT', { zh: '确认方式', en: 'way of confirming', required: 'yes', sensitivity: 'internal', aliases: ['核实方式', '采集方式'] }),
    confirmed_on: date({ zh: '确认日期', en: 'confirmed on', required: 'yes', sensitivity: 'internal', aliases: ['核实日期', '采集日期', '更新日期', '摸底日期'], past: true }),
  },
);
