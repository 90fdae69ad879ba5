/** Extends clocks with an approval, and lets them stand still for a lawful reason. */
import type { TimeLimit } from '#catalog/items/item.ts';
import { momentInChina } from '#derive/clocks/chinaTime.ts';
import { dueMoment, type Pause, warnMoment } from '#derive/clocks/dueMoment.ts';
import type { WorkingCalendar } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';

/** The clocks of the present round. */
const presentOf = (ids: readonly number[]): Sql => sql`
  warning_id = any(${ids}::bigint[]) and round = (select warning.round from warning where warning.warning_id = warning_clock.warning_id)`;

/** Those of them that are not met. */
const openOf = (ids: readonly number[]): Sql => sql`met_at is null and ${presentOf(ids)}`;

/** Measures and closing may take until the end of a day; a clock that has more time keeps it. */
export async function extendClocks(tx: Queryable, ids: readonly number[], until: string, calendar: WorkingCalendar): Promise<void> {
  const to = momentInChina(until, calendar.closes);
  await tx.execute(sql`
    update warning_clock set extended_to = ${to}::timestamptz, due_at = greatest(due_at, ${to}::timestamptz),
      warn_at = case when due_at < ${to}::timestamptz then ${momentInChina(until, calendar.opens)} else warn_at end,
      warned_at = case when due_at < ${to}::timestamptz then null else warned_at end, escalated_at = case when due_at < ${to}::timestamptz then null else escalated_at end
    where ${openOf(ids)} and clock in ('measures', 'close')`);
}

/** Clocks that run stand still from a moment: they have no due moment, and remember since when. */
export async function pauseClocks(tx: Queryable, ids: readonly number[], at: Date): Promise<void> {
  await tx.execute(sql`
    update warning_clock set due_at = null, warn_at = null, stood = stood + tstzmultirange(tstzrange(${at}::timestamptz, null))
    where ${openOf(ids)} and due_at is not null`);
}

interface StoodClock {
  readonly warning_id: number;
  readonly round: number;
  readonly clock: string;
  readonly time_limit: NonNullable<TimeLimit>;
  readonly started_at: string;
  readonly extended_to: string | null;
  readonly stood: readonly { readonly from: string; readonly to: string }[];
}

/** Clocks that stand still run again: the time in which they stood does not count. One that was met meanwhile gets its due moment too: it may be opened again. */
export async function resumeClocks(tx: Queryable, ids: readonly number[], at: Date, calendar: WorkingCalendar): Promise<void> {
  const clocks = await tx.query<StoodClock>(sql`
    update warning_clock set stood = stood - tstzmultirange(tstzrange(${at}::timestamptz, null)) where ${presentOf(ids)} and due_at is null
    returning warning_id, round, clock, time_limit, started_at, extended_to,
      (select coalesce(jsonb_agg(jsonb_build_object('from', lower(part), 'to', upper(part))), '[]') from unnest(stood) part) as stood`);
  for (const { warning_id: id, round, clock, time_limit: limit, started_at: started, extended_to: extended, stood } of clocks) {
    const start = new Date(started);
    const pauses = stood.map(({ from, to }): Pause => ({ from: new Date(from), to: new Date(to) }));
    const due = dueMoment(start, limit, calendar, pauses);
    if (!due) continue;
    const later = extended === null || due > new Date(extended) ? due : new Date(extended);
    await tx.execute(sql`
      update warning_clock set due_at = ${later}, warn_at = ${warnMoment(start, later, limit, calendar)}
      where warning_id = ${id} and round = ${round} and clock = ${clock}`);
  }
}
