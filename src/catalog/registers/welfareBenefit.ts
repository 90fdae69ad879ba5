/** R09 养老与福利待遇台账: pensions and welfare benefits. */
import { code } from '../kinds/code.ts';
import { money } from '../kinds/money.ts';
import { month } from '../kinds/month.ts';
import { ref } from '../kinds/ref.ts';
import { register } from './register.ts';

export const welfareBenefit = register(
  {
    no: 'R09',
    name: 'welfare_benefit',
    zh: '养老与福利待遇台账',
    en: 'Pensions and welfare benefits',
    subject: 'person',
    key: ['person_no', 'benefit_type'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['人社局', '民政局', '残联', '退役军人局'],
    sensitivity: 'sensitive',
    settlementVia: ['person_no'],
    wide: {
      columns: [
        { header: '高龄津贴', sets: { benefit_type: '3', status: '3' }, into: 'amount' },
        { header: '残疾人两项补贴', sets: { benefit_type: '4', status: '3' }, into: 'amount' },
        { header: '特困供养', sets: { benefit_type: '5', status: '3' }, into: 'amount' },
        { header: '孤儿保障', sets: { benefit_type: '6', status: '3' }, into: 'amount' },
      ],
    },
  },
  {
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名'],
    }),
    benefit_type: code('BENEFIT', {
      zh: '待遇种类',
      en: 'kind of benefit',
      required: 'yes',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['待遇类型', '待遇类别', '险种'],
    }),
    status: code('BENEFIT_ST', {
      zh: '参保/享受状态',
      en: 'state',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['参保状态', '享受状态', '待遇状态'],
    }),
    from_month: month({
      zh: '缴费/享受起月',
      en: 'from month',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['享受起始月', '缴费起始月', '起始月份'],
    }),
    last_month: month({
      zh: '最近缴费/发放月',
      en: 'last month paid',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['最近缴费月', '最近发放月', '最后发放月份'],
      checks: ["last_month is not null or status = '5'"],
    }),
    amount: money({ zh: '金额', en: 'amount', required: 'no', sensitivity: 'sensitive', aliases: ['月发放金额', '待遇金额', '缴费金额'], min: 0 }),
    disability: code('DISABILITY', {
      zh: '残疾类别',
      en: 'kind of disability',
      required: 'no',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['残疾类型'],
    }),
    disability_grade: code('DISABILITY_GRADE', {
      zh: '残疾等级',
      en: 'grade of disability',
      required: 'no',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['残疾级别'],
      note: 'added: type and grade are two lists',
    }),
  },
);
