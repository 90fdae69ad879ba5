/** What kinds of notices are about, in the order in which lists show them. */
import { type NoticeKindName, noticeKindOf, noticeKinds } from './noticeKinds.ts';
import type { NoticeKind } from './noticeKind.ts';

const groups = {
  'work-orders': { zh: '工单', en: 'Work orders' },
  warnings: { zh: '预警', en: 'Warnings' },
  appeals: { zh: '诉求', en: 'Appeals' },
  visits: { zh: '走访', en: 'Visits' },
  imports: { zh: '导入', en: 'Imports' },
  registers: { zh: '台账', en: 'Registers' },
  grants: { zh: '授权', en: 'Grants' },
  accounts: { zh: '账号', en: 'Accounts' },
  alerts: { zh: '系统运行', en: 'The house itself' },
} as const;

/** Kinds that are about one thing. */
export interface NoticeGroup {
  readonly zh: string;
  readonly en: string;
  readonly kinds: readonly { readonly name: NoticeKindName; readonly kind: NoticeKind }[];
}

/** All kinds but the test of webhooks by what they are about; of those that a condition leaves out nothing is shown. */
export function groupedKinds(isShown: (kind: NoticeKind, name: NoticeKindName) => boolean): NoticeGroup[] {
  const all = (Object.keys(noticeKinds) as NoticeKindName[]).map((name) => ({ name, kind: noticeKindOf(name) }));
  return Object.entries(groups).flatMap(([noun, { zh, en }]) => {
    const kinds = all.filter(({ name, kind }) => name.startsWith(`${noun}.`) && isShown(kind, name));
    return kinds.length === 0 ? [] : [{ zh, en, kinds }];
  });
}
