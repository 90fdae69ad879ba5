/** Finds who is in charge of orders: the first post of the chain that somebody holds; of several holders the one with the least open work. */
import { items as allItems } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { areas as catalogAreas, prefectureCode } from '#catalog/areas/areas.ts';
import { type RoleCode, roleOf } from '#catalog/roles.ts';
import { type Holder, holdersOf } from '#features/accounts/holders.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { type OrderPlace, type Post, postsFor } from './chain.ts';
import { keptFrom } from './keptFrom.ts';

/** An order to find somebody for. */
export interface OrderToGive {
  readonly order_id: number;
  readonly no: string;
  readonly level: string;
  readonly place: OrderPlace;
  readonly items: readonly Item[];
}

/** Somebody to whom an order may be given. */
export interface Owner extends Holder {
  /** The unit as people call it: 兴义市 · 社区. */
  readonly unit: string;
  /** Open orders that they have. */
  readonly open: number;
}

const workers: readonly RoleCode[] = ['building_leader', 'grid_worker', 'work_team', 'community', 'street', 'county', 'department', 'insurer'];

/** The orders that wait for an owner, of some settlements or by number, with their place and the items of their open warnings. */
export async function ordersToGive(
  tx: Queryable,
  which: { settlements?: readonly string[]; orders?: readonly number[]; neverReturned: boolean },
): Promise<OrderToGive[]> {
  const rows = await tx.query<{
    order_id: number;
    no: string;
    level: string;
    building: string | null;
    community: string | null;
    settlement: string;
    street: string | null;
    county: string | null;
    items: string[];
  }>(sql`
    select work_order.order_id, order_no as no, work_order.level, work_order.building_code as building, work_order.community_code as community, work_order.settlement_code as settlement,
      settlement.street_code as street, coalesce(street.county_code, settlement.county_code) as county,
      array(select distinct item_code from work_order_item join warning using (warning_id) where work_order_item.order_id = work_order.order_id and left_at is null
        and warning.held_back_by = '{}' order by 1) as items
    from work_order left join settlement using (settlement_code)
      left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    where work_order.state = 'waiting' and (not ${which.neverReturned} or work_order.returns = 0)
      and (${which.settlements === undefined} or work_order.settlement_code = any(${which.settlements ?? []}::text[]))
      and (${which.orders === undefined} or work_order.order_id = any(${which.orders ?? []}::bigint[]))
    order by array_position(array['red', 'orange', 'yellow', 'blue'], work_order.level), work_order.order_id`);
  return rows.map(({ order_id, no, level, items, ...place }) => ({
    order_id,
    no,
    level,
    place: { ...place, prefecture: prefectureCode },
    items: allItems.filter(({ code }) => items.includes(code)),
  }));
}

/** Chooses an owner for each order, the gravest first; null where nobody holds any post of its chain. */
export async function chooseOwners(tx: Queryable, orders: readonly OrderToGive[], day: string): Promise<ReadonlyMap<number, Owner | null>> {
  const posts = new Map(orders.map((order) => [order.order_id, postsFor(order.items, order.place)]));
  const areas = [...new Set([...posts.values()].flat().flatMap((post) => post.areas))];
  const holders = areas.length === 0 ? [] : await ownersIn(tx, areas, day);
  const load = new Map(holders.map(({ account, open }) => [account, open]));
  const chosen = new Map<number, Owner | null>();
  const isKept = await keptFrom(tx, [...posts.keys()]);
  for (const [order, chain] of posts) {
    const free = holders.filter((holder) => !isKept(order, holder));
    const owner = chain.map((post) => leastLoaded(free, post, load)).find((found) => found !== undefined) ?? null;
    if (owner) load.set(owner.account, (load.get(owner.account) ?? 0) + 1);
    chosen.set(order, owner);
  }
  return chosen;
}

/** Of the holders of a post in the nearest of its areas the one with the least open orders. */
function leastLoaded(holders: readonly Owner[], { role, areas, department }: Post, load: ReadonlyMap<number, number>): Owner | undefined {
  for (const area of areas) {
    const here = holders.filter((one) => one.role === role && one.area === area && one.department === department);
    const [first, ...others] = here;
    if (first) return others.reduce((best, one) => ((load.get(one.account) ?? 0) < (load.get(best.account) ?? 0) ? one : best), first);
  }
  return undefined;
}

/** Everybody to whom an order may be given, with their open orders. */
export async function ownersOf(
  tx: Queryable,
  { id, areas }: { readonly id: number; readonly areas: readonly string[] },
  day: string,
): Promise<Owner[]> {
  const isKept = await keptFrom(tx, [id]);
  return (await ownersIn(tx, areas, day)).filter((owner) => !isKept(id, owner));
}

/** Everybody who may be in charge in some areas, with their open orders. */
async function ownersIn(tx: Queryable, areas: readonly string[], day: string): Promise<Owner[]> {
  const holders = await holdersOf(tx, workers, areas, day);
  const accounts = holders.map(({ account }) => account);
  const loads = await tx.query<{ account: number; open: number }>(sql`
    select owner_account as account, count(*)::integer as open from work_order where state <> 'closed' and owner_account = any(${accounts}::bigint[]) group by 1`);
  const names = await tx.query<{ code: string; name: string }>(sql`
    select area_code as code, name from street_community where area_code = any(${areas}::text[])
    union all select settlement_code, settlement_name from settlement where settlement_code = any(${areas}::text[])
    union all select building_code, coalesce(settlement_name || ' ', '') || building_no || '栋' from building left join settlement using (settlement_code) where building_code = any(${areas}::text[])`);
  const nameOf = new Map([...countyNames, ...names.map(({ code, name }) => [code, name] as const)]);
  const openOf = new Map(loads.map(({ account, open }) => [account, open]));
  return holders.map((holder) => ({ ...holder, unit: unitOf(holder, nameOf), open: openOf.get(holder.account) ?? 0 }));
}

const countyNames = catalogAreas.map(({ code, zh }) => [code, zh] as const);
const unitOf = ({ role, area, department }: Holder, nameOf: ReadonlyMap<string, string>): string =>
  `${nameOf.get(area) ?? area} ${department ?? roleOf(role).zh}`;
