/** What can be refused about households. */
import { defineProblems } from '#platform/problems/problem.ts';

export const householdProblems = defineProblems('households', {
  'not-found': { kind: 'not-found', zh: '没有这一户，或者它不在您的辖区内。', en: 'There is no such household, or it lies outside your area.' },
});
