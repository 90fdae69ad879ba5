/** How often items are right: what those said who checked their warnings, the last word of each round of a warning, by the month in which it was given. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import type { ItemVerdicts } from './contract.ts';

/** Months that are counted, this one among them. */
const monthsBack = 12;

/** The verdicts of the last twelve months inside the scope, of one item or of all. A word that was taken back, or that asks for more facts, is no verdict. */
export async function countVerdicts(database: ScopedDatabase, item: string | undefined, today: string): Promise<ItemVerdicts> {
  const from = firstMonth(today);
  const rows = await database.query<ItemVerdicts['rows'][number]>(sql`
    with judged as (
      select distinct warning_id, item_code from warning_event checked join warning using (warning_id)
      where checked.kind = 'check' and ${database.within('checked.settlement_code')} and ${database.inPlace('warning')}
        and ${database.withinItems('warning.item_code', 'warning.settlement_code')} and (${item ?? null}::text is null or warning.item_code = ${item ?? null})
    ), said as (
      select warning_id, item_code, event_id, kind, given->>'verdict' as verdict, happened_at,
        count(*) filter (where kind in ('relapse', 'worsen', 'take-up')) over (partition by warning_id order by event_id) as round
      from judged join warning_event using (warning_id) where kind in ('check', 'correct', 'relapse', 'worsen', 'take-up')
    ), last_word as (
      select distinct on (warning_id, round) item_code, verdict, to_char(happened_at at time zone 'Asia/Shanghai', 'YYYY-MM-01') as month
      from said where kind in ('check', 'correct') order by warning_id, round, event_id desc
    )
    select item_code as item, month, (count(*) filter (where verdict = '1'))::integer as confirmed, (count(*) filter (where verdict = '2'))::integer as solved,
      (count(*) filter (where verdict = '3'))::integer as wrong
    from last_word where verdict in ('1', '2', '3') and month >= ${from} group by 1, 2 order by 1, 2`);
  return { from, rows };
}

function firstMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - monthsBack, 1)).toISOString().slice(0, 10);
}
