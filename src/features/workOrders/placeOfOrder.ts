/** Where orders lie as notices say it; those who dispatch hear of them by community, or by settlement for what belongs to none. */
import sql, { type Sql } from 'sql-template-tag';

/** The area of a row of `work_order`. */
export const community: Sql = sql`coalesce(work_order.community_code, work_order.settlement_code)`;

/** Joins that name it: `community.name`, `settlement_name`. */
export const itsPlace: Sql = sql`left join settlement on settlement.settlement_code = work_order.settlement_code
  left join street_community community on community.area_code = work_order.community_code`;

/** An order with the nearest area that holds it. */
export interface Placed {
  readonly settlement: string;
  readonly area: string;
}

/** Places of a notice about some orders. */
export function whereOf(orders: readonly Placed[]): { readonly places: readonly string[]; readonly settlement: string | null } {
  const settlements = [...new Set(orders.map(({ settlement }) => settlement))];
  return { places: [...new Set(orders.map(({ area }) => area))], settlement: settlements.length === 1 ? (settlements[0] ?? null) : null };
}
