/** How handling goes, by unit, item or area: in time, returned, reopened, still red, false alarms, satisfied. Counted over the orders that were opened between two days. */
import { items } from '#catalog/catalog.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { type CountedBy, countByArea } from '#features/areas/countByArea.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { RateFilter, RateRow, Rates } from './contract.ts';
import { isSeenOrder } from './queries.ts';

interface Counted {
  key: string;
  orders: number;
  closed: number;
  done: number;
  clocks: number;
  in_time: number;
  had: number;
  returned: number;
  reopened: number;
  red: number;
  judged: number;
  false_alarms: number;
  asked: number;
  satisfied: number;
}

/** One line for each order and warning on it, with the key that it counts for. */
const lines = (database: ScopedDatabase, key: Sql, { from, to }: RateFilter): Sql => sql`
  select coalesce(${key}, '') as key, work_order.order_id, work_order.state = 'closed' as is_closed, work_order.returns > 0 as is_returned, work_order.satisfaction,
    warning.warning_id, warning.item_code, warning.verdict, warning.stage = 'reviewed' and warning.state = 'open' and work_order.state in ('reviewed', 'closed') as is_red,
    work_order.state in ('reviewed', 'closed') as is_done, work_order.state = 'closed' and exists (select from work_order later where later.reopens = work_order.order_id) as is_reopened
  from work_order join work_order_item using (order_id) join warning using (warning_id)
  where ${isSeenOrder(database)} and ${database.withinItems('warning.item_code', 'warning.settlement_code')}
    and work_order.opened_at >= ${`${from}T00:00:00+08:00`}::timestamptz and work_order.opened_at < (${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day')`;

/** The orders that each key had. A unit had those that it returned too, and a return is counted for the unit that returned, whoever has the order now. */
const had = (by: RateFilter['by'] | 'all'): Sql =>
  by === 'unit'
    ? sql`select key, order_id, bool_or(is_returned) as is_returned from (
        select key, order_id, false as is_returned from line
        union all select coalesce(unit, ''), order_id, true from work_order_event where verb = 'return' and order_id in (select order_id from line)) one group by 1, 2`
    : sql`select distinct key, order_id, is_returned from line`;

/** The counts by key. An order counts once for each key, a warning and its clocks once. */
async function countBy(database: ScopedDatabase, by: RateFilter['by'] | 'all', key: Sql, filter: RateFilter, now: Date): Promise<Counted[]> {
  return database.query<Counted>(sql`
    with line as (${lines(database, key, filter)}),
    of_returns as (
      select key, count(*)::integer as had, (count(*) filter (where is_returned))::integer as returned from (${had(by)}) had group by key
    ), of_orders as (
      select key, count(*)::integer as orders, (count(*) filter (where is_closed))::integer as closed, (count(*) filter (where is_done))::integer as done,
        (count(*) filter (where is_reopened))::integer as reopened, (count(*) filter (where is_red))::integer as red,
        (count(*) filter (where satisfaction in ('1', '2', '3', '4')))::integer as asked, (count(*) filter (where satisfaction in ('1', '2', '3')))::integer as satisfied
      from (select key, order_id, is_closed, is_done, is_reopened, satisfaction, bool_or(is_red) as is_red from line group by 1, 2, 3, 4, 5, 6) one group by key
    ), of_warnings as (
      select key, (count(*) filter (where verdict in ('1', '2', '3')))::integer as judged, (count(*) filter (where verdict = '3'))::integer as false_alarms
      from (select distinct key, warning_id, verdict from line) one group by key
    ), of_clocks as (
      select key, count(*)::integer as clocks, (count(*) filter (where met_at is not null and met_at <= coalesce(due_at, met_at)))::integer as in_time
      from (select distinct key, warning_id from line) one join warning_clock using (warning_id)
      where met_at is not null or due_at < ${now}
      group by key
    )
    select key, coalesce(orders, 0) as orders, coalesce(closed, 0) as closed, coalesce(done, 0) as done, coalesce(clocks, 0) as clocks, coalesce(in_time, 0) as in_time,
      had, returned, coalesce(reopened, 0) as reopened, coalesce(red, 0) as red, coalesce(judged, 0) as judged, coalesce(false_alarms, 0) as false_alarms,
      coalesce(asked, 0) as asked, coalesce(satisfied, 0) as satisfied
    from of_returns left join of_orders using (key) left join of_warnings using (key) left join of_clocks using (key) order by key`);
}

const rowOf = (
  name: RateRow['name'],
  { key, orders, closed, done, clocks, in_time, had: all, returned, reopened, red, judged, false_alarms: wrong, asked, satisfied }: Counted,
): RateRow => ({
  key,
  name,
  orders,
  closed,
  inTime: { count: in_time, of: clocks },
  returned: { count: returned, of: all },
  reopened: { count: reopened, of: closed },
  stillRed: { count: red, of: done },
  falseAlarms: { count: wrong, of: judged },
  satisfied: { count: satisfied, of: asked },
});

const none: Omit<Counted, 'key'> = {
  orders: 0,
  closed: 0,
  done: 0,
  clocks: 0,
  in_time: 0,
  had: 0,
  returned: 0,
  reopened: 0,
  red: 0,
  judged: 0,
  false_alarms: 0,
  asked: 0,
  satisfied: 0,
};

/** The rates inside the scope. Areas are those right below the one asked for, or the caller's own. */
export async function viewRates(database: ScopedDatabase, filter: RateFilter, now: Date): Promise<Rates> {
  const all = await countBy(database, 'all', sql`'all'`, filter, now);
  const total = rowOf({ zh: '合计', en: 'All' }, { ...none, key: 'all', ...all[0] });
  const { key, nameOf } = await keyFor(database, filter);
  const rows = await countBy(database, filter.by, key, filter, now);
  return { rows: rows.map((row) => rowOf(nameOf(row.key), row)), total };
}

async function keyFor(database: ScopedDatabase, { by, area }: RateFilter): Promise<CountedBy> {
  if (by === 'unit') {
    const nobody = { zh: '未派单', en: 'not dispatched' };
    return { key: sql`coalesce(work_order.owner_unit, '')`, nameOf: (key) => (key === '' ? nobody : { zh: key, en: key }) };
  }
  if (by === 'item') {
    return {
      key: sql`warning.item_code`,
      nameOf: (key) => {
        const item = items.find(({ code }) => code === key);
        return { zh: `${key} ${item?.zh ?? ''}`.trim(), en: `${key} ${item?.en ?? ''}`.trim() };
      },
    };
  }
  return countByArea(database, area, sql`array[work_order.building_code, work_order.community_code, work_order.settlement_code]`);
}
