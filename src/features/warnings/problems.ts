/** What can be refused about warnings. */
import { defineProblems } from '#platform/problems/problem.ts';

export const warningProblems = defineProblems('warnings', {
  'not-found': { kind: 'not-found', zh: '没有这条预警，或者它不在您的辖区内。', en: 'There is no such warning, or it lies outside your area.' },
});
