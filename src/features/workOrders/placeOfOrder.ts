/** Where orders lie as notices say it; those who dispatch hear of them by community, or by settlement for what belongs to none. */
import sql, { type Sql } from 'sql-template-tag';

/** The place of a row of `work_order`, with its name and what lies above it; five columns. */
export const placeOfOrder: Sql = sql`work_order.settlement_code as settlement, coalesce(work_order.community_code, work_order.settlement_code) as area,
  coalesce(community.name, settlement_name, work_order.settlement_code) as place, street.area_code as street, coalesce(street.county_code, settlement.county_code) as county`;

/** The joins that it needs. */
export const besideOrder: Sql = sql`left join settlement on settlement.settlement_code = work_order.settlement_code
  left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
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
