/** Tells of what an evaluated day brought: new red warnings, and those that came back, in numbers by community, or by settlement for what belongs to none. Of the silent period only those hear who see it; what only the prefecture would hear of is told there once a day (`tellRed.ts`). */
import { type NoticeOrder, notify } from '#features/notices/notify.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { besidePlace, findHeard, type HeardPlace, placeOfWarning } from './heardBelow.ts';

/** Warnings that were raised as red or rose to it, and those that relapsed or are worse than when they were judged false. */
export interface LedgerNews {
  readonly red: readonly number[];
  readonly cameBack: readonly number[];
}

interface PlaceNews extends HeardPlace {
  readonly place: string;
  readonly red: number;
  readonly silent: number;
  readonly back: number;
}

/** What is cleared already, held back by its cause or silenced asks nobody for anything. */
export const asksSomebody = (day: string): Sql => sql`(warning.stage in ('raised', 'signed', 'checked', 'handled')
  and warning.held_back_by = '{}' and coalesce(warning.silenced_until <= ${day}::date, true))`;

/** The three numbers that are told, of warnings that came back or else are red. */
export const newsOf = (isBack: Sql, day: string): Sql => {
  const isSilent = sql`coalesce(warning.silent_until >= ${day}::date, false)`;
  return sql`${counted(sql`not ${isBack} and not ${isSilent}`)} as red, ${counted(sql`not ${isBack} and ${isSilent}`)} as silent,
    ${counted(sql`${isBack} and not ${isSilent}`)} as back`;
};

const counted = (condition: Sql): Sql => sql`(count(*) filter (where ${condition}))::integer`;

/** One notice for each place and matter. */
export async function tellLedger(tx: Transaction, day: string, { red, cameBack }: LedgerNews): Promise<void> {
  if (red.length + cameBack.length === 0) return;
  const news = await tx.query<PlaceNews>(sql`
    select ${placeOfWarning}, coalesce(community.name, settlement_name, warning.settlement_code) as place,
      ${newsOf(sql`warning_id = any(${cameBack}::bigint[])`, day)}
    from warning ${besidePlace} left join street_community community on community.area_code = warning.community_code
    where warning_id = any(${[...red, ...cameBack]}::bigint[]) and ${asksSomebody(day)}
    group by 1, 2, 3, 4, 5 order by 2, 1`);
  if (news.length === 0) return;
  const dispatched = await findHeard(tx, 'work-orders.dispatch', news, day);
  const seen = await findHeard(tx, 'warnings.silent', news, day);
  await notify(tx, ...news.flatMap((place) => noticesOf(place, dispatched(place), seen(place))));
}

function noticesOf({ settlement, area, place, red, silent, back }: PlaceNews, isDispatched: boolean, isSeen: boolean): NoticeOrder[] {
  const about = { to: { holders: {} }, places: [area], settlement };
  return [
    ...(isDispatched && red > 0 ? [{ ...about, kind: 'warnings.red', words: { place, count: red } } as const] : []),
    ...(isSeen && silent > 0 ? [{ ...about, kind: 'warnings.red-silent', words: { place, count: silent } } as const] : []),
    ...(isDispatched && back > 0 ? [{ ...about, kind: 'warnings.came-back', words: { place, count: back } } as const] : []),
  ];
}
