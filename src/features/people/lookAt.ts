/** Looks at the people whom rows and findings are about, and answers what of each of them a caller may see. */
import { registers } from '#catalog/catalog.ts';
import { type SeenSubject, whyUnnamed } from '#derive/decideShown.ts';
import { fullYears } from '#derive/fullYears.ts';
import type { ScopedDatabase, ScopePart } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import { isHeadHidden, isHidden } from './restricted.ts';
import { covers, type Keepers, partsOf, type Sight, type Subject } from './sight.ts';

/** Answers what may be seen of subjects that were looked at. */
export interface Look {
  /** What may be seen of a subject in what these departments keep. */
  of(subject: Subject, kept: Keepers): SeenSubject;
  /** Why a person who is referred to is not named; null where they are. */
  whyUnnamed(person: string, kept: Keepers): ReturnType<typeof whyUnnamed>;
}

const ofAge = 18;
const keepersOfHealth = Object.values(registers)
  .filter(({ about }) => about === 'health')
  .flatMap(({ departments }) => departments);

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
