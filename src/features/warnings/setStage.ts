/** Brings warnings into a stage: the row, its clocks, and an event that says who did what; whether they may move was decided before. */
import { items } from '#catalog/catalog.ts';
import { clocksIn } from '#catalog/lifecycles/lifecycle.ts';
import type { Given } from '#catalog/lifecycles/move.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Stage } from './stages.ts';

export interface StageChange {
  readonly verb: keyof (typeof warningLifecycle)['verbs'];
  readonly to: Stage | 'stay';
  readonly at: Date;
  readonly day: string;
  /** Who did it; null = the platform. */
  readonly by: string | null;
  readonly given?: Given;
  /** Further columns of `warning` as SQL: `verdict = …`. */
  readonly set?: Sql;
}

/** Brings the warnings of these numbers into a stage. */
export async function setStage(tx: Queryable, ids: readonly number[], { verb, to, at, day, by, given, set }: StageChange): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, from_level, from_stage, to_stage, done_by, given)
    select warning_id, settlement_code, ${verb}, ${day}::date, ${at}::timestamptz, level, stage, ${to === 'stay' ? sql`stage` : sql`${to}`}, ${by}, ${given ? JSON.stringify(given) : null}::jsonb
    from warning where warning_id = any(${ids}::bigint[]) order by warning_id`);
  const stage = to === 'stay' ? empty : sql`, stage = ${to}, stage_since = greatest(stage_since, ${at}::timestamptz)`;
  await tx.execute(sql`
    update warning set worked = worked or ${by !== null}${stage}${set ? sql`, ${set}` : empty} where warning_id = any(${ids}::bigint[])`);
  if (to !== 'stay') await followClocks(tx, ids, to, at);
}

/** Clocks that do not run in the stage are met, those that run again are open again. */
async function followClocks(tx: Queryable, ids: readonly number[], stage: Stage, at: Date): Promise<void> {
  const running = clocksIn(warningLifecycle, stage);
  await tx.execute(sql`
    update warning_clock set met_at = case when clock = any(${running}::text[]) then null else ${at}::timestamptz end
    from warning
    where warning.warning_id = warning_clock.warning_id and warning.round = warning_clock.round and warning.warning_id = any(${ids}::bigint[])
      and (met_at is null) <> (clock = any(${running}::text[]))`);
}

/** What a new round begins with: nothing of the last one. */
export const newRound = sql`round = round + 1, signed_at = null, checked_at = null, verdict = null, false_reason = null, judged_level = null, measures = null,
  done_at = null, done_by = null, reviewed_at = null, satisfaction = null, visited_on = null, publicity_from = null, approved_at = null,
  cleared_at = null, cleared_by = null, track_until = null, escalated_to = null`;

/** The days for which each item's cleared warnings are followed. */
export const trackingFrom = (day: string): Sql => sql`track_until = ${day}::date + (
  select days from unnest(${items.map(({ code }) => code)}::text[], ${items.map(({ trackDays }) => trackDays)}::integer[]) as track (code, days) where code = warning.item_code)`;
