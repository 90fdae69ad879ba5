/** Extends clocks with an approval, and lets them stand still for a lawful reason. */
import type { TimeLimit } from '#catalog/items/item.ts';
import { momentInChina } from '#derive/clocks/chinaTime.ts';
import { dueMoment, type Pause, warnMoment } from '#derive/clocks/dueMoment.ts';
import type { WorkingCalendar } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';

/** The clocks of the present round that are not met. */
const openOf = (ids: readonly number[]): Sql => sql`
  met_at is null and warning_id = any(${ids}::bigint[]) and round = (select warning.round from warning where warning.warning_id = warning_clock.warning_id)`;

/** Measures and closing may take until the end of a day; a clock that has more time keeps it. */
export async function extendClocks(tx: Queryable, ids: readonly number[], until: string, calendar: WorkingCalendar): Promise<void> {
  const to = momentInChina(until, calendar.closes);
  await tx.execute(sql`
    update warning_clock set extended_to = ${to}::timestamptz, due_at = greatest(due_at, ${to}::timestamptz),
      warn_at = case when due_at < ${to}::timestamptz then ${momentInChina(until, calendar.opens)} else warn_at end,
      warned_at = case when due_at < ${to}::timestamptz then null else warned_at end, escalated_at = case when due_at < ${to}::timestamptz then null else escalated_at end
    where ${openOf(ids)} and clock in ('measures', 'close')`);
}

/** Clocks stand still: they have no due moment. */
export async function pauseClocks(tx: Queryable, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`update warning_clock set due_at = null, warn_at = null where ${openOf(ids)}`);
}

/** Clocks run again: the time in which they stood still does not count. */
export async function resumeClocks(tx: Queryable, ids: readonly number[], pauses: readonly Pause[], calendar: WorkingCalendar): Promise<void> {
  const clocks = await tx.query<{
    warning_id: number;
    round: number;
    clock: string;
    time_limit: NonNullable<TimeLimit>;
    started_at: string;
    extended_to: string | null;
  }>(sql`
    select warning_id, round, clock, time_limit, started_at, extended_to from warning_clock where ${openOf(ids)} and due_at is null`);
  for (const { warning_id: id, round, clock, time_limit: limit, started_at: started, extended_to: extended } of clocks) {
    const start = new Date(started);
    const due = dueMoment(start, limit, calendar, pauses);
    if (!due) continue;
    const later = extended === null || due > new Date(extended) ? due : new Date(extended);
    await tx.execute(sql`
      update warning_clock set due_at = ${later}, warn_at = ${warnMoment(start, later, limit, calendar)}
      where warning_id = ${id} and round = ${round} and clock = ${clock}`);
  }
}
