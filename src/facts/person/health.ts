/** Facts of a person about medical insurance and the family doctor. */
import type { StatedFact } from '../fact.ts';

export const healthFacts: readonly StatedFact[] = [
  {
    name: 'medins_required', type: 'bool', unit: '', zh: '应参加基本医保', en: 'must be in basic medical insurance', reads: ['person'],
    means: '出生超过90天,且不属现役军人、出国出境、服刑羁押。',
    sql: `null`,
  },
  {
    name: 'medins_gap_days', type: 'int', unit: '天', zh: '本年未参保天数', en: 'days without medical insurance this year', reads: ['health_service', 'person'],
    means: '本年度已参保为0;否则自年初(或出生满90天)起的天数,首日为1。',
    sql: `null`,
  },
  {
    name: 'medins_next_paid', type: 'bool', unit: '', zh: '下年度已参保', en: 'insured for the next year', reads: ['health_service'],
    means: '职工医保本年度有效,或其他险种已缴下年度。',
    sql: `null`,
  },
  {
    name: 'medins_days_left', type: 'int', unit: '天', zh: '距集中缴费截止天数', en: 'days left to pay', reads: ['person'],
    means: '至当年12月31日的天数。',
    sql: `null`,
  },
  {
    name: 'medins_group', type: 'int', unit: '类', zh: '参保保障类别', en: 'group of protection', reads: ['health_service', 'household', 'person'],
    means: '3=低保、特困、孤儿、事实无人抚养、重病;2=脱贫户、慢病;1=其余。',
    sql: `null`,
  },
  {
    name: 'key_health_group', type: 'bool', unit: '', zh: '重点健康人群', en: 'key health group', reads: ['health_service', 'person'],
    means: '满65周岁、不满7周岁、残疾、慢病、精神障碍或孕产妇。',
    sql: `null`,
  },
  {
    name: 'doctor_signed', type: 'bool', unit: '', zh: '已签约家庭医生', en: 'family doctor signed', reads: ['health_service'],
    means: '有签约医生且已签约。',
    sql: `null`,
  },
  {
    name: 'followup_overdue_days', type: 'int', unit: '天', zh: '随访逾期天数', en: 'days of overdue follow-up', reads: ['health_service'],
    means: '下次随访日期已过的天数;无慢病且未填为0。',
    sql: `null`,
  },
];
