/** What can be refused about items. */
import { defineProblems } from '#platform/problems/problem.ts';

export const itemProblems = defineProblems('items', {
  'unknown-item': { kind: 'not-found', zh: '监测标准中没有“{code}”这一项。', en: 'The standard has no item “{code}”.' },
});
