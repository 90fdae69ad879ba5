/** Facts of a dispute. */
import type { StatedFact } from './fact.ts';

export const disputeFacts: readonly StatedFact[] = [
  {
    name: 'dispute_open', type: 'bool', unit: '', zh: '未结案', en: 'not closed', reads: ['dispute'],
    means: '纠纷未结案。',
    sql: `null`,
  },
  {
    name: 'open_days', type: 'int', unit: '天', zh: '受理后未结天数', en: 'days open since acceptance', reads: ['dispute'],
    means: '未结案的,自受理日起的天数;已结案为0。',
    sql: `null`,
  },
  {
    name: 'dispute_people', type: 'int', unit: '人', zh: '涉及人数', en: 'people concerned', reads: ['dispute'],
    means: '涉及人数。',
    sql: `null`,
  },
  {
    name: 'violent', type: 'bool', unit: '', zh: '暴力或家暴苗头', en: 'signs of violence', reads: ['dispute'],
    means: '有暴力或家暴的激化标志。',
    sql: `null`,
  },
];
