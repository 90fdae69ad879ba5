/** From whom an order about an appeal is kept: the unit complained about, and of an accusation everybody whose post does not see accusations. */
import { roleOf } from '#catalog/roles.ts';
import type { Holder } from '#features/accounts/holders.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Answers whether an order may not be given to the holder of a post. */
export async function keptFrom(
  tx: Queryable,
  orders: readonly number[],
): Promise<(order: number, holder: Pick<Holder, 'account' | 'role' | 'area' | 'department'>) => boolean> {
  const rows = await tx.query<{ order_id: number; is_accusation: boolean; against: string[] }>(sql`
    select order_id, nature is null or nature = '4' as is_accusation,
      array(select party from appeal_party where appeal_party.appeal_no = place_key and part = 'against') as against
    from work_order left join appeal on appeal.appeal_no = place_key where place_kind = 'appeal' and order_id = any(${orders}::bigint[])`);
  const kept = new Map(rows.map((row) => [row.order_id, row]));
  return (order, { account, role, area, department }) => {
    const about = kept.get(order);
    if (!about) return false;
    if (about.is_accusation && !roleOf(role).may.includes('appeals.accusations')) return true;
    return [`account:${account}`, department === null ? `area:${area}` : `department:${department}`].some((party) => about.against.includes(party));
  };
}
