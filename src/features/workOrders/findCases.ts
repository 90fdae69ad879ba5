/** Finds an order or a warning to move: seen through the caller's handle first, then held for the transaction with all that decides about it. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { claimsAsOf, type WarningClaim } from '#features/warnings/claims.ts';
import type { Stage } from '#features/warnings/stages.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { type OrderClaim, orderClaimsAsOf, type OrderState } from './claims.ts';
import { isSeenOrder } from './queries.ts';
import { problems } from './problems.ts';

/** An order with what decides about its moves. */
export interface OrderCase {
  readonly id: number;
  readonly no: string;
  readonly state: OrderState;
  readonly since: Date;
  readonly claims: readonly OrderClaim[];
  readonly doneBy: { readonly finish: number | null; readonly extend: number | null };
  readonly areas: readonly string[];
  readonly settlement: string;
  readonly departments: readonly string[];
  readonly extendTo: string | null;
  /** The account in charge. */
  readonly owner: number | null;
  readonly level: string;
}

/** A warning with what decides about its moves. */
export interface WarningCase {
  readonly id: number;
  readonly no: string;
  readonly item: string;
  readonly state: Stage;
  readonly since: Date;
  readonly claims: readonly WarningClaim[];
  readonly doneBy: { readonly finish: number | null };
  readonly areas: readonly string[];
  readonly settlement: string;
  readonly order: number | null;
}

/** Throws `work-orders.not-found` where the caller does not see the order. */
export async function mustSeeOrder(database: ScopedDatabase, id: number): Promise<void> {
  const seen = await database.maybe(sql`select 1 from work_order where order_id = ${id} and ${isSeenOrder(database)}`);
  if (!seen) throw problems['not-found']();
}

/** Throws `work-orders.warning-not-found` where the caller does not see the warning. */
export async function mustSeeWarning(database: ScopedDatabase, id: number): Promise<void> {
  const seen = await database.maybe(sql`
    select 1 from warning where warning_id = ${id} and ${database.within('settlement_code')} and ${database.inPlace('warning')}
      and ${database.withinItems('item_code', 'settlement_code')}`);
  if (!seen) throw problems['warning-not-found']();
}

const areasOf = (table: 'work_order' | 'warning'): Sql => {
  const t = { work_order: sql`work_order.`, warning: sql`warning.` }[table];
  return sql`array_remove(array[${prefectureCode}, (select coalesce(street.county_code, settlement.county_code) from settlement
      left join street_community street on street.area_code = settlement.street_code and street.level = 'street' where settlement.settlement_code = ${t}settlement_code),
    (select street_code from settlement where settlement.settlement_code = ${t}settlement_code), ${t}settlement_code, ${t}community_code, ${t}building_code], null)`;
};

/** The claims that are true, as an array of their names. */
const trueOf = (claims: Readonly<Record<string, Sql>>): Sql =>
  sql`array_remove(array[${join(Object.entries(claims).map(([name, is]) => sql`case when ${is} then ${name}::text end`))}], null)`;

interface OrderRow {
  order_id: number;
  order_no: string;
  state: OrderState;
  state_since: string;
  claims: OrderClaim[];
  finished_by: number | null;
  extend_by: number | null;
  extend_to: string | null;
  areas: string[];
  settlement_code: string;
  departments: string[];
  owner_account: number | null;
  level: string;
}

/** The order, held where `hold` says so. */
export async function orderCase(tx: Queryable, id: number, day: string, hold = true): Promise<OrderCase> {
  const row = await tx.maybe<OrderRow>(sql`
    select order_id, order_no, state, state_since, ${trueOf(orderClaimsAsOf(day))} as claims, finished_by, extend_by, extend_to, ${areasOf('work_order')} as areas,
      settlement_code, departments, owner_account, level
    from work_order where order_id = ${id}${hold ? sql` for update` : sql``}`);
  if (!row) throw problems['not-found']();
  return {
    id,
    no: row.order_no,
    state: row.state,
    since: new Date(row.state_since),
    claims: row.claims,
    doneBy: { finish: row.finished_by, extend: row.extend_by },
    areas: row.areas,
    settlement: row.settlement_code,
    departments: row.departments,
    extendTo: row.extend_to,
    owner: row.owner_account,
    level: row.level,
  };
}

interface WarningRow {
  warning_no: string;
  item_code: string;
  stage: Stage;
  stage_since: string;
  claims: WarningClaim[];
  done_by: number | null;
  areas: string[];
  settlement_code: string;
  order_id: number | null;
}

/** The warning, held where `hold` says so. */
export async function warningCase(tx: Queryable, id: number, day: string, hold = true): Promise<WarningCase> {
  const row = await tx.maybe<WarningRow>(sql`
    select warning_no, item_code, stage, stage_since, ${trueOf(claimsAsOf(day))} as claims, done_by, ${areasOf('warning')} as areas, settlement_code,
      (select order_id from work_order_item where work_order_item.warning_id = warning.warning_id and left_at is null) as order_id
    from warning where warning_id = ${id}${hold ? sql` for update` : sql``}`);
  if (!row) throw problems['warning-not-found']();
  return {
    id,
    no: row.warning_no,
    item: row.item_code,
    state: row.stage,
    since: new Date(row.stage_since),
    claims: row.claims,
    doneBy: { finish: row.done_by },
    areas: row.areas,
    settlement: row.settlement_code,
    order: row.order_id,
  };
}
