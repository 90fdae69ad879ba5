/** What is told about visits: answers that wait for a person. */
import type { NoticeKind } from './noticeKind.ts';

export const visitNotices = {
  'visits.conflicts': {
    zh: '走访答复待核定',
    en: 'Answers of a visit to be settled',
    says: {
      zh: '走访 {visit} 有 {count} 项答复与台账不一致，等待核定。',
      en: 'Visit {visit} has {count} answers that differ from the registers and wait to be settled.',
    },
    urgency: 'usual',
    link: '/visits/answers',
    because: { zh: '您负责核定走访答复。', en: 'You settle answers of visits.' },
    concerns: 'visits.settle',
  },
  'visits.refused': {
    zh: '走访答复未通过核验',
    en: 'Answers of a visit refused',
    says: {
      zh: '您的走访 {visit} 有 {count} 项答复没有通过核验，请更正。',
      en: '{count} answers of your visit {visit} did not pass the checks: correct them.',
    },
    urgency: 'usual',
    link: '/visits/answers',
    because: { zh: '这次走访是您登记的。', en: 'You recorded this visit.' },
    concerns: 'visits.write',
  },
} as const satisfies Readonly<Record<string, NoticeKind>>;
