/** What work is in the story: spells of work and of looking for it, and who counts as labour. */
import { type Day, yearsBetween } from './days.ts';
import type { Employer } from './employers.ts';
import { isAtSchool, type Schooling, schoolStatusAt } from './schooling.ts';
import { hasTag } from './tags.ts';
import type { Person } from './world.ts';

export type WorkState = 'employed' | 'seeking' | 'unwilling' | 'unable';

/** A time in one state of work; it ends when the next begins. */
export interface Spell {
  readonly from: Day;
  readonly state: WorkState;
  /** Codes of EMP_FORM. */
  readonly form?: string;
  /** The employer, the last one when out of work. */
  readonly employer?: Employer;
  readonly region?: string;
  readonly wage?: number;
  /** Code of EMP_EXEMPT. */
  readonly exempt?: string;
}

export interface Worker {
  readonly person: Person;
  /** In order of time; the last holds at the end of the sample. */
  spells: Spell[];
  /** Unpaid since this day; 0 = paid. */
  arrearsFrom: Day;
  /** Whether the list says anything about arrears. */
  arrearsStated: boolean;
  /** The "131" service: guidance, three offers and a course. */
  served: boolean;
}

export interface Work {
  readonly workers: ReadonlyMap<Person, Worker>;
  /** Labour that is missing from the employment list. */
  readonly unlisted: ReadonlySet<Person>;
  /** People who came home because their outside job ended and found work nearby: the signal of C04. */
  readonly returned: readonly { readonly worker: Worker; readonly on: Day; readonly employer: Employer }[];
}

/** Labour as the facts define it: 16 to 59, able, not at school, not in service, abroad or custody. */
export function isLabour(person: Person, day: Day, schooling: Schooling): boolean {
  const age = yearsBetween(person.birth, day);
  return (
    age >= 16 &&
    age <= 59 &&
    person.ability < '4' &&
    !isAtSchool(schoolStatusAt(person, day, schooling.troubles)) &&
    !hasTag(person, '16', '17', '18')
  );
}

/** The spell that holds at the end of the story. */
export const lastSpell = (worker: Worker): Spell => worker.spells.at(-1) as Spell;

/** The spell of a day; undefined before the first. */
export function spellOn(worker: Worker, day: Day): Spell | undefined {
  let found: Spell | undefined;
  for (const spell of worker.spells) if (spell.from <= day) found = spell;
  return found;
}
