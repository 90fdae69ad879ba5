/** What the specification says of each register: key, mode, date of an event, rhythm, and how its settlement is found. */
import known from './registers.json' with { type: 'json' };

/** A register as `registers.csv` and `fields.csv` describe it. */
export interface Register {
  readonly name: string;
  readonly mode: 'state' | 'event';
  /** Fields of the natural key; an optional field that is empty is a value of its own. */
  readonly key: readonly string[];
  readonly staleAfterDays: number;
  /** Fields through which the settlement of a row is found; the first filled one wins. */
  readonly via: readonly string[];
  /** Event registers: the field that dates a row. */
  readonly date?: string;
  readonly dates: readonly string[];
  readonly times: readonly string[];
  readonly required: readonly string[];
  readonly fields: readonly string[];
}

/** All registers, in the order of the specification. */
export const registers = known as unknown as readonly Register[];

const byName = new Map(registers.map((register) => [register.name, register]));

/** The register of this name; an unknown name is a mistake of the caller. */
export function register(name: string): Register {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no register ${name}`);
  return found;
}
