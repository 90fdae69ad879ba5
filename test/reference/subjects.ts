/** Which households, persons and other subjects count at T: facts.md section 1, "Subjects". */
import type { AsOf } from './asOf.ts';
import { isOneOf, list, type Row, text } from './world.ts';

/** A household that counts at T, with the persons who count in it. */
export interface Household {
  readonly no: string;
  readonly row: Row;
  readonly settlement: string;
  readonly moveIn: string;
  readonly members: readonly Person[];
}

/** A person who counts at T. */
export interface Person {
  readonly no: string;
  readonly row: Row;
  readonly household: Omit<Household, 'members'>;
  /** The settlement of the household at T, wherever rows about the person point. */
  readonly settlement: string;
  readonly birth: string;
  readonly tags: readonly string[];
}

const found = new WeakMap<AsOf, Household[]>();

/** The households that count at T, each with its members. */
export function householdsAt(at: AsOf): readonly Household[] {
  const known = found.get(at) ?? at.rows('household').flatMap((row) => householdOf(at, row));
  found.set(at, known);
  return known;
}

/** The persons who count at T. */
export function personsAt(at: AsOf): readonly Person[] {
  return householdsAt(at).flatMap((household) => household.members);
}

/** The households of a settlement that count at T. */
export function householdsOf(at: AsOf, settlement: string): Household[] {
  return householdsAt(at).filter((household) => household.settlement === settlement);
}

/** The persons of a settlement who count at T. */
export function personsOf(at: AsOf, settlement: string): Person[] {
  return personsAt(at).filter((person) => person.settlement === settlement);
}

/** The settlements in use: `status = '1'` or empty. */
export function settlementsAt(at: AsOf): Row[] {
  return at.rows('settlement').filter((row) => text(row, 'status') === null || isOneOf(row, 'status', '1'));
}

/** `movein_date <= T` and (`left_on` > T, or `left_on` empty and `status not in ('5','6')`). */
function householdOf(at: AsOf, row: Row): Household[] {
  const moveIn = text(row, 'movein_date');
  const left = text(row, 'left_on');
  if (moveIn === null || moveIn > at.date) return [];
  if (left === null ? isOneOf(row, 'status', '5', '6') : left <= at.date) return [];
  const household = { no: text(row, 'household_no') ?? '', row, settlement: text(row, 'settlement_code') ?? '', moveIn };
  const members = at.rows('person').filter((person) => text(person, 'household_no') === household.no);
  return [{ ...household, members: members.flatMap((person) => personOf(at, person, household)) }];
}

/** `birth_date <= T`, (`joined_on` empty or <= T) and (`end_date` empty or > T). */
function personOf(at: AsOf, row: Row, household: Omit<Household, 'members'>): Person[] {
  const birth = text(row, 'birth_date');
  const joined = text(row, 'joined_on');
  const ended = text(row, 'end_date');
  if (birth === null || birth > at.date) return [];
  if (joined !== null && joined > at.date) return [];
  if (ended !== null && ended <= at.date) return [];
  const no = text(row, 'person_no') ?? '';
  return [{ no, row, household, settlement: household.settlement, birth, tags: list(row, 'special_tags') }];
}
