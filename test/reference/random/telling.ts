/** How a random world is told: rows with versions over fourteen months, full lists that miss them, late sheets. */
import { daysBetween, monthsBefore, plusDays } from '../calendar.ts';
import { register as registerOf } from '../registers.ts';
import { fullRow } from '../rows.ts';
import type { Row, Statement } from '../world.ts';
import type { Dice } from './dice.ts';

/** A statement before its place in the order of storing is known. */
type Draft = Omit<Statement, 'order'> & { readonly storedOn: string };

/** The teller of one world. */
export interface Teller extends Dice {
  /** The last day that the world knows. */
  readonly until: string;
  /** The days on which the world is looked at; dates are chosen around them. */
  readonly looks: readonly string[];
  /** A day at a telling distance before (now and then after) a look. */
  readonly edge: () => string;
  /** A time of day on an edge day. */
  readonly moment: () => string;
  /** An event row, now and then corrected later. */
  readonly event: (register: string, row: Row, correction?: Row) => void;
  /** A state row with its versions; `describe` answers what the register says on a day. Answers its first day. */
  readonly state: (register: string, key: Row, describe: (date: string) => Row, since?: string) => string;
  /** One statement as it is. */
  readonly tell: (register: string, row: Row, dataDate: string) => void;
  /** All statements in the order of storing. */
  readonly statements: () => Statement[];
}

const distances = [
  0, 0, 1, 1, 2, 3, 4, 5, 7, 8, 10, 11, 14, 15, 16, 20, 21, 29, 30, 31, 40, 41, 45, 46, 60, 61, 89, 90, 91, 92, 120, 179, 180, 181, 250, 364, 365,
  366, 399, 400, 401, -1, -2,
];
/** Registers on whose rows many others rest: seldom missing, and known from the beginning. */
const dimensions = ['settlement', 'building', 'household', 'person', 'street_community'];

/** A teller for the days of one world. */
export function tellerOf(dice: Dice, looks: readonly string[], until: string): Teller {
  const drafts: Draft[] = [];
  const begin = monthsBefore(until, 14);
  let serial = 0;

  const edge = (): string =>
    plusDays(dice.chance(0.5) ? until : dice.pick(looks), -(dice.chance(0.85) ? dice.pick(distances) : dice.between(0, 700)));
  const inWindow = (from: string): string => plusDays(from, dice.between(0, Math.max(0, daysBetween(until, from))));

  const add = (register: string, row: Row, dataDate: string, more: Partial<Draft> = {}): void => {
    drafts.push({ register, row, dataDate, storedOn: dataDate, ...more });
  };
  const tell = (register: string, row: Row, dataDate: string): void => {
    serial += 1;
    add(register, fullRow(register, row, serial), dataDate);
  };

  const event = (register: string, row: Row, correction?: Row): void => {
    tell(register, row, plusDays(begin, dice.between(0, 60)));
    if (correction !== undefined) add(register, filled({ ...keyOf(register, row), ...correction }), until);
  };

  const state = (register: string, key: Row, describe: (date: string) => Row, since = '2016-01-01'): string => {
    const isDimension = dimensions.includes(register);
    const first = isDimension || dice.chance(0.8) ? latest(since, plusDays(begin, -dice.between(1, 300))) : inWindow(latest(begin, since));
    tell(register, { ...describe(first), ...key }, first);
    const from = latest(first, begin);
    const late = (): Partial<Draft> => (dice.chance(0.15) ? { storedOn: plusDays(until, dice.between(1, 30)) } : {});
    for (let more = dice.between(0, 3); more > 0; more -= 1) {
      const date = inWindow(from);
      const said = Object.entries(describe(date)).filter(([field]) => !Object.hasOwn(key, field) && dice.chance(0.5));
      const cleared = dice.chance(0.04) ? dice.some(clearable(register), 0.3) : [];
      const row = filled({ ...Object.fromEntries(said), ...key });
      add(register, row, date, { ...late(), ...(cleared.length > 0 ? { cleared } : {}) });
    }
    if (dice.chance(isDimension ? 0.02 : 0.08)) missed(register, key, inWindow(from), describe, late);
    return first;
  };

  const missed = (register: string, key: Row, date: string, describe: (date: string) => Row, late: () => Partial<Draft>): void => {
    add(register, key, date, { missing: true, ...late() });
    if (dice.chance(0.4)) add(register, filled({ ...describe(date), ...key }), inWindow(date), late());
  };

  const statements = (): Statement[] =>
    drafts
      .map((draft, index) => ({ draft, index }))
      .toSorted((a, b) => compare(a.draft.storedOn, b.draft.storedOn) || a.index - b.index)
      .map(({ draft: { storedOn: _, ...statement } }, index) => ({ ...statement, order: index + 1 }));

  const moment = (): string => `${edge()}T${dice.pick(['00:00:00', '00:00:01', '08:00:00', '12:00:00', '20:00:00', '23:59:59'])}+08:00`;
  return { ...dice, until, looks, edge, moment, event, state, tell, statements };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const latest = (a: string, b: string): string => (a > b ? a : b);

/** Only filled cells speak. */
const filled = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const keyOf = (register: string, row: Row): Row => Object.fromEntries(registerOf(register).key.map((field) => [field, row[field] ?? null]));

/** Fields that a person may erase with `#清空`. */
function clearable(name: string): string[] {
  const { fields, required, key } = registerOf(name);
  const kept = [...required, ...key, 'settlement_code', 'birth_date', 'is_oneoff', 'net_amount', 'self_paid'];
  return fields.filter((field) => !kept.includes(field) && !field.startsWith('id_'));
}
