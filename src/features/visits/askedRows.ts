/** The rows about which a visit to a household may ask, with the fields that the caller may see; and the version of each value, by which changes of others are noticed. */
import { registers } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { type VisitQuestion, visitQuestions } from '#catalog/visitQuestions.ts';
import { type Decision, decideShown } from '#derive/decideShown.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight } from '#features/people/sight.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import type { Home, Member } from './findHome.ts';

export type StoredRow = Readonly<Record<string, unknown>>;

/** A row that stands, or that may begin, under its key. */
export interface AskedCase {
  readonly question: VisitQuestion;
  readonly register: Register;
  readonly key: string;
  readonly member: Member | null;
  readonly row: StoredRow | undefined;
}

/** The same as a caller may answer it. */
export interface OpenCase extends AskedCase {
  readonly fields: readonly { readonly name: string; readonly shown: Exclude<Decision['shown'], 'withheld'> }[];
}

const keyOf = (register: Register): string => register.key[0] ?? '';
export const fieldOf = (register: Register, name: string): Field => register.fields[name] as Field;

/** Every row that a visit to the household may ask about, as it stands now. */
export async function askedCases(database: Queryable, { no, members }: Pick<Home, 'no' | 'members'>): Promise<AskedCase[]> {
  const persons = members.map((member) => member.no);
  const stored = new Map<string, readonly StoredRow[]>();
  for (const name of new Set(visitQuestions.map(({ register }) => register))) {
    const own = name === 'household' || name === 'housing' ? sql`household_no = ${no}` : sql`person_no = any(${persons}::text[])`;
    stored.set(name, await database.query<StoredRow>(sql`select * from ${raw(name)} where ${own} order by row_id`));
  }
  return visitQuestions.flatMap((question): AskedCase[] => {
    const register = registers[question.register];
    const rows = stored.get(register.name) ?? [];
    if (question.of !== 'member') return rows.map((row) => ({ question, register, key: String(row[keyOf(register)]), member: null, row }));
    return members
      .filter((member) => concerns(question, member))
      .flatMap((member): AskedCase[] => {
        const row = rows.find((one) => one[keyOf(register)] === member.no);
        return row || question.mayBegin ? [{ question, register, key: member.no, member, row }] : [];
      });
  });
}

const concerns = ({ concerns: whom }: VisitQuestion, { isChild, canWork }: Member): boolean =>
  whom === 'anybody' || (whom === 'labour' ? canWork : isChild);

/** Of these rows those that the caller may answer, without fields that are withheld from them. */
export async function openCases(scope: ScopedDatabase, sight: Sight, home: Home, cases: readonly AskedCase[]): Promise<OpenCase[]> {
  const subjectOf = ({ member }: AskedCase) => ({ person: member?.no ?? null, household: home.no });
  const look = await lookAt(scope, sight, cases.map(subjectOf));
  return cases.flatMap((one): OpenCase[] => {
    const subject = look.of(subjectOf(one), keepersOf(one.register));
    const fields = one.question.fields.flatMap((name) => {
      const { shown } = decideShown(one.register, name, 'file', subject);
      return shown === 'withheld' ? [] : [{ name, shown }];
    });
    return fields.length === 0 ? [] : [{ ...one, fields }];
  });
}

/** A stored value as text, the same for the same value. */
export function storedText(keys: Keys, { kind }: Field, stored: unknown): string {
  if (stored === null || stored === undefined) return '';
  if (kind.sealed) return keys.openText(Buffer.from(stored as Uint8Array));
  return Array.isArray(stored) ? stored.join(',') : String(stored);
}

const versionDomain = 'visit-version';
const told = (register: Register, key: string, field: string, text: string): string => JSON.stringify([register.name, key, field, text]);

/** The version of a value: says nothing of the value, and is the same while nobody changes it. */
export function versionOf(keys: Keys, { register, key, row }: Pick<AskedCase, 'register' | 'key' | 'row'>, name: string): string {
  return keys.blindIndex(versionDomain, told(register, key, name, storedText(keys, fieldOf(register, name), row?.[name]))).toString('hex');
}

/** Whether a version, perhaps made before the keys were changed, is that of the value that stands. */
export function isVersionOf(keys: Keys, { register, key, row }: Pick<AskedCase, 'register' | 'key' | 'row'>, name: string, version: string): boolean {
  const text = told(register, key, name, storedText(keys, fieldOf(register, name), row?.[name]));
  return keys.blindIndexes(versionDomain, text).some((index) => index.toString('hex') === version);
}
