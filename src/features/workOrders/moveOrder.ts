/** A person moves a work order: held, decided by the lifecycle, done with what it brings along, and told in the audit log and to whom it concerns, all in one transaction. */
import type { Given } from '#catalog/lifecycles/move.ts';
import { move } from '#catalog/lifecycles/move.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { type Caller, selvesOf } from '#features/accounts/caller.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { notify } from '#features/notices/notify.ts';
import { problemOf } from './refusedMove.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { alignClocks } from './alignClocks.ts';
import type { OrderVerb } from './claims.ts';
import { orderCase } from './findCases.ts';
import { moverAt } from './mayAt.ts';
import { moveListed } from './moveListed.ts';
import { type MovedOrder, noticesOfMoves } from './noticesOfMoves.ts';
import { orderEffects } from './orderEffects.ts';
import { problems } from './problems.ts';
import { refreshOrders, setOrderState } from './setOrderState.ts';
import { toldOf } from './toldOf.ts';

/** What moving works with. */
export interface WorkHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** Moves an order that the caller sees. */
export function moveOrder(house: WorkHouse, id: number, verb: OrderVerb, given: Given): Promise<void> {
  return house.database.transaction((tx) => moveOrderIn(tx, house, id, verb, given));
}

/** The same inside a transaction that does more. */
export async function moveOrderIn(tx: Queryable, house: Omit<WorkHouse, 'database'>, id: number, verb: OrderVerb, given: Given): Promise<void> {
  const moved = await moveQuietly(tx, house, id, verb, given);
  await notify(tx, ...noticesOfMoves([moved]));
}

/** Moves it and tells nobody: whoever moves many tells of them together. `isPreview` only asks whether it may be done. */
export async function moveQuietly(
  tx: Queryable,
  { clock, actor, caller }: Omit<WorkHouse, 'database'>,
  id: number,
  verb: OrderVerb,
  given: Given,
  isPreview = false,
): Promise<MovedOrder> {
  const day = clock.today();
  const order = await orderCase(tx, id, day);
  const outcome = move(workOrderLifecycle, order, verb, moverAt(caller, order), clock.now(), given);
  if (outcome.is === 'refused') throw problemOf(problems, outcome);
  const { at, from, to } = outcome;
  const moved = { order, verb, to, given, by: selvesOf(caller) };
  if (isPreview) return moved;
  const by = { account: caller.account, name: actor.name };
  const { set, said } = (await orderEffects[verb]?.({ tx, order, given, at, day, account: caller.account })) ?? {};
  await setOrderState(tx, [id], { verb, to: to === from ? 'stay' : to, at, by, given: { ...given, ...said }, ...(set && { set }) });
  await moveListed(tx, id, verb, { at, day, account: caller.account, by: actor.name, given });
  await alignClocks(tx, sql`order_id = ${id}`, at);
  await refreshOrders(tx, [id], day);
  await appendAudit(tx, actor, {
    verb: `work-orders.${verb}`,
    object: { kind: 'work-order', key: order.no },
    settlement: order.settlement,
    before: { state: from },
    after: { state: to, given: toldOf(workOrderLifecycle, verb, given) },
  });
  return moved;
}
