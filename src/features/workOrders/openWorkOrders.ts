/**
 * Makes work of warnings, in the transaction that raised them: one open order a place gathers them, clocks start, and somebody is put in charge.
 * Silent, silenced and held-back warnings open none; running it again changes nothing.
 */
import { appendAudit } from '#features/audit/appendAudit.ts';
import { platformActor } from '#features/audit/actor.ts';
import { type NoticeOrder, notify } from '#features/notices/notify.ts';
import { readWorkingCalendars } from '#features/standards/readWorkingCalendar.ts';
import { startClocks, tightenClocks } from '#features/warnings/startClocks.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import { alignClocks } from './alignClocks.ts';
import { chooseOwners, ordersToGive } from './findOwners.ts';
import { followHouseholds } from './followHouseholds.ts';
import { giveOrder } from './giveOrder.ts';
import { type GivenOrder, noticesOfGiven } from './noticesOfGiven.ts';
import { moveOrdersByPlatform, refreshOrders, setOrderState } from './setOrderState.ts';

export interface WorkDay {
  readonly day: string;
  readonly at: Date;
  readonly settlements: readonly string[];
  /** The accounts whose deed it follows from, where it is one. */
  readonly by?: readonly number[];
}

const kindOf = sql`case when warning.household_no is null then warning.subject_kind else 'household' end`;
const keyOf = sql`coalesce(warning.household_no, warning.subject_key)`;

/** Warnings that ask for work and are on no open order. */
const looseOn = (day: string, settlements: readonly string[]): Sql => sql`warning.settlement_code = any(${settlements}::text[])
  and warning.stage in ('raised', 'signed', 'checked', 'handled')
  and coalesce(warning.silent_until < ${day}::date, true) and coalesce(warning.silenced_until <= ${day}::date, true)
  and not exists (select from work_order_item loose where loose.warning_id = warning.warning_id and loose.left_at is null)`;

/** Opens, gathers, dispatches and closes the orders of settlements after their warnings moved. */
export async function openWorkOrders(tx: Queryable, work: WorkDay): Promise<void> {
  const { day, at, settlements } = work;
  if (settlements.length === 0) return;
  await followHouseholds(tx, work);
  const opened = await openOrders(tx, work);
  const gathered = await gather(tx, work, opened);
  const started = await tx.query<{ warning_id: number; settlement_code: string }>(sql`
    select warning.warning_id, work_order_item.settlement_code from work_order_item join warning using (warning_id)
    where work_order_item.settlement_code = any(${settlements}::text[]) and left_at is null and warning.held_back_by = '{}'
      and warning.stage in ('raised', 'signed', 'checked', 'handled')
      and not exists (select from warning_clock clock where clock.warning_id = warning.warning_id and clock.round = warning.round)`);
  for (const { settlements: here, calendar } of await readWorkingCalendars(tx, settlements)) {
    const begin = started.filter((row) => here.includes(row.settlement_code)).map((row) => row.warning_id);
    await startClocks(tx, begin, at, calendar);
    await tightenClocks(tx, here, at, calendar);
  }
  await alignClocks(tx, sql`settlement_code = any(${settlements}::text[])`, at);
  const closed = [...(await moveOrdersByPlatform(tx, 'settle', work)), ...(await moveOrdersByPlatform(tx, 'lapse', work))];
  await refreshSettlements(tx, work);
  const assigned = await assignOwners(tx, work);
  const counts = { added: opened.length, changed: gathered, assigned, removed: closed.length };
  if (Object.values(counts).every((count) => count === 0)) return;
  await appendAudit(tx, platformActor, {
    verb: 'work-orders.assign',
    object: { kind: 'work-orders', key: day },
    settlement: settlements.length === 1 ? (settlements[0] ?? null) : null,
    after: { settlements, ...counts },
  });
}

/** A new order for each place with a loose warning and no open order; answers their numbers. */
async function openOrders(tx: Queryable, { day, at, settlements }: WorkDay): Promise<number[]> {
  const rows = await tx.query<{ order_id: number }>(sql`
    insert into work_order (order_id, order_no, place_kind, place_key, settlement_code, household_no, community_code, building_code, state, state_since, opened_at, level, reopens)
    select number, 'GD' || ${day.replaceAll('-', '')} || lpad(number::text, 8, '0'), kind, key, settlement_code, household_no, community_code, building_code,
      'waiting', ${at}::timestamptz, ${at}::timestamptz, level, reopens
    from (
      select *, nextval(pg_get_serial_sequence('work_order', 'order_id')) as number from (
        select distinct on (1, 2) ${kindOf} as kind, ${keyOf} as key, settlement_code, household_no, community_code, building_code, level,
          (select max(before.order_id) from work_order_item earlier join work_order before using (order_id)
            where earlier.warning_id = warning.warning_id and before.closed_at > ${at}::timestamptz - interval '90 days') as reopens
        from warning
        where ${looseOn(day, settlements)} and warning.held_back_by = '{}'
          and not exists (select from work_order open where open.place_kind = ${kindOf} and open.place_key = ${keyOf} and open.state <> 'closed')
        order by 1, 2, array_position(array['red', 'orange', 'yellow', 'blue'], level), warning_id
      ) place
    ) numbered
    on conflict do nothing
    returning order_id`);
  return rows.map((row) => row.order_id);
}

/** Puts loose warnings on the open orders of their places, held-back ones as well; an order that was signed for is to be signed for again. Answers how many. */
async function gather(tx: Queryable, { day, at, settlements, by = [] }: WorkDay, opened: readonly number[]): Promise<number> {
  const rows = await tx.query<{ order_id: number; held: boolean }>(sql`
    with put as (
      insert into work_order_item (order_id, warning_id, settlement_code, gathered_at)
      select work_order.order_id, warning.warning_id, work_order.settlement_code, ${at}
      from warning join work_order on work_order.place_kind = ${kindOf} and work_order.place_key = ${keyOf} and work_order.state <> 'closed'
      where ${looseOn(day, settlements)}
      on conflict (order_id, warning_id) do update set left_at = null
      returning order_id, warning_id
    )
    select order_id, held_back_by <> '{}' as held from put join warning using (warning_id)`);
  const released = await tx.query<{ order_id: number }>(sql`
    select distinct order_id from work_order_item join warning using (warning_id)
    where work_order_item.settlement_code = any(${settlements}::text[]) and left_at is null and held_back_by = '{}' and warning.stage = 'raised'
      and gathered_at < ${at}::timestamptz and not exists (select from warning_clock clock where clock.warning_id = warning.warning_id and clock.round = warning.round)`);
  const before = [...new Set([...rows.filter(({ held }) => !held), ...released].map((row) => row.order_id))].filter((id) => !opened.includes(id));
  if (before.length > 0) {
    await tellGathered(tx, before, by);
    await moveOrdersByPlatform(tx, 'gather', { at, settlements, orders: before });
  }
  await notedAsReopened(tx, before, at);
  return rows.length;
}

/** Tells those who had signed for orders that they are to look again. */
async function tellGathered(tx: Queryable, orders: readonly number[], by: readonly number[]): Promise<void> {
  const owners = await tx.query<{ owner: number; count: number; settlements: string[] }>(sql`
    select owner_account as owner, count(*)::integer as count, array_agg(distinct settlement_code) as settlements from work_order
    where order_id = any(${orders}::bigint[]) and state in ('signed', 'finished', 'reviewed') and owner_account is not null group by 1 order by 1`);
  await notify(
    tx,
    ...owners.map(
      ({ owner, count, settlements: places }): NoticeOrder => ({
        kind: 'work-orders.gathered',
        words: { count },
        to: { accounts: [owner], andDeputies: true, except: by },
        places,
      }),
    ),
  );
}

/** A relapse that came to an order that was open already is named there too. */
async function notedAsReopened(tx: Queryable, orders: readonly number[], at: Date): Promise<void> {
  await tx.execute(sql`
    update work_order set reopens = before.order_id
    from work_order_item item join warning using (warning_id) join work_order_item earlier on earlier.warning_id = item.warning_id and earlier.order_id <> item.order_id
      join work_order before on before.order_id = earlier.order_id and before.closed_at > ${at}::timestamptz - interval '90 days'
    where item.order_id = work_order.order_id and item.left_at is null and warning.round > 0 and work_order.reopens is null and work_order.order_id = any(${orders}::bigint[])`);
}

async function refreshSettlements(tx: Queryable, { day, settlements }: WorkDay): Promise<void> {
  const open = await tx.query<{ order_id: number }>(sql`
    select order_id from work_order where settlement_code = any(${settlements}::text[]) and state <> 'closed'`);
  await refreshOrders(
    tx,
    open.map((row) => row.order_id),
    day,
  );
}

/** Puts somebody in charge of the orders that wait and were never returned, and tells them; answers how many found one. */
async function assignOwners(tx: Queryable, { day, at, settlements }: WorkDay): Promise<number> {
  const orders = await ordersToGive(tx, { settlements, neverReturned: true });
  const owners = await chooseOwners(tx, orders, day);
  const assigned: GivenOrder[] = [];
  for (const { order_id: id, no, level, place } of orders) {
    const owner = owners.get(id);
    if (!owner) continue;
    await setOrderState(tx, [id], { verb: 'assign', to: 'dispatched', at, by: null, set: giveOrder(owner) });
    const { building, community, settlement } = place;
    assigned.push({ id, no, level, owner: owner.account, settlement, area: building ?? community ?? settlement });
  }
  await notify(tx, ...noticesOfGiven(assigned));
  return assigned.length;
}
