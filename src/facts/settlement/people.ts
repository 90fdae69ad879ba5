/** Facts of a settlement: people. */
import type { StatedFact } from '../fact.ts';

export const peopleFacts: readonly StatedFact[] = [
  {
    name: 'person_count', type: 'int', unit: '人', zh: '常住人数', en: 'residents', reads: ['person', 'household'],
    means: '安置点的在户人数。',
    sql: `null`,
  },
  {
    name: 'household_count', type: 'int', unit: '户', zh: '户数', en: 'households', reads: ['household'],
    means: '安置点的户数。',
    sql: `null`,
  },
];
