/** What can be refused about settings. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('standards', {
  'hours-reversed': {
    kind: 'invalid',
    zh: '上班时间（{opens}）须早于下班时间（{closes}）。',
    en: 'The working day has to open ({opens}) before it closes ({closes}).',
  },
  'limit-beyond-law': {
    kind: 'invalid',
    zh: '“{name}”超出《信访工作条例》的规定（{bound}）。单位的时限只能更短，诉求人的期限只能更长。',
    en: '“{nameEn}” goes beyond what the law gives ({boundEn}): an office may be given less, an appellant more.',
  },
});
