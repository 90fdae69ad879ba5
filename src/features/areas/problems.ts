/** What can be refused about areas. */
import { defineProblems } from '#platform/problems/problem.ts';

export const areaProblems = defineProblems('areas', {
  'unknown-area': {
    kind: 'not-found',
    zh: '没有编码为“{code}”的区域，或者它不在您的辖区内。',
    en: 'There is no area with the code “{code}”, or it lies outside your area.',
  },
});
