/** R23 医保与健康服务台账: medical insurance and health services. */
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const healthService = register(
  {
    no: 'R23',
    name: 'health_service',
    zh: '医保与健康服务台账',
    en: 'Medical insurance and health services',
    subject: 'person',
    key: ['person_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['医保局', '卫健局'],
    sensitivity: 'sensitive',
    about: 'health',
    settlementVia: ['person_no'],
    note: 'one current row a person; earlier insurance years in the history',
  },
  {
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名', '参保人', '参保人姓名'],
    }),
    insurance_type: code('MEDINS', {
      zh: '医保险种',
      en: 'insurance scheme',
      required: 'yes',
      sensitivity: 'sensitive',
      aliases: ['参保险种', '险种', '参保类型', '医保类型'],
    }),
    ins_year: int({
      zh: '参保年度',
      en: 'insurance year',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['医保年度', '年度', '缴费年度'],
      min: 2016,
      max: 2100,
      note: 'the latest year paid for, or the year for which the person is listed as 未参保',
    }),
    paid_on: date({
      zh: '缴费日期',
      en: 'premium paid on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['缴费时间', '参保日期'],
      past: true,
      checks: ["paid_on is not null or insurance_type in ('2','4')"],
      note: 'empty for 未参保 and for the employee scheme',
    }),
    aid_type: code('MED_AID', {
      zh: '资助类别',
      en: 'subsidy of the premium',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['资助类型', '参保资助类别'],
    }),
    doctor: text({
      zh: '签约医生',
      en: 'contracted doctor',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['家庭医生', '签约医生姓名', '家庭医生姓名'],
      maxLength: 50,
      note: 'name; changed from a reference',
    }),
    signed_on: date({
      zh: '签约日期',
      en: 'contract signed on',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['签约时间', '家庭医生签约日期'],
      past: true,
    }),
    chronic: codes('CHRONIC', {
      zh: '慢病类别',
      en: 'chronic illness',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['慢性病类型', '慢病种类', '病种'],
      note: 'code 4 restricted to health roles',
    }),
    last_followup_on: date({
      zh: '最近随访日期',
      en: 'last follow-up on',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['随访日期', '末次随访日期'],
      past: true,
      note: 'added (E03)',
    }),
    followup_due: date({
      zh: '下次随访日期',
      en: 'next follow-up due on',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['随访到期日', '应随访日期'],
    }),
    self_paid_12m: money({
      zh: '年度合规自付',
      en: 'own payment of the last 12 months',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['合规自付费用', '年度自付金额', '个人自付费用'],
      min: 0,
      note: 'after all layers of insurance, before med_relief',
    }),
    med_relief: money({
      zh: '救助金额',
      en: 'medical relief',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['医疗救助金额', '救助额'],
      min: 0,
    }),
  },
);
