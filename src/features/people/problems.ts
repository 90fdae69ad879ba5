/** What can be refused about hidden values of people. */
import { defineProblems } from '#platform/problems/problem.ts';

export const peopleProblems = defineProblems('people', {
  'not-found': { kind: 'not-found', zh: '没有这一项，或者它不在您的辖区内。', en: 'There is no such value, or it lies outside your area.' },
  'not-revealed': { kind: 'invalid', zh: '这个字段没有可查看的完整内容。', en: 'This field has no hidden value to show.' },
  withheld: {
    kind: 'not-allowed',
    zh: '涉及未成年人或健康信息，您无权查看。',
    en: 'It concerns a minor or health and is not for you to see.',
  },
  restricted: {
    kind: 'not-allowed',
    zh: '本人的信息已限制处理，这里不能查看。',
    en: 'The data of this person are restricted and are not shown here.',
  },
  'too-many': {
    kind: 'too-much',
    zh: '一小时内最多查看 {limit} 次完整信息，您已用完，请 {minutes} 分钟后再试。',
    en: 'At most {limit} whole values may be shown in an hour and you have had them; try again in {minutes} min.',
  },
});
