/** What of health, of children and of persons whose data are restricted a caller may see: as far as the grants reach that allow it, subject by subject. */
import type { Register } from '#catalog/registers/register.ts';
import type { SeenSubject } from '#derive/decideShown.ts';
import { subjectField } from '#derive/personRefs.ts';
import type { Scope, ScopePart } from '#features/areas/scope.ts';

/** How far `people.health`, `people.minors` and `warnings.silent` reach, and the day on which somebody is of age. */
export interface Sight {
  readonly day: string;
  readonly health: Scope;
  readonly minors: Scope;
  /** Where warnings of the silent period are seen. */
  readonly silent: Scope;
  /** How far `person-rights.read` reaches: persons whose data are restricted are shown to those who answer for their requests. */
  readonly restricted: Scope;
}

/** The person and household that a row or finding is about; null where it is about none. */
export interface Subject {
  readonly person: string | null;
  readonly household: string | null;
}

/** Whether health data kept by some departments may be seen everywhere in a scope. */
export function seesAllHealth({ health }: Sight, scope: Scope, departments: readonly string[]): boolean {
  return partsOf(health).some((part) => (part.department === null || departments.includes(part.department)) && covers(part, scope));
}

/** What may be seen of somebody nobody has identified yet, in rows of a register that lie in these settlements: nothing of health or of a child unless the caller sees both in all of them. */
export function seenInAll({ health, minors }: Sight, settlements: readonly string[], kept: Keepers): SeenSubject {
  const sees = (scope: Scope): boolean => {
    const parts = partsOf(scope).filter(
      ({ department }) => department === null || kept.isDimension === true || kept.departments.includes(department),
    );
    const whole = new Set(parts.flatMap((part) => part.settlements));
    return parts.some(({ everything }) => everything) || (settlements.length > 0 && settlements.every((code) => whole.has(code)));
  };
  return { isRestricted: false, isMinor: true, seesHealth: sees(health), seesMinors: sees(minors) };
}

/** Who keeps what is looked at. A department sees in the lists of people and households what its own registers are about. */
export interface Keepers {
  readonly departments: readonly string[];
  readonly isDimension?: boolean;
}

/** The keepers of a register. */
export const keepersOf = ({ name, departments }: Register): Keepers => ({ departments, isDimension: name === 'person' || name === 'household' });

/** Who a row of a register is about. */
export function subjectOf(register: Register, row: Readonly<Record<string, unknown>>): Subject {
  const named = (target: string): string | null => {
    const field = Object.entries(register.fields).find(([, candidate]) => candidate.kind.name === 'ref' && candidate.target === target)?.[0];
    return field === undefined ? null : ((row[field] as string | null | undefined) ?? null);
  };
  if (register.name === 'person') return { person: row.person_no as string, household: (row.household_no as string | null) ?? null };
  if (register.name === 'household') return { person: null, household: row.household_no as string };
  const subject = subjectField(register);
  const person = subject === undefined ? named('person') : ((row[subject] as string | null | undefined) ?? null);
  return { person, household: named('household') };
}

/** A scope department by department; nothing where nothing was given. */
export function partsOf(scope: Scope): readonly ScopePart[] {
  const parts = scope.parts ?? [{ ...scope, department: null }];
  return parts.filter(({ settlements, places }) => settlements.length + places.length > 0);
}

/** Whether all that a handle sees lies in a part. */
export function covers(part: ScopePart, { settlements, places }: Scope): boolean {
  const whole = new Set(part.settlements);
  const codes = new Set(part.places.map(({ code }) => code));
  return settlements.every((code) => whole.has(code)) && places.every(({ code, settlement }) => whole.has(settlement) || codes.has(code));
}
