/** What can be refused about the calendar. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('calendar', {
  'county-not-here': {
    kind: 'not-found',
    zh: '没有这个县（市），或者它不在您的辖区内。',
    en: 'There is no such county, or it lies outside your area.',
  },
  'day-unknown': { kind: 'invalid', zh: '工作日历只到2099年。', en: 'The calendar ends with 2099.' },
});
