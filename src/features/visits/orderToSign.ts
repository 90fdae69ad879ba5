/** The order for which a visit signs when it takes a step of a warning that nobody has signed for: one that the caller sees and may sign for. */
import { offersOf } from '#catalog/lifecycles/move.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { orderCase } from '#features/workOrders/findCases.ts';
import { moverAt } from '#features/workOrders/mayAt.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { SignedOrder } from './contract.ts';

/** The order; null where there is none, where it is hidden from the caller (as one about an appeal against them), or is not theirs to sign for. */
export async function orderToSign(
  scope: ScopedDatabase,
  database: Queryable,
  caller: Caller,
  warning: number,
  day: string,
): Promise<SignedOrder | null> {
  const seen = await scope.maybe<{ id: number; owner: string | null }>(sql`
    select work_order.order_id as id, case when owner_account is distinct from ${caller.account} then owner_name end as owner
    from work_order_item join work_order using (order_id) join warning using (warning_id)
    where warning_id = ${warning} and left_at is null and work_order.state = 'dispatched' and warning.stage = 'raised'
      and ${scope.within('work_order.settlement_code')} and ${scope.inPlace('work_order')}`);
  if (!seen) return null;
  const order = await orderCase(database, seen.id, day, false);
  const maySign = offersOf(workOrderLifecycle, order, moverAt(caller, order)).some(({ verb, blocked }) => verb === 'sign' && blocked === null);
  return maySign ? { id: order.id, no: order.no, owner: seen.owner } : null;
}
