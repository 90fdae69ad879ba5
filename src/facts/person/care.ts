/** Facts of a child at risk: care visits, guardianship, incidents. */
import type { StatedFact } from '../fact.ts';

export const careFacts: readonly StatedFact[] = [
  {
    name: 'at_risk_child', type: 'bool', unit: '', zh: '留守困境儿童', en: 'child left behind or in hardship', reads: ['person'],
    means: '不满18周岁,且属孤儿、事实无人抚养、留守、困境或残疾。',
    sql: `null`,
  },
  {
    name: 'days_since_care', type: 'int', unit: '天', zh: '距上次关爱走访天数', en: 'days since the last care visit', reads: ['visit', 'household', 'person'],
    means: '自最近一次见到本人(或走访全户)的走访起的天数,不早于入住和出生。',
    sql: `null`,
  },
  {
    name: 'nobody_guards', type: 'bool', unit: '', zh: '无人监护', en: 'nobody guards', reads: ['person'],
    means: '监护状况为无人监护。',
    sql: `null`,
  },
  {
    name: 'child_incident', type: 'bool', unit: '', zh: '近30天受侵害或意外', en: 'harm or accident in the last 30 days', reads: ['visit'],
    means: '近30天走访(本人或全户)发现侵害或意外。',
    sql: `null`,
  },
];
