/** Whom clocks concern that are soon over or missed: many that one run finds for somebody are one notice. */
import { nameOfArea } from '#catalog/areas/areas.ts';
import { dayInChina, timeInChina } from '#derive/clocks/chinaTime.ts';
import { type Above, areaAbove, type Level } from '#features/areas/areaAbove.ts';
import type { NoticeOrder } from '#features/notices/notify.ts';
import { type Placed, whereOf } from './placeOfOrder.ts';

/** An order of which a clock is meant: who is in charge, and where it lies. */
export interface TimedOrder extends Above, Placed {
  readonly order: number;
  readonly owner: number | null;
  readonly street_name: string | null;
}

/** Those in charge; where nobody is, the nearest who dispatch. */
export function noticesOfSoon(soon: readonly (TimedOrder & { readonly due: Date })[]): NoticeOrder[] {
  return groupsOf(soon, ({ owner, area }) => (owner === null ? area : `account ${owner}`)).map(([first, orders]): NoticeOrder => {
    const due = new Date(Math.min(...orders.map((order) => order.due.getTime())));
    const words = { count: countOf(orders), due: `${dayInChina(due)} ${timeInChina(due)}` };
    const { owner } = first;
    if (owner === null) return { kind: 'work-orders.nobodys-clock-soon', words, to: { holders: {} }, ...whereOf(orders) };
    return { kind: 'work-orders.clock-soon', words, to: { accounts: [owner], andDeputies: true }, ...whereOf(orders) };
  });
}

/** Those in charge, and the office to which it goes: the nearest from its level upwards in which somebody dispatches. What comes up to the prefecture is told there once a day. */
export function noticesOfMissed(missed: readonly (TimedOrder & { readonly level: Level })[], offices: ReadonlySet<string>): NoticeOrder[] {
  const climbs = missed.flatMap((order) => {
    const office = [areaAbove(order, order.level), areaAbove(order, 'county')].find((area) => offices.has(area));
    return office === undefined ? [] : [{ ...order, office }];
  });
  const owned = missed.flatMap((order) => (order.owner === null ? [] : [{ ...order, owner: order.owner }]));
  return [
    ...groupsOf(owned, ({ owner }) => String(owner)).map(
      ([{ owner }, orders]): NoticeOrder => ({
        kind: 'work-orders.overdue',
        words: { count: countOf(orders) },
        to: { accounts: [owner], andDeputies: true },
        ...whereOf(orders),
      }),
    ),
    ...groupsOf(climbs, ({ office }) => office).map(
      ([{ office, street, street_name: name }, orders]): NoticeOrder => ({
        kind: 'work-orders.escalated',
        words: { place: (office === street ? name : null) ?? nameOfArea(office), count: countOf(orders), area: office },
        to: { holders: { except: onlyOwner(orders) } },
        places: [office],
        settlement: whereOf(orders).settlement,
      }),
    ),
  ];
}

/** Whoever missed all of them is not asked to press themselves. */
function onlyOwner(orders: readonly TimedOrder[]): number[] {
  const owners = [...new Set(orders.map(({ owner }) => owner))];
  return owners.length === 1 ? owners.filter((owner) => owner !== null) : [];
}

/** Two clocks of one order are one order. */
const countOf = (orders: readonly TimedOrder[]): number => new Set(orders.map(({ order }) => order)).size;

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): (readonly [first: T, all: readonly T[]])[] {
  const groups = new Map<string, [T, T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group[1].push(one);
    else groups.set(keyOf(one), [one, [one]]);
  }
  return [...groups.values()];
}
