/** What of health, of children and of persons whose data are restricted a caller may see: as far as the grants reach that allow it, subject by subject. */
import type { Register } from '#catalog/registers/register.ts';
import { registers } from '#catalog/catalog.ts';
import { type SeenSubject, whyUnnamed } from '#derive/decideShown.ts';
import { subjectField } from '#derive/personRefs.ts';
import { fullYears } from '#derive/fullYears.ts';
import type { Scope, ScopedDatabase, ScopePart } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import { isHeadHidden, isHidden } from './restricted.ts';

/** How far `people.health` and `people.minors` reach, and the day on which somebody is of age. */
export interface Sight {
  readonly day: string;
  readonly health: Scope;
  readonly minors: Scope;
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

/** Answers what may be seen of subjects that were looked at. */
export interface Look {
  /** What may be seen of a subject in what these departments keep. */
  of(subject: Subject, kept: Keepers): SeenSubject;
  /** Why a person who is referred to is not named; null where they are. */
  whyUnnamed(person: string, kept: Keepers): ReturnType<typeof whyUnnamed>;
}

/** Who keeps what is looked at. A department sees in the lists of people and households what its own registers are about. */
export interface Keepers {
  readonly departments: readonly string[];
  readonly isDimension?: boolean;
}

const ofAge = 18;
const keepersOfHealth = Object.values(registers)
  .filter(({ about }) => about === 'health')
  .flatMap(({ departments }) => departments);

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

interface PersonRow {
  person_no: string;
  household_no: string | null;
  birth_date: string | null;
  is_head: boolean;
  /** The data are restricted, and the caller does not answer for them. */
  is_restricted: boolean;
}

/** A part of a sight, with the households that lie in it. */
interface SeenPart {
  readonly department: string | null;
  readonly households: 'all' | ReadonlySet<string>;
}

/** Looks at subjects, and at people who are merely named; asks the database only where the caller sees some and not all. */
export async function lookAt(database: ScopedDatabase, sight: Sight, subjects: readonly Subject[], named: readonly string[] = []): Promise<Look> {
  const parts = { health: partsOf(sight.health), minors: partsOf(sight.minors) };
  const isWhole = [...parts.health, ...parts.minors].every((part) => covers(part, database.scope));
  const seesAll = isWhole && parts.minors.some(({ department }) => department === null) && parts.health.some(({ department }) => department === null);
  const answersForAll = covers({ ...sight.restricted, places: [], department: null }, database.scope);
  const isAsked = !(seesAll && answersForAll);
  const persons = isAsked ? await readPersons(database, sight, subjects, named) : [];
  const hiddenHeads = answersForAll ? new Set() : await readHiddenHeads(database, sight, subjects);
  const households = [...new Set([...subjects.map(({ household }) => household), ...persons.map((row) => row.household_no)])].filter(
    (household) => household !== null,
  );
  const seenParts = async (of: readonly ScopePart[]): Promise<SeenPart[]> =>
    Promise.all(of.map(async (part) => ({ department: part.department, households: await householdsIn(database, part, households) })));
  const [health, minors] = [await seenParts(parts.health), await seenParts(parts.minors)];
  const byNumber = new Map(persons.map((row) => [row.person_no, row]));
  const heads = new Map(persons.flatMap((row) => (row.is_head && row.household_no !== null ? [[row.household_no, row]] : [])));
  const isMinor = (row: PersonRow | undefined): boolean =>
    row === undefined || row.birth_date === null || fullYears(row.birth_date, sight.day) < ofAge;
  const sees = (some: readonly SeenPart[], household: string | null, fits: (department: string) => boolean): boolean =>
    some.some(
      (part) =>
        (part.department === null || fits(part.department)) && (part.households === 'all' || (household !== null && part.households.has(household))),
    );
  const of = ({ person, household }: Subject, kept: Keepers): SeenSubject => {
    const row = person === null ? undefined : byNumber.get(person);
    const isRestricted = person === null ? hiddenHeads.has(household) : row?.is_restricted === true;
    if (seesAll) return { isRestricted, isMinor: false, seesHealth: true, seesMinors: true };
    const home = row?.household_no ?? household;
    const keeps = (department: string): boolean => kept.departments.includes(department);
    return {
      isRestricted,
      isMinor: person !== null ? isMinor(row) : household !== null && heads.has(household) && isMinor(heads.get(household)),
      seesHealth: sees(health, home, (department) => keeps(department) || (kept.isDimension === true && keepersOfHealth.includes(department))),
      seesMinors: sees(minors, home, (department) => keeps(department) || kept.isDimension === true),
    };
  };
  return {
    of,
    // Somebody who is named but is not found in the caller's area has no name here either.
    whyUnnamed: (person, kept) => whyUnnamed(of({ person, household: null }, kept)),
  };
}

/** A scope department by department; nothing where nothing was given. */
function partsOf(scope: Scope): readonly ScopePart[] {
  const parts = scope.parts ?? [{ ...scope, department: null }];
  return parts.filter(({ settlements, places }) => settlements.length + places.length > 0);
}

/** Whether all that a handle sees lies in a part. */
function covers(part: ScopePart, { settlements, places }: Scope): boolean {
  const whole = new Set(part.settlements);
  const codes = new Set(part.places.map(({ code }) => code));
  return settlements.every((code) => whole.has(code)) && places.every(({ code, settlement }) => whole.has(settlement) || codes.has(code));
}

async function householdsIn(database: ScopedDatabase, part: ScopePart, households: readonly string[]): Promise<SeenPart['households']> {
  if (covers(part, database.scope)) return 'all';
  if (households.length === 0) return new Set();
  const { department: _, ...scope } = part;
  const rows = await database
    .held(scope)
    .query<{ household_no: string }>(sql`select household_no from household where household_no = any(${households}::text[])`);
  return new Set(rows.map((row) => row.household_no));
}

/** The people whom subjects name, those who are merely named, and the heads of the households. */
async function readPersons(database: ScopedDatabase, sight: Sight, subjects: readonly Subject[], named: readonly string[]): Promise<PersonRow[]> {
  const persons = [...new Set([...named, ...subjects.flatMap(({ person }) => person ?? [])])];
  const households = householdsOf(subjects);
  if (persons.length + households.length === 0) return [];
  return database.query<PersonRow>(sql`
    select person_no, household_no, birth_date, relation = '02' and end_date is null as is_head, ${isHidden(sight, 'person')} as is_restricted from person
    where person_no = any(${persons}::text[]) or household_no = any(${households}::text[]) and relation = '02'`);
}

/** Households whose head, by the number that stands there, is restricted. */
async function readHiddenHeads(database: ScopedDatabase, sight: Sight, subjects: readonly Subject[]): Promise<ReadonlySet<unknown>> {
  const households = householdsOf(subjects.filter(({ person }) => person === null));
  if (households.length === 0) return new Set();
  const rows = await database.query<{ household_no: string }>(sql`
    select household_no from household where household_no = any(${households}::text[]) and ${isHeadHidden(sight, 'household')}`);
  return new Set(rows.map(({ household_no: household }) => household));
}

const householdsOf = (subjects: readonly Subject[]): string[] => [...new Set(subjects.flatMap(({ household }) => household ?? []))];
