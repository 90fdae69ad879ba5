/** Tells of what an evaluated day brought: new red warnings, and those that came back, in numbers by community, or by settlement for what belongs to none. Of the silent period only those hear who see it. */
import { type NoticeOrder, notify } from '#features/notices/notify.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';

/** Warnings that were raised as red or rose to it, and those that relapsed or are worse than when they were judged false. */
export interface LedgerNews {
  readonly red: readonly number[];
  readonly cameBack: readonly number[];
}

interface PlaceNews {
  readonly settlement: string;
  readonly area: string;
  readonly place: string;
  readonly red: number;
  readonly silent: number;
  readonly back: number;
}

/** One notice for each place and matter. What is cleared already, held back by its cause or silenced asks nobody for anything. */
export async function tellLedger(tx: Transaction, day: string, { red, cameBack }: LedgerNews): Promise<void> {
  if (red.length + cameBack.length === 0) return;
  const isBack = sql`warning_id = any(${cameBack}::bigint[])`;
  const isSilent = sql`coalesce(silent_until >= ${day}::date, false)`;
  const news = await tx.query<PlaceNews>(sql`
    select warning.settlement_code as settlement, coalesce(community_code, warning.settlement_code) as area,
      coalesce(community.name, settlement_name, warning.settlement_code) as place,
      ${counted(sql`not ${isBack} and not ${isSilent}`)} as red, ${counted(sql`not ${isBack} and ${isSilent}`)} as silent, ${counted(sql`${isBack} and not ${isSilent}`)} as back
    from warning left join settlement on settlement.settlement_code = warning.settlement_code left join street_community community on area_code = community_code
    where warning_id = any(${[...red, ...cameBack]}::bigint[]) and stage in ('raised', 'signed', 'checked', 'handled')
      and held_back_by = '{}' and coalesce(silenced_until <= ${day}::date, true)
    group by 1, 2, 3 order by 1, 2`);
  await notify(tx, ...news.flatMap(noticesOf));
}

const counted = (condition: Sql): Sql => sql`(count(*) filter (where ${condition}))::integer`;

function noticesOf({ settlement, area, place, red, silent, back }: PlaceNews): NoticeOrder[] {
  const about = { to: { holders: {} }, places: [area], settlement };
  const all: NoticeOrder[] = [
    { ...about, kind: 'warnings.red', words: { place, count: red } },
    { ...about, kind: 'warnings.red-silent', words: { place, count: silent } },
    { ...about, kind: 'warnings.came-back', words: { place, count: back } },
  ];
  return all.filter(({ words }) => 'count' in words && words.count !== 0);
}
