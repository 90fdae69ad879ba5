/** A world as of one date: the rows that count, and whether a register has spoken for a settlement. */
import { endOfDay, plusDays } from './calendar.ts';
import { register as registerOf } from './registers.ts';
import { versionsAt } from './versions.ts';
import { list, type Row, text, type World } from './world.ts';

/** A world as of T and M; everything that a fact may read. */
export interface AsOf {
  readonly world: World;
  /** T, a calendar date in Asia/Shanghai. */
  readonly date: string;
  /** M in milliseconds: the end of T, or the time of the evaluation when T is today. */
  readonly moment: number;
  /** The rows of a register that count at T. */
  readonly rows: (register: string) => readonly Row[];
  /** `fresh(R, S)`: the register was delivered for the settlement within its window. */
  readonly fresh: (register: string, settlement: string) => boolean;
  /** The rows of a register, or null when it is silent for the settlement. */
  readonly delivered: (register: string, settlement: string) => readonly Row[] | null;
}

/** How a world is looked at: at which moment of the day, and whether silence matters (it does not for figures). */
export interface View {
  readonly now?: number;
  readonly ignoreSilence?: boolean;
}

/** The platform keeps these itself, or they are dimensions: silence makes nothing unknown. */
const exempt = ['settlement', 'building', 'household', 'person', 'appeal'];

/** Looks at a world as of a date. */
export function asOf(world: World, date: string, view: View = {}): AsOf {
  const moment = view.now ?? endOfDay(date);
  const cache = new Map<string, readonly Row[]>();
  const rows = (register: string): readonly Row[] => {
    const rowsThere = cache.get(register) ?? versionsAt(world, register, date, moment);
    cache.set(register, rowsThere);
    return rowsThere;
  };
  const fresh = (register: string, settlement: string): boolean =>
    view.ignoreSilence === true || exempt.includes(register) || isFresh(world, register, settlement, date);
  const delivered = (register: string, settlement: string): readonly Row[] | null => (fresh(register, settlement) ? rows(register) : null);
  return { world, date, moment, rows, fresh, delivered };
}

/** Some delivery has `data_date > T - W` and `<= T`, W being the days after which the register is stale. */
function isFresh(world: World, register: string, settlement: string, date: string): boolean {
  const after = plusDays(date, -registerOf(register).staleAfterDays);
  return world.feed.some(
    (delivery) =>
      delivery.register === register && delivery.settlement_code === settlement && delivery.data_date > after && delivery.data_date <= date,
  );
}

/** `serves(r, S)`: the row's settlement is S, or S is in its `settlement_codes`. */
export function serves(row: Row, settlement: string): boolean {
  return text(row, 'settlement_code') === settlement || list(row, 'settlement_codes').includes(settlement);
}
