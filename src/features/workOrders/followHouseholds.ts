/** Orders go along when a household moves or merges with another: what was begun stays whole. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { moveOrdersByPlatform, setOrderState } from './setOrderState.ts';

interface FollowedWork {
  readonly at: Date;
  readonly settlements: readonly string[];
}

/** Follows the households that live in these settlements now. */
export async function followHouseholds(tx: Queryable, work: FollowedWork): Promise<void> {
  await followMoves(tx, work);
  await mergeOrders(tx, work);
}

/** A household at another place, to which its warnings went: its open order, with all that belongs to it. */
async function followMoves(tx: Queryable, { at, settlements }: FollowedWork): Promise<void> {
  const moved = await tx.query<{ id: number }>(sql`
    update work_order set settlement_code = place.settlement_code, community_code = place.community_code, building_code = place.building_code
    from (
      select distinct on (order_id) order_id, warning.household_no, warning.settlement_code, warning.community_code, warning.building_code
      from work_order_item join warning using (warning_id)
      where left_at is null and warning.household_no is not null and warning.settlement_code = any(${settlements}::text[])
      order by order_id, warning_id
    ) place
    where work_order.order_id = place.order_id and work_order.household_no = place.household_no and work_order.state <> 'closed'
      and (work_order.settlement_code, work_order.community_code, work_order.building_code)
        is distinct from (place.settlement_code, place.community_code, place.building_code)
    returning work_order.order_id as id`);
  if (moved.length === 0) return;
  const orders = moved.map(({ id }) => id);
  for (const table of ['work_order_item', 'work_order_event', 'work_order_pause']) {
    await tx.execute(sql`
      update ${raw(table)} part set settlement_code = work_order.settlement_code from work_order
      where work_order.order_id = part.order_id and part.order_id = any(${orders}::bigint[])`);
  }
  await moveOrdersByPlatform(tx, 'follow', { at, settlements, orders });
}

interface MergedOrder {
  readonly order_id: number;
  readonly household_no: string;
  /** The open order of the household in which all members live now. */
  readonly other: number | null;
}

/** A household without members, all of them in one other: its order becomes that household's, or what is on it goes to the order that is there. */
async function mergeOrders(tx: Queryable, { at, settlements }: FollowedWork): Promise<void> {
  const merged = await tx.query<MergedOrder>(sql`
    select work_order.order_id, min(warning.household_no) as household_no,
      (select other.order_id from work_order other where other.place_kind = 'household' and other.place_key = min(warning.household_no) and other.state <> 'closed') as other
    from work_order join work_order_item on work_order_item.order_id = work_order.order_id and left_at is null join warning using (warning_id)
    where work_order.settlement_code = any(${settlements}::text[]) and work_order.place_kind = 'household' and work_order.state not in ('finished', 'closed')
      and not exists (select from person where person.household_no = work_order.household_no and person.end_date is null)
    group by work_order.order_id
    having min(warning.household_no) = max(warning.household_no) and min(warning.household_no) <> work_order.household_no`);
  for (const { order_id: id, household_no: household, other } of merged) {
    if (other === null) {
      await setOrderState(tx, [id], { verb: 'follow', to: 'stay', at, by: null, set: sql`household_no = ${household}, place_key = ${household}` });
      continue;
    }
    await tx.execute(sql`
      update work_order_item set order_id = ${other}, settlement_code = (select settlement_code from work_order where order_id = ${other})
      where order_id = ${id} and left_at is null`);
    await setOrderState(tx, [other], { verb: 'follow', to: 'stay', at, by: null, given: { from: String(id) } });
    for (const verb of ['lapse', 'settle'] as const) await moveOrdersByPlatform(tx, verb, { at, settlements, orders: [id] });
  }
}
