/** Brings work orders into a state: the row and an event that says who did what; whether they may move was decided before. */
import { items } from '#catalog/catalog.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { Given } from '#catalog/lifecycles/move.ts';
import { isInHand } from '#features/warnings/stages.ts';
import { dayInChina } from '#derive/clocks/chinaTime.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { orderClaimsAsOf, type OrderState, type OrderVerb } from './claims.ts';

export interface OrderChange {
  readonly verb: OrderVerb;
  readonly to: OrderState | 'stay';
  readonly at: Date;
  /** Who did it; null = the platform. */
  readonly by: { readonly account: number | null; readonly name: string } | null;
  readonly given?: Given;
  /** Further columns of `work_order` as SQL. */
  readonly set?: Sql;
}

/** Brings the orders of these numbers into a state. A closed order lets go of its warnings and is paused no more. */
export async function setOrderState(tx: Queryable, ids: readonly number[], { verb, to, at, by, given, set }: OrderChange): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`order_id = any(${ids}::bigint[])`;
  await tx.execute(sql`
    insert into work_order_event (order_id, settlement_code, verb, from_state, to_state, happened_at, account, done_by, unit, given)
    select order_id, settlement_code, ${verb}, state, ${to === 'stay' ? sql`state` : sql`${to}`}, ${at}::timestamptz, ${by?.account ?? null}, ${by?.name ?? null}, owner_unit,
      ${given ? JSON.stringify(given) : null}::jsonb
    from work_order where ${these} order by order_id`);
  const parts = [
    ...(to === 'stay' ? [] : [sql`state = ${to}`, sql`state_since = greatest(state_since, ${at}::timestamptz)`]),
    ...(to === 'closed' ? [sql`closed_at = ${at}::timestamptz`, sql`open_warnings = 0`, sql`due_at = null`] : []),
    ...(set ? [set] : []),
  ];
  if (parts.length > 0) await tx.execute(sql`update work_order set ${join(parts)} where ${these}`);
  if (to !== 'closed') return;
  await tx.execute(sql`update work_order_item set left_at = ${at}::timestamptz where ${these} and left_at is null`);
  await tx.execute(sql`update work_order_pause set to_at = ${at}::timestamptz where ${these} and to_at is null`);
}

/** Moves all orders of settlements that a verb of the platform fits; answers their numbers. */
export async function moveOrdersByPlatform(
  tx: Queryable,
  verb: OrderVerb,
  { at, settlements, orders }: { at: Date; settlements: readonly string[]; orders?: readonly number[] },
): Promise<number[]> {
  const moved: number[] = [];
  const claims = orderClaimsAsOf(dayInChina(at));
  for (const { from, to, when = [], unless = [] } of workOrderLifecycle.moves.filter((line) => line.verb === verb)) {
    const fits = [
      sql`settlement_code = any(${settlements}::text[])`,
      sql`state = any(${from}::text[])`,
      ...(orders ? [sql`order_id = any(${orders}::bigint[])`] : []),
      ...when.map((claim) => claims[claim]),
      ...unless.map((claim) => sql`not ${claims[claim]}`),
    ];
    const found = await tx.query<{ order_id: number }>(
      sql`select order_id from work_order where ${join(fits, ' and ')} order by order_id for update`,
    );
    const ids = found.map(({ order_id: id }) => id).filter((id) => !moved.includes(id));
    await setOrderState(tx, ids, { verb, to, at, by: null });
    moved.push(...ids);
  }
  return moved;
}

/** Items that a department handles itself: it takes part in the orders on which they stand. */
const own = items.filter(({ owner }) => owner === 'department');

/** Writes anew what the list shows of orders: gravest level, next due moment, departments, and how many warnings are in hand. */
export async function refreshOrders(tx: Queryable, ids: readonly number[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    update work_order set level = coalesce((array['red', 'orange', 'yellow', 'blue'])[found.worst], work_order.level), due_at = found.due_at, open_warnings = found.open,
      departments = array(select distinct unnest(work_order.departments || found.departments) order by 1)
    from (
      select work_order_item.order_id, min(array_position(array['red', 'orange', 'yellow', 'blue'], warning.level)) filter (where ${isInHand}) as worst,
        coalesce(array_agg(distinct takes.department) filter (where takes.department is not null and ${isInHand} and warning.held_back_by = '{}'), '{}') as departments,
        min(clock.due_at) as due_at, (count(*) filter (where ${isInHand}))::integer as open
      from work_order_item join warning using (warning_id)
        left join unnest(${own.map(({ code }) => code)}::text[], ${own.map(({ department }) => department)}::text[]) as takes (item_code, department)
          on takes.item_code = warning.item_code
        left join lateral (
          select min(warning_clock.due_at) as due_at from warning_clock
          where warning_clock.warning_id = warning.warning_id and warning_clock.round = warning.round and met_at is null and coalesce(warning.silenced_until <= ${day}::date, true)
        ) clock on true
      where work_order_item.order_id = any(${ids}::bigint[]) and left_at is null
      group by work_order_item.order_id
    ) found
    where work_order.order_id = found.order_id`);
}
