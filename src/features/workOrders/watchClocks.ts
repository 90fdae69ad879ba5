/** Looks at all clocks every few minutes: reminds before they are over, escalates what was missed, and tells whom it concerns. A clock is reminded of and escalated once, so that a killed run is simply run again. */
import type { ClockOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { Level } from '#features/areas/areaAbove.ts';
import { platformActor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { notify } from '#features/notices/notify.ts';
import { claimsAsOf } from '#features/warnings/claims.ts';
import { setStage } from '#features/warnings/setStage.ts';
import { isInHand } from '#features/warnings/stages.ts';
import { dayInChina } from '#platform/clock/clock.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { heldOffices } from './heldOffices.ts';
import { noticesOfMissed, noticesOfSoon, type TimedOrder } from './noticesOfClocks.ts';

const levels: readonly Level[] = ['street', 'county', 'prefecture'];
const mostAtOnce = 500;

export interface Watched {
  readonly reminded: number;
  readonly escalated: number;
}

/** Reminds and escalates as of a moment. */
export async function watchClocks(database: Database, now: Date): Promise<Watched> {
  let [reminded, escalated] = [0, 0];
  for (;;) {
    const done = await database.transaction((tx) => remind(tx, now));
    reminded += done;
    if (done < mostAtOnce) break;
  }
  for (;;) {
    const done = await database.transaction((tx) => escalate(tx, now));
    escalated += done;
    if (done < mostAtOnce) break;
  }
  return { reminded, escalated };
}

/** Clocks of warnings in hand that nobody silenced. */
const watched = (day: string): Sql => sql`
  warning_clock clock join warning on warning.warning_id = clock.warning_id and warning.round = clock.round
    and ${isInHand} and warning.held_back_by = '{}' and coalesce(warning.silenced_until <= ${day}::date, true)`;

async function remind(tx: Queryable, now: Date): Promise<number> {
  const day = dayInChina(now);
  const soon = await tx.query<TimedOrder & { due_at: string }>(sql`
    with soon as (
      select clock.warning_id, clock.round, clock.clock from ${watched(day)}
      where met_at is null and warned_at is null and warn_at <= ${now}::timestamptz and due_at >= ${now}
      order by due_at limit ${mostAtOnce} for update of clock
    ), noted as (
      insert into warning_event (warning_id, settlement_code, kind, happened_on, happened_at, from_stage, to_stage, given)
      select warning_id, settlement_code, 'clock-soon', ${day}::date, ${now}::timestamptz, stage, stage, jsonb_build_object('clock', soon.clock) from soon join warning using (warning_id)
    ), marked as (
      update warning_clock set warned_at = ${now}::timestamptz from soon
      where soon.warning_id = warning_clock.warning_id and soon.round = warning_clock.round and soon.clock = warning_clock.clock
      returning warning_clock.warning_id, warning_clock.clock, warning_clock.due_at
    )
    select ${timedOrder}, marked.due_at, marked.clock from marked join warning using (warning_id) ${itsOrder} order by marked.due_at, marked.warning_id`);
  await notify(tx, ...noticesOfSoon(soon.map((row) => ({ ...row, due: new Date(row.due_at) }))));
  return soon.length;
}

/** The order on which a warning stands, and where it lies. */
const itsOrder = sql`left join work_order_item on work_order_item.warning_id = warning.warning_id and left_at is null left join work_order using (order_id)
  left join settlement on settlement.settlement_code = warning.settlement_code
  left join street_community street on street.area_code = settlement.street_code and street.level = 'street'`;
const timedOrder = sql`coalesce(order_id, -warning.warning_id) as "order", owner_account as owner, warning.settlement_code as settlement,
  coalesce(warning.community_code, warning.settlement_code) as area, street.area_code as street, street.name as street_name, coalesce(street.county_code, settlement.county_code) as county`;

interface Missed extends TimedOrder {
  readonly warning_id: number;
  readonly warning_no: string;
  readonly clock: ClockOf<typeof warningLifecycle>;
  readonly escalated_to: Level | null;
}

async function escalate(tx: Queryable, now: Date): Promise<number> {
  const day = dayInChina(now);
  const missed = await tx.query<Missed>(sql`
    with missed as (
      select clock.warning_id, clock.round, clock.clock from ${watched(day)}
      where met_at is null and escalated_at is null and due_at < ${now} and not ${claimsAsOf(day)['on-the-mend']}
      order by due_at, clock.warning_id limit ${mostAtOnce} for update of clock
    ), marked as (
      update warning_clock set escalated_at = ${now}::timestamptz from missed
      where missed.warning_id = warning_clock.warning_id and missed.round = warning_clock.round and missed.clock = warning_clock.clock
      returning warning_clock.warning_id, warning_clock.clock
    )
    select ${timedOrder}, warning.warning_id, warning_no, marked.clock, escalated_to from marked join warning using (warning_id) ${itsOrder} order by marked.warning_id, marked.clock`);
  const reached = new Map(missed.map((row) => [row.warning_id, row.escalated_to]));
  for (const { warning_id: id, warning_no: no, settlement, clock } of missed) {
    const to = levelOf(clock);
    const before = reached.get(id) ?? null;
    const highest = before !== null && levels.indexOf(before) > levels.indexOf(to) ? before : to;
    reached.set(id, highest);
    await setStage(tx, [id], { verb: 'escalate', to: 'stay', at: now, day, by: null, given: { clock, to }, set: sql`escalated_to = ${highest}` });
    await appendAudit(tx, platformActor, {
      verb: 'warnings.escalate',
      object: { kind: 'warning', key: no },
      settlement,
      after: { given: { clock, to } },
    });
  }
  const offices = await heldOffices(
    tx,
    missed.flatMap(({ street, county }) => [street, county]),
    day,
  );
  await notify(
    tx,
    ...noticesOfMissed(
      missed.map((row) => ({ ...row, level: levelOf(row.clock) })),
      offices,
    ),
  );
  return missed.length;
}

const levelOf = (clock: ClockOf<typeof warningLifecycle>): Level => warningLifecycle.clocks[clock].escalatesTo ?? 'street';
