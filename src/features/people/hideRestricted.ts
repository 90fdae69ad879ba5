/** Keeps rows about persons whose data are restricted from those who do not answer for such requests. */
import { restrictedMark } from '#catalog/personRights.ts';
import type { Register } from '#catalog/registers/register.ts';
import { personFields, subjectField } from '#derive/personRefs.ts';
import type { ReadableField } from '#derive/readableField.ts';
import { readableLabel } from '#derive/readableRow.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';

interface StoredRow {
  readonly register: Register;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Keys of the persons, and of the households whose head, the caller may not see. */
export interface Hidden {
  readonly persons: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

/** Those of the rows that are hidden. */
export async function findHidden(database: ScopedDatabase, rows: readonly StoredRow[]): Promise<Hidden> {
  const persons = new Set(rows.flatMap(({ register, row }) => personsIn(register, row)));
  const households = rows.filter(({ register }) => register.name === 'household').map(({ row }) => String(row.household_no));
  if (persons.size + households.length === 0) return { persons: new Set(), heads: new Set() };
  const found = await database.query<{ key: string; is_head: boolean }>(sql`
    select person_no as key, false as is_head from person where person_no = any(${[...persons]}::text[]) and ${database.hides('person')}
    union all
    select household_no, true from household where household_no = any(${households}::text[]) and ${database.hidesHead('household')}`);
  const keys = (isHead: boolean): Set<string> => new Set(found.filter((one) => one.is_head === isHead).map(({ key }) => key));
  return { persons: keys(false), heads: keys(true) };
}

function personsIn(register: Register, row: StoredRow['row']): string[] {
  const own = register.name === 'person' ? [row.person_no as string] : [];
  return [...own, ...personFields(register).flatMap(({ name }) => row[name] ?? [])].filter((key): key is string => typeof key === 'string');
}

/** What of the head of a household is not shown. */
const ofHead: readonly string[] = ['head_name', 'head_id_no', 'phone', 'origin_address'];

/** A row as it may be read: of one about somebody hidden nothing, of a household with a hidden head what is not about the head. */
export function hideIn(register: Register, row: StoredRow['row'], { persons, heads }: Hidden, read: () => ReadableField[]): ReadableField[] {
  const subject = subjectField(register);
  const key = subject === undefined ? undefined : row[subject];
  if (subject !== undefined && typeof key === 'string' && persons.has(key)) return [restricted(register, subject)];
  if (register.name !== 'household' || !heads.has(String(row.household_no))) return read();
  return read().flatMap((field) => (field.name === 'head_name' ? restricted(register, 'head_name') : ofHead.includes(field.name) ? [] : field));
}

function restricted(register: Register, name: string): ReadableField {
  const field = register.fields[name];
  return { name, ...(field ? readableLabel(field) : restrictedMark), value: restrictedMark.zh, valueEn: restrictedMark.en };
}
