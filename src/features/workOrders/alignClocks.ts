/** Keeps the clocks of warnings with their order: those on a paused order stand still, whenever they came to it or were opened again; those on another run. */
import { readWorkingCalendars } from '#features/standards/readWorkingCalendar.ts';
import { pauseClocks, resumeClocks } from '#features/warnings/holdClocks.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { isPaused } from './claims.ts';

/** Stops and starts clocks from a moment, for the orders that a condition on `work_order` names. */
export async function alignClocks(tx: Queryable, these: Sql, at: Date): Promise<void> {
  const astray = await tx.query<{ warning_id: number; settlement_code: string; is_paused: boolean }>(sql`
    select distinct warning_id, warning.settlement_code, is_paused
    from (select order_id, ${isPaused} as is_paused from work_order where ${these} and state <> 'closed') held
      join work_order_item using (order_id) join warning using (warning_id) join warning_clock clock using (warning_id, round)
    where left_at is null and case when is_paused then clock.met_at is null and clock.due_at is not null else clock.due_at is null end`);
  const still = astray.filter((row) => row.is_paused);
  if (still.length > 0) await pauseClocks(tx, idsOf(still), at);
  const run = astray.filter((row) => !row.is_paused);
  for (const { settlements, calendar } of await readWorkingCalendars(tx, [...new Set(run.map((row) => row.settlement_code))]))
    await resumeClocks(tx, idsOf(run.filter((row) => settlements.includes(row.settlement_code))), at, calendar);
}

const idsOf = (rows: readonly { readonly warning_id: number }[]): number[] => rows.map((row) => row.warning_id);
