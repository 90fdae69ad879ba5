/** Takes an order up again that was finished or reviewed when a warning on it has to be handled anew: it is in hand of whoever is in charge of it, and they are told. */
import { notify } from '#features/notices/notify.ts';
import type { Queryable } from '#platform/database/database.ts';
import { orderCase } from './findCases.ts';
import { moveOrdersByPlatform } from './setOrderState.ts';

/** The order, the moment, and the accounts that know. */
interface TakenUp {
  readonly order: number;
  readonly at: Date;
  readonly day: string;
  readonly by: readonly number[];
}

/** Does nothing to an order that is in hand still. */
export async function takeUpOrder(tx: Queryable, { order: id, at, day, by }: TakenUp): Promise<void> {
  const { no, owner, areas, settlement } = await orderCase(tx, id, day);
  const moved = await moveOrdersByPlatform(tx, 'reopen', { at, settlements: [settlement], orders: [id] });
  if (moved.length === 0 || owner === null) return;
  await notify(tx, {
    kind: 'work-orders.taken-up',
    words: { order: no, id },
    to: { accounts: [owner], andDeputies: true, except: by },
    places: [areas.at(-1) ?? settlement],
    settlement,
    object: { kind: 'work-order', key: no },
  });
}
