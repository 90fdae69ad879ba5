/** Starts the clocks of warnings that are dispatched, and brings them nearer when a level rises: a due moment that was promised never moves away by itself. */
import { items } from '#catalog/catalog.ts';
import { type Level, levels, type TimeLimit } from '#catalog/items/item.ts';
import { clocksIn, type ClockOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { dueMoment, warnMoment } from '#derive/clocks/dueMoment.ts';
import type { WorkingCalendar } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import { resumeClocks } from './holdClocks.ts';

type ClockName = ClockOf<typeof warningLifecycle>;
const clockNames = Object.keys(warningLifecycle.clocks) as ClockName[];

interface LimitLine {
  readonly item: string;
  readonly level: Level;
  readonly clock: ClockName;
  readonly limit: NonNullable<TimeLimit>;
}

const limitLines: readonly LimitLine[] = items.flatMap(({ code, limits }) =>
  levels.flatMap((level) =>
    clockNames.flatMap((clock) =>
      limits[level][clock] === null ? [] : [{ item: code, level, clock, limit: limits[level][clock] as NonNullable<TimeLimit> }],
    ),
  ),
);

/** The limits of all items with their moments from one start, as a relation `limits`. */
function limitsFrom(start: Date, calendar: WorkingCalendar): Sql {
  const moments = new Map<string, { due: Date; warn: Date }>();
  for (const limit of new Set(limitLines.map((line) => line.limit))) {
    const due = dueMoment(start, limit, calendar) as Date;
    moments.set(limit, { due, warn: warnMoment(start, due, limit, calendar) });
  }
  const column = <T>(of: (line: LimitLine) => T): T[] => limitLines.map(of);
  return sql`unnest(${column(({ item }) => item)}::text[], ${column(({ level }) => level)}::text[], ${column(({ clock }) => clock)}::text[], ${column(({ limit }) => limit)}::text[],
    ${column(({ limit }) => moments.get(limit)?.due)}::timestamptz[], ${column(({ limit }) => moments.get(limit)?.warn)}::timestamptz[])
    as limits (item_code, level, clock, time_limit, due_at, warn_at)`;
}

/** Starts the clocks of a round; what is past its stage already counts as met. Harmless for clocks that run. */
export async function startClocks(tx: Queryable, ids: readonly number[], start: Date, calendar: WorkingCalendar): Promise<void> {
  if (ids.length === 0) return;
  const running = sql`(${runningIn()})`;
  await tx.execute(sql`
    insert into warning_clock (warning_id, round, clock, settlement_code, level, time_limit, started_at, due_at, warn_at, met_at)
    select warning_id, round, limits.clock, settlement_code, warning.level, time_limit, ${start}::timestamptz, limits.due_at, limits.warn_at, case when ${running} then null else ${start}::timestamptz end
    from warning join ${limitsFrom(start, calendar)} on limits.item_code = warning.item_code and limits.level = warning.level
    where warning_id = any(${ids}::bigint[])
    on conflict do nothing`);
}

/** Condition that the clock of `limits` runs in the stage of `warning`. */
function runningIn(): Sql {
  const pairs = (Object.keys(warningLifecycle.states) as (keyof (typeof warningLifecycle)['states'])[]).flatMap((stage) =>
    clocksIn(warningLifecycle, stage).map((clock) => `${stage}/${clock}`),
  );
  return sql`warning.stage || '/' || limits.clock = any(${pairs}::text[])`;
}

/** The level of dispatched warnings has risen: the limits of the new level count from now, where they end earlier than what was promised. */
export async function tightenClocks(tx: Queryable, settlements: readonly string[], now: Date, calendar: WorkingCalendar): Promise<void> {
  const risen = sql`
    select warning.warning_id, warning.round, warning.settlement_code, warning.stage, warning.item_code, warning.level from warning
    where warning.settlement_code = any(${settlements}::text[]) and exists (
      select from warning_clock clock where clock.warning_id = warning.warning_id and clock.round = warning.round and clock.met_at is null
        and ${rank('warning.level')} > ${rank('clock.level')})`;
  const standing = await tx.query<{ warning_id: number }>(sql`
    select distinct warning_id from (${risen}) warning join warning_clock clock using (warning_id, round) where clock.met_at is null and clock.due_at is null`);
  // What is nearer is known of clocks that run; those of a paused order are stopped again at the same moment.
  if (standing.length > 0)
    await resumeClocks(
      tx,
      standing.map((row) => row.warning_id),
      now,
      calendar,
    );
  await tx.execute(sql`
    insert into warning_clock (warning_id, round, clock, settlement_code, level, time_limit, started_at, due_at, warn_at)
    select warning_id, round, limits.clock, settlement_code, warning.level, time_limit, ${now}::timestamptz, limits.due_at, limits.warn_at
    from (${risen}) warning join ${limitsFrom(now, calendar)} on limits.item_code = warning.item_code and limits.level = warning.level
    where ${runningIn()}
    on conflict (warning_id, round, clock) do update set
      level = excluded.level,
      time_limit = case when ${isNearer} then excluded.time_limit else warning_clock.time_limit end,
      started_at = case when ${isNearer} then excluded.started_at else warning_clock.started_at end,
      due_at = case when ${isNearer} then excluded.due_at else warning_clock.due_at end,
      warn_at = case when ${isNearer} then excluded.warn_at else warning_clock.warn_at end,
      warned_at = case when ${isNearer} then null else warning_clock.warned_at end
    where warning_clock.met_at is null`);
}

const isNearer = sql`(excluded.due_at < warning_clock.due_at)`;
const rank = (column: string): Sql => raw(`array_position(array['blue', 'yellow', 'orange', 'red'], ${column})`);
