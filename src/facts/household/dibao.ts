/** Facts of a household: dibao. */
import type { StatedFact } from '../fact.ts';

export const dibaoFacts: readonly StatedFact[] = [
  {
    name: 'on_dibao', type: 'bool', unit: '', zh: '享受低保', en: 'receives subsistence allowance', reads: ['subsistence_allowance'],
    means: '低保已批准、审核通过且未停发。',
    sql: `null`,
  },
  {
    name: 'dibao_unpaid_months', type: 'int', unit: '月', zh: '低保未发放月数', en: 'months of unpaid allowance', reads: ['subsistence_allowance'],
    means: '享受低保的,自最近发放月(或批准前一月)起未发的月数;其余为0。',
    sql: `null`,
  },
  {
    name: 'dibao_review_overdue_days', type: 'int', unit: '天', zh: '低保核查逾期天数', en: 'days of overdue review', reads: ['subsistence_allowance'],
    means: '享受低保的,下次核查日期已过的天数;其余为0。',
    sql: `null`,
  },
  {
    name: 'dibao_over_insured', type: 'bool', unit: '', zh: '保障人数多于现有人口', en: 'more persons covered than present', reads: ['subsistence_allowance', 'person'],
    means: '享受低保且保障人数多于家庭现有人口。',
    sql: `null`,
  },
  {
    name: 'dibao_refused_unexplained', type: 'bool', unit: '', zh: '低保不予批准未书面说明', en: 'allowance refused without written reason', reads: ['subsistence_allowance'],
    means: '近365天决定不予批准且未写理由。',
    sql: `null`,
  },
];
