/** R05 刚性支出台账: rigid expenses. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const expense = register(
  {
    no: 'R05',
    name: 'expense',
    zh: '刚性支出台账',
    en: 'Rigid expenses',
    subject: 'household',
    key: ['expense_no'],
    mode: 'event',
    date: { field: 'occurred_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['社区', '医保局', '教育局'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'date: occurred_on; one bill is one row and counts once',
    wide: {
      columns: [
        { header: '医疗支出', sets: { expense_type: '1' }, into: 'amount' },
        { header: '教育支出', sets: { expense_type: '2' }, into: 'amount' },
        { header: '住房灾害支出', sets: { expense_type: '3' }, into: 'amount' },
        { header: '意外支出', sets: { expense_type: '4' }, into: 'amount' },
        { header: '照护支出', sets: { expense_type: '5' }, into: 'amount' },
      ],
      undivided: 'reimbursed',
    },
  },
  {
    expense_no: text({
      zh: '票据号',
      en: 'bill number',
      required: 'auto',
      sensitivity: 'internal',
      aliases: ['发票号', '票据编号', '结算单号', '单据号'],
      maxLength: 60,
      auto: { hash: ['household_no', 'person_no', 'expense_type', 'occurred_on', 'amount'] },
      unique: true,
      note: 'added as key: one bill counts once',
    }),
    household_no: ref('household', {
      zh: '户编号',
      en: 'household',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码'],
      by: ['household_no', 'head_id_no'],
      nameHeaders: ['户主姓名', '户主'],
    }),
    expense_type: code('EXPENSE', {
      zh: '支出类别',
      en: 'kind of expense',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['支出类型', '支出项目'],
    }),
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['身份证号', '身份证号码', '公民身份号码', '患者身份证号', '学生身份证号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名', '患者姓名', '学生姓名'],
      note: 'empty = of the household as a whole',
    }),
    amount: money({
      zh: '总额',
      en: 'total',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['总费用', '支出金额', '金额', '医疗总费用'],
      min: 0,
    }),
    reimbursed: money({
      zh: '报销救助额',
      en: 'reimbursed and relieved',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['报销金额', '报销及救助金额', '报销额'],
      min: 0,
      checks: ['reimbursed <= amount'],
      note: 'all layers together (basic insurance, serious-illness insurance, medical relief, other)',
    }),
    self_paid: money({
      zh: '合规自付',
      en: 'own payment',
      required: 'auto',
      sensitivity: 'sensitive',
      aliases: ['自付金额', '个人自付', '合规自付费用'],
      calc: 'amount - reimbursed',
    }),
    occurred_on: date({
      zh: '发生日期',
      en: 'date of expense',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['发生时间', '结算日期', '支出日期'],
      past: true,
    }),
    event_ref: text({
      zh: '灾害/事故编号',
      en: 'disaster or accident number',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['灾害编号', '事故编号'],
      maxLength: 40,
      note: 'filled = the expense comes from a disaster or accident (F03)',
    }),
  },
);
