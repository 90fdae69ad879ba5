/** Facts of a facility. */
import type { StatedFact } from './fact.ts';

export const facilityFacts: readonly StatedFact[] = [
  {
    name: 'operating', type: 'bool', unit: '', zh: '应开放', en: 'should be open', reads: ['facility'],
    means: '设施已启用,状态为在用、停用或未开放。',
    sql: `null`,
  },
  {
    name: 'closed_days', type: 'int', unit: '天', zh: '停用天数', en: 'days closed', reads: ['facility'],
    means: '停用或未开放的,自状态起始日起的天数;其余为0。',
    sql: `null`,
  },
  {
    name: 'announced', type: 'bool', unit: '', zh: '已预告停用', en: 'closure announced', reads: ['service_log'],
    means: '有提前3天预告的、未恢复的停用。',
    sql: `null`,
  },
];
