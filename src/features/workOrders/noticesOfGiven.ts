/** Tells people which orders are theirs now: one by its number, several by their count, red ones apart, since their limits are counted in hours. */
import type { NoticeOrder } from '#features/notices/notify.ts';
import { type Placed, whereOf } from './placeOfOrder.ts';

/** An order that somebody is put in charge of. */
export interface GivenOrder extends Placed {
  readonly id: number;
  readonly no: string;
  readonly level: string;
  readonly owner: number;
}

/** One notice for each owner, and one more for the red ones; `except` gave them. */
export function noticesOfGiven(orders: readonly GivenOrder[], except: readonly number[] = []): NoticeOrder[] {
  return [...new Set(orders.map(({ owner }) => owner))].flatMap((owner): NoticeOrder[] => {
    const own = orders.filter((order) => order.owner === owner);
    const to = { accounts: [owner], andDeputies: true, except };
    const [red, others] = [own.filter(({ level }) => level === 'red'), own.filter(({ level }) => level !== 'red')];
    return [
      ...(red.length === 0 ? [] : [{ kind: 'work-orders.assigned-red', words: { count: red.length }, to, ...whereOf(red) } as const]),
      ...toldOf(others, to),
    ];
  });
}

function toldOf(orders: readonly GivenOrder[], to: { accounts: number[]; andDeputies: boolean; except: readonly number[] }): NoticeOrder[] {
  const [first] = orders;
  if (first === undefined) return [];
  if (orders.length > 1) return [{ kind: 'work-orders.assigned-several', words: { count: orders.length }, to, ...whereOf(orders) }];
  const object = { kind: 'work-order', key: first.no };
  return [{ kind: 'work-orders.assigned', words: { order: first.no, id: first.id }, to, object, ...whereOf(orders) }];
}
