/** Whom the moves of orders concern: who has to act next, or who waits for the answer; never who made the move. */
import type { Given } from '#catalog/lifecycles/move.ts';
import type { NoticeOrder } from '#features/notices/notify.ts';
import type { OrderState, OrderVerb } from './claims.ts';
import type { OrderCase } from './findCases.ts';
import { noticesOfGiven } from './noticesOfGiven.ts';

/** An order as it was, and what somebody did with it. */
export interface MovedOrder {
  readonly order: OrderCase;
  readonly verb: OrderVerb;
  readonly to: OrderState;
  readonly given: Given;
  /** The account, and the absent one for whom it acted. */
  readonly by: readonly number[];
}

/** What is to be told of moves; orders that somebody gets in one go are told together. */
export function noticesOfMoves(moves: readonly MovedOrder[]): NoticeOrder[] {
  const given = moves.filter(({ verb }) => giving.includes(verb));
  return [
    ...noticesOfGiven(
      given.map(({ order, given: { owner } }) => ({ ...order, owner: Number(owner), area: areaOf(order) })),
      given.flatMap(({ by }) => by),
    ),
    ...moves.flatMap((move) => tellings[move.verb]?.(move) ?? []),
  ];
}

/** Verbs that put somebody in charge. */
const giving: readonly OrderVerb[] = ['dispatch', 'transfer', 'arbitrate'];

/** The nearest area that holds the order. */
const areaOf = ({ areas, settlement }: OrderCase): string => areas.at(-1) ?? settlement;

const about = ({ order }: MovedOrder) => ({
  words: { order: order.no, id: order.id },
  places: [areaOf(order)],
  settlement: order.settlement,
  object: { kind: 'work-order', key: order.no },
});
/** The nearest who may do what comes next; the one who moved it does not. */
const others = ({ by }: MovedOrder) => ({ holders: { except: by } });
const named = ({ by }: MovedOrder, whom: number | null) => ({
  accounts: whom === null ? [] : [whom],
  andDeputies: true,
  except: by,
});

const tellings: Readonly<Partial<Record<OrderVerb, (move: MovedOrder) => NoticeOrder>>> = {
  return: (move) => ({ ...about(move), kind: move.to === 'disputed' ? 'work-orders.disputed' : 'work-orders.returned', to: others(move) }),
  join: (move) => ({
    ...about(move),
    kind: 'work-orders.joined',
    to: { holders: { departments: [move.given.department ?? ''], except: move.by } },
  }),
  extend: (move) => ({
    ...about(move),
    kind: 'work-orders.extension-asked',
    words: { ...about(move).words, day: move.given.until ?? '' },
    to: others(move),
  }),
  grant: (move) => ({
    ...about(move),
    kind: 'work-orders.extension-granted',
    words: { ...about(move).words, day: move.order.extendTo ?? '' },
    to: named(move, move.order.doneBy.extend),
  }),
  refuse: (move) => ({ ...about(move), kind: 'work-orders.extension-refused', to: named(move, move.order.doneBy.extend) }),
  transfer: (move) => ({ ...about(move), kind: 'work-orders.passed-on', to: named(move, move.order.owner) }),
  pause: (move) => ({ ...about(move), kind: 'work-orders.paused', to: named(move, move.order.owner) }),
  resume: (move) => ({ ...about(move), kind: 'work-orders.resumed', to: named(move, move.order.owner) }),
  finish: (move) => ({ ...about(move), kind: 'work-orders.finished', to: others(move) }),
  'send-back': (move) => ({ ...about(move), kind: 'work-orders.sent-back', to: named(move, move.order.owner) }),
};
