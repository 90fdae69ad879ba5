/** Facts of a dispute 矛盾纠纷. */
import type { SubjectFacts, Theme } from './fact.ts';
import { whenFresh } from './fresh.ts';
import { eventRows } from './rowsAsOf.ts';
import { subject } from './subject.ts';

const isOpen = '(closed_on is null or closed_on > :t)';

const theme: Theme = {
  joins: '',
  facts: [
    {
      name: 'dispute_open',
      type: 'bool',
      unit: '',
      zh: '未结案',
      en: 'not closed',
      reads: ['dispute'],
      means: '纠纷未结案。',
      sql: whenFresh('dispute', isOpen),
    },
    {
      name: 'open_days',
      type: 'int',
      unit: '天',
      zh: '受理后未结天数',
      en: 'days open since acceptance',
      reads: ['dispute'],
      means: '未结案的,自受理日起的天数;已结案为0。',
      sql: whenFresh('dispute', `case when ${isOpen} then :t - accepted_on else 0 end`),
    },
    {
      name: 'dispute_people',
      type: 'int',
      unit: '人',
      zh: '涉及人数',
      en: 'people concerned',
      reads: ['dispute'],
      means: '涉及人数。',
      sql: whenFresh('dispute', 'people'),
    },
    {
      name: 'violent',
      type: 'bool',
      unit: '',
      zh: '暴力或家暴苗头',
      en: 'signs of violence',
      reads: ['dispute'],
      means: '有暴力或家暴的激化标志。',
      sql: whenFresh('dispute', "coalesce(escalation && '{2,4}', false)"),
    },
  ],
};

export const dispute: SubjectFacts = subject({
  kind: 'dispute',
  register: 'dispute',
  keyColumn: 'case_no',
  with: [],
  from: `(${eventRows('dispute', 'case_no, settlement_code, accepted_on, closed_on, people, escalation', 'slice')}
  ) dispute`,
  alias: 'dispute',
  themes: [theme],
});
