/** Keeps the clocks of warnings with their order: those on a paused order stand still, whenever they came to it or were opened again; those on another run. */
import { readWorkingCalendar } from '#features/standards/readWorkingCalendar.ts';
import { pauseClocks, resumeClocks } from '#features/warnings/holdClocks.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { orderClaims } from './claims.ts';

/** Stops and starts clocks from a moment, for the orders that a condition on `work_order` names. */
export async function alignClocks(tx: Queryable, these: Sql, at: Date): Promise<void> {
  const astray = await tx.query<{ warning_id: number; is_paused: boolean }>(sql`
    select distinct warning_id, is_paused
    from (select order_id, ${orderClaims.paused} as is_paused from work_order where ${these} and state <> 'closed') held
      join work_order_item using (order_id) join warning using (warning_id) join warning_clock clock using (warning_id, round)
    where left_at is null and case when is_paused then clock.met_at is null and clock.due_at is not null else clock.due_at is null end`);
  const [still, run] = [true, false].map((paused) => astray.filter((row) => row.is_paused === paused).map((row) => row.warning_id));
  if (still?.length) await pauseClocks(tx, still, at);
  if (run?.length) await resumeClocks(tx, run, at, await readWorkingCalendar(tx));
}
