/** Tells of answers of a visit that wait: those that meet another to the nearest who settle them, refused ones to whoever visited. */
import { type Caller, selvesOf } from '#features/accounts/caller.ts';
import { type NoticeOrder, notify } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { AnswerFate } from './contract.ts';
import type { Home } from './findHome.ts';

/** One notice for each matter of a visit, however many answers it is about. */
export async function tellAnswers(
  tx: Queryable,
  { visit, home, by }: { readonly visit: number; readonly home: Pick<Home, 'no' | 'settlement'>; readonly by: Caller },
  answers: readonly AnswerFate[],
): Promise<void> {
  const countOf = (state: AnswerFate['state']): number => answers.filter((answer) => answer.state === state).length;
  const [conflicts, refused] = [countOf('conflict'), countOf('refused')];
  if (conflicts + refused === 0) return;
  const { place } = await tx.one<{ place: string | null }>(sql`
    select coalesce(building_code, community_code) as place from household where household_no = ${home.no}`);
  const about = { places: [place ?? home.settlement], settlement: home.settlement, object: { kind: 'visit', key: visit } };
  const orders: NoticeOrder[] = [
    { ...about, kind: 'visits.conflicts', words: { visit, count: conflicts }, to: { holders: { knows: selvesOf(by) } } },
    { ...about, kind: 'visits.refused', words: { visit, count: refused }, to: { accounts: [by.account] } },
  ];
  await notify(tx, ...orders.filter(({ kind }) => (kind === 'visits.conflicts' ? conflicts : refused) > 0));
}
