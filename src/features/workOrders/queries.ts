/** SQL of the room of work orders: scoped handle in, rows out. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { verbsOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { isInHand } from '#features/warnings/stages.ts';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { isExtensionAsked, isPaused, type OrderState } from './claims.ts';
import type { OrderFilter, OrderRow } from './contract.ts';

export interface OrderRecord {
  order_id: number;
  order_no: string;
  state: OrderState;
  level: OrderRow['level'];
  place_kind: string;
  place_key: string;
  household_no: string | null;
  head_name: string | null;
  object_name: string | null;
  settlement_code: string;
  settlement_name: string | null;
  community_name: string | null;
  building_no: string | null;
  owner_account: number | null;
  owner_name: string | null;
  owner_unit: string | null;
  owner_role: string | null;
  owner_area: string | null;
  departments: string[];
  open_warnings: number;
  opened_at: string;
  due_at: string | null;
  signed_at: string | null;
  finished_at: string | null;
  closed_at: string | null;
  satisfaction: string | null;
  extend_to: string | null;
  extension: 'asked' | 'granted' | 'refused' | null;
  paused_since: string | null;
  returns: number;
  reopens: number | null;
  marks: OrderRow['marks'];
}

/** Condition that a caller sees an order: its place, and for a department that it takes part. */
export function isSeenOrder(database: ScopedDatabase): Sql {
  const parts = [database.within('work_order.settlement_code'), database.inPlace('work_order')];
  if (database.scope.parts) {
    const each = database.scope.parts.map(({ department, settlements, places }) => {
      const here = sql`work_order.settlement_code = any(${[...settlements, ...places.map(({ settlement }) => settlement)]}::text[])`;
      return department === null ? here : sql`(${here} and ${department} = any(work_order.departments))`;
    });
    parts.push(sql`(${join(each, ' or ')})`);
  }
  return join(parts, ' and ');
}

/** Condition that a warning which is or was on an order is so. */
export const listedWhere = (condition: Sql): Sql => sql`exists (select from work_order_item join warning using (warning_id)
  where work_order_item.order_id = work_order.order_id and ${condition})`;

/** What shows itself about an order, each as a condition. */
export const markConditions = (now: Date): Readonly<Record<OrderRow['marks'][number], Sql>> => ({
  overdue: sql`(work_order.state <> 'closed' and coalesce(work_order.due_at < ${now}::timestamptz, false))`,
  returned: sql`work_order.returns > 0`,
  'still-red': sql`(work_order.state in ('reviewed', 'closed') and ${listedWhere(sql`warning.stage = 'reviewed' and warning.state = 'open'`)})`,
  reopened: sql`work_order.reopens is not null`,
  supervised: sql`(work_order.state <> 'closed' and ${listedWhere(sql`warning.supervised_at is not null and ${isInHand}`)})`,
  paused: isPaused,
  'extension-asked': isExtensionAsked,
});

/** The marks of an order, as an array of their names. */
export const marksOf = (now: Date): Sql =>
  sql`array_remove(array[${join(Object.entries(markConditions(now)).map(([name, is]) => sql`case when ${is} then ${name}::text end`))}], null)`;

const columns = (now: Date): Sql => sql`
  work_order.order_id, order_no, work_order.state, work_order.level, place_kind, place_key, work_order.household_no, household.head_name,
  coalesce(school.name, clinic.name, facility.name) as object_name,
  work_order.settlement_code, settlement_name, community.name as community_name, building.building_no, owner_account, owner_name, owner_unit, owner_role, owner_area,
  work_order.departments, open_warnings, opened_at, due_at, signed_at, finished_at, closed_at, satisfaction, extend_to, extension, returns, reopens,
  (select from_at from work_order_pause where work_order_pause.order_id = work_order.order_id and to_at is null) as paused_since,
  ${marksOf(now)} as marks`;

const sources = sql`
  work_order
  left join settlement on settlement.settlement_code = work_order.settlement_code
  left join street_community community on community.area_code = work_order.community_code
  left join building on building.building_code = work_order.building_code
  left join household on household.household_no = work_order.household_no
  left join school on work_order.place_kind = 'school' and school.school_no = work_order.place_key
  left join clinic on work_order.place_kind = 'clinic' and clinic.org_no = work_order.place_key
  left join facility on work_order.place_kind = 'facility' and facility.facility_no = work_order.place_key`;

const levelRank = "array_position(array['red', 'orange', 'yellow', 'blue'], work_order.level)";
const orders: Readonly<Record<OrderFilter['sort'], string>> = {
  due: 'work_order.due_at nulls last, work_order.order_id',
  level: `${levelRank}, work_order.due_at nulls last, work_order.order_id`,
  newest: 'work_order.opened_at desc, work_order.order_id desc',
  oldest: 'work_order.opened_at, work_order.order_id',
};

/** What narrows a list; `mine` is the account in charge. */
function conditions(database: ScopedDatabase, filter: OrderFilter, mine: number, now: Date): Sql {
  const parts = [isSeenOrder(database)];
  if (filter.level) parts.push(sql`work_order.level = ${filter.level}`);
  if (filter.mark) parts.push(markConditions(now)[filter.mark]);
  if (filter.mine === 'yes') parts.push(sql`work_order.owner_account = ${mine}`);
  if (filter.household) parts.push(sql`work_order.household_no = ${filter.household}`);
  return join(parts, ' and ');
}

/** One page of orders, and how many there are in each state without regard to the state asked for. */
export async function pageOfOrders(
  database: ScopedDatabase,
  filter: OrderFilter,
  mine: number,
  now: Date,
): Promise<{ rows: OrderRecord[]; byState: Record<string, number> }> {
  const where = conditions(database, filter, mine, now);
  const ofState =
    filter.state === 'all' ? empty : filter.state === 'open' ? sql` and work_order.state <> 'closed'` : sql` and work_order.state = ${filter.state}`;
  const order = raw(orders[filter.sort]);
  const [rows, counts] = await Promise.all([
    database.query<OrderRecord>(sql`
      select ${columns(now)} from (
        select * from work_order where ${where}${ofState} order by ${order} limit ${filter.size} offset ${(filter.page - 1) * filter.size}
      ) ${sources} order by ${order}`),
    database.query<{ state: string; count: number }>(sql`select state, count(*)::integer as count from work_order where ${where} group by state`),
  ]);
  return { rows, byState: Object.fromEntries(counts.map((row) => [row.state, row.count])) };
}

/** One order inside the scope. */
export async function findOrder(database: ScopedDatabase, id: number, now: Date): Promise<OrderRecord | undefined> {
  return database.maybe<OrderRecord>(sql`
    select ${columns(now)} from ${sources} where work_order.order_id = ${id} and ${isSeenOrder(database)}`);
}

export interface ClockRecord {
  warning_id: number;
  clock: string;
  time_limit: string;
  started_at: string;
  due_at: string | null;
  warn_at: string | null;
  met_at: string | null;
}

/** The clocks of the present round of warnings. */
export async function clocksOf(database: ScopedDatabase, warnings: readonly number[]): Promise<ClockRecord[]> {
  return database.query<ClockRecord>(sql`
    select warning_id, clock, time_limit, started_at, due_at, warn_at, met_at from warning_clock clock
    where warning_id = any(${warnings}::bigint[]) and ${database.within('settlement_code')}
      and round = (select warning.round from warning where warning.warning_id = clock.warning_id)`);
}

export interface DeedRecord {
  verb: string;
  happened_at: string;
  done_by: string | null;
  unit: string | null;
  from_state: string;
  to_state: string;
  given: Record<string, string> | null;
}

/** What was done to an order, in order. */
export async function deedsOfOrder(database: ScopedDatabase, id: number): Promise<DeedRecord[]> {
  return database.query<DeedRecord>(sql`
    select verb, happened_at, done_by, unit, from_state, to_state, given from work_order_event
    where order_id = ${id} and ${database.within('settlement_code')} order by event_id`);
}

/** What people and the platform did to a warning, in order. */
export async function deedsOfWarning(database: ScopedDatabase, id: number): Promise<DeedRecord[]> {
  return database.query<DeedRecord>(sql`
    select kind as verb, happened_at, done_by, null as unit, from_stage as from_state, to_stage as to_state, given from warning_event
    where warning_id = ${id} and from_stage is not null and ${database.within('settlement_code')} order by event_id`);
}

export interface ListedDeedRecord extends DeedRecord {
  warning_id: number;
  from_level: OrderRow['level'] | null;
  to_level: OrderRow['level'] | null;
}

/** Verbs that are done through an order and told there. */
const throughOrders = verbsOf(warningLifecycle).filter((verb) => 'through' in warningLifecycle.verbs[verb]);

/** What people, the platform and the data did to warnings of an order, in order: from when they left the order before until they left this one for the next. */
export async function deedsOfListed(database: ScopedDatabase, order: number, warnings: readonly number[]): Promise<ListedDeedRecord[]> {
  const others = sql`from work_order_item other where other.warning_id = item.warning_id and other.order_id`;
  return database.query<ListedDeedRecord>(sql`
    select warning_id, kind as verb, happened_at, done_by, null as unit, coalesce(from_stage, '') as from_state, coalesce(to_stage, '') as to_state, from_level, to_level, given
    from warning_event event join work_order_item item using (warning_id)
    where order_id = ${order} and warning_id = any(${warnings}::bigint[]) and ${database.within('event.settlement_code')}
      and not kind = any(${throughOrders}::text[])
      and happened_at > coalesce((select max(other.left_at) ${others} < item.order_id), '-infinity')
      and (left_at is null or happened_at <= left_at or not exists (select ${others} > item.order_id))
    order by event_id`);
}

export interface ItemRecord {
  warning_id: number;
  left_at: string | null;
}

/** The warnings that are or were on an order. */
export async function itemsOfOrder(database: ScopedDatabase, id: number): Promise<ItemRecord[]> {
  return database.query<ItemRecord>(sql`
    select warning_id, left_at from work_order_item where order_id = ${id} and ${database.within('settlement_code')} order by gathered_at, warning_id`);
}
