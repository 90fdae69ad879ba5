/** Facts of a household: income. */
import type { StatedFact } from '../fact.ts';

export const incomeFacts: readonly StatedFact[] = [
  {
    name: 'income_12m', type: 'double', unit: '元', zh: '近四季度家庭纯收入', en: 'net income of the last four quarters', reads: ['income'],
    means: '最近四个季度(一次性收入除外)净额之和;缺任一季度为未知。',
    sql: `null`,
  },
  {
    name: 'income_per_capita', type: 'double', unit: '元', zh: '人均纯收入', en: 'net income a head', reads: ['income', 'household'],
    means: '近四季度纯收入除以共同生活人口。',
    sql: `null`,
  },
  {
    name: 'income_change_pct', type: 'double', unit: '%', zh: '收入同比变化', en: 'change of net income on the year', reads: ['income'],
    means: '近四季度纯收入比前四季度的变化百分比。',
    sql: `null`,
  },
  {
    name: 'medical_self_paid_12m', type: 'double', unit: '元', zh: '近12个月合规医疗自付', en: 'own medical payments of 12 months', reads: ['expense'],
    means: '近12个月医疗支出合规自付之和。',
    sql: `null`,
  },
  {
    name: 'medical_burden_pct', type: 'double', unit: '%', zh: '医疗自付占收入', en: 'own medical payments as a share of income', reads: ['expense', 'income'],
    means: '医疗自付占近四季度纯收入的百分比;有自付而收入不为正的为999。',
    sql: `null`,
  },
  {
    name: 'income_after_medical_pc', type: 'double', unit: '元', zh: '扣除医疗后人均收入', en: 'income a head after medical payments', reads: ['expense', 'income', 'household'],
    means: '纯收入减医疗自付后的人均额。',
    sql: `null`,
  },
  {
    name: 'rigid_12m', type: 'double', unit: '元', zh: '近12个月刚性支出', en: 'rigid expenses of 12 months', reads: ['expense'],
    means: '近12个月医疗、教育、住房灾害、意外事故、赡养照护自付之和。',
    sql: `null`,
  },
  {
    name: 'income_after_rigid_pc', type: 'double', unit: '元', zh: '扣除刚性支出后人均收入', en: 'income a head after rigid expenses', reads: ['expense', 'income', 'household'],
    means: '纯收入减刚性支出后的人均额。',
    sql: `null`,
  },
  {
    name: 'disaster_12m', type: 'bool', unit: '', zh: '近12个月有灾害事故支出', en: 'disaster or accident in 12 months', reads: ['expense'],
    means: '近12个月有住房灾害、意外事故支出或带灾害事故编号的支出。',
    sql: `null`,
  },
];
