/** Every kind of notice that there is; each room declares its own in a file of its own. */
import { accountNotices } from './accountNotices.ts';
import { alertNotices } from './alertNotices.ts';
import { appealNotices } from './appealNotices.ts';
import { importNotices } from './importNotices.ts';
import type { NoticeKind, WordsOf } from './noticeKind.ts';
import { registerNotices } from './registerNotices.ts';
import { visitNotices } from './visitNotices.ts';
import { warningNotices } from './warningNotices.ts';
import { webhookNotices } from './webhookNotices.ts';
import { workOrderNotices } from './workOrderNotices.ts';

export const noticeKinds = {
  ...workOrderNotices,
  ...warningNotices,
  ...appealNotices,
  ...visitNotices,
  ...importNotices,
  ...registerNotices,
  ...accountNotices,
  ...alertNotices,
  ...webhookNotices,
} as const;

/** The name of a kind: `noun.what`. */
export type NoticeKindName = keyof typeof noticeKinds;

/** The values that a notice of a kind names. */
export type NoticeWords<Name extends NoticeKindName> = WordsOf<(typeof noticeKinds)[Name]>;

/** The kind of a name as the general shape. */
export const noticeKindOf = (name: NoticeKindName): NoticeKind => noticeKinds[name];

/** Whether a text is the name of a kind. */
export const isNoticeKind = (name: string): name is NoticeKindName => Object.hasOwn(noticeKinds, name);

/** Whether systems and robots outside may be told of a kind. */
export const leavesToSystems = (name: string): name is NoticeKindName => isNoticeKind(name) && noticeKindOf(name).onlyTo === undefined;
