/** Rows of registers as people read them, with the names of everything that they refer to, and nothing that the caller may not see. */
import type { Showing } from '#derive/decideShown.ts';
import type { ReadableField } from '#derive/readableField.ts';
import { readableRow } from '#derive/readableRow.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { lookAt } from '#features/people/lookAt.ts';
import { keepersOf, type Sight, subjectOf } from '#features/people/sight.ts';
import sql, { join, raw } from 'sql-template-tag';

export interface StoredRow {
  readonly register: Register;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Where rows are shown, and what the caller may see of the people in them; `open` unseals sealed numbers. */
export interface RowReading {
  readonly showing: Showing;
  /** Settlements in which the caller's department keeps the register that is listed. */
  readonly keeps?: ReadonlySet<string>;
  readonly sight: Sight;
  open(sealed: Uint8Array): string;
}

/** Key and name of the registers whose rows are called by a name. Households keep their number: it is what people call them by. Appeals are called by theirs, as far as they are seen. */
const named: Readonly<Partial<Record<RegisterName, { readonly key: string; readonly name: string }>>> = {
  settlement: { key: 'settlement_code', name: 'settlement_name' },
  street_community: { key: 'area_code', name: 'name' },
  building: { key: 'building_code', name: "coalesce(name, building_no || '栋')" },
  school: { key: 'school_no', name: 'name' },
  clinic: { key: 'org_no', name: 'name' },
  facility: { key: 'facility_no', name: 'name' },
  party_body: { key: 'party_no', name: 'name' },
  person: { key: 'person_no', name: 'name' },
  appeal: { key: 'appeal_no', name: 'appeal_no' },
};

/** The rows in their order, each as its fields. */
export async function readRows(
  database: ScopedDatabase,
  rows: readonly StoredRow[],
  { showing, keeps, sight, open }: RowReading,
): Promise<ReadableField[][]> {
  const wanted = namesWanted(rows);
  const names = await readNames(database, wanted);
  const subjects = rows.map(({ register, row }) => subjectOf(register, row));
  const look = await lookAt(database, sight, subjects, [...(wanted.get('person') ?? [])]);
  const nameOf = (target: RegisterName, key: string): string | undefined => names.get(`${target} ${key}`);
  return rows.map(({ register, row }, at) => {
    const kept = keepersOf(register);
    const subject = look.of(subjects[at] ?? { person: null, household: null }, kept);
    const isOwn = showing === 'list' && keeps?.has(row.settlement_code as string) === true;
    return readableRow(register, row, {
      showing: isOwn ? 'own' : showing,
      subject,
      open,
      nameOf,
      whyUnnamed: (person) => look.whyUnnamed(person, kept),
    });
  });
}

/** The keys of everything that the rows refer to, register by register. */
function namesWanted(rows: readonly StoredRow[]): ReadonlyMap<RegisterName, ReadonlySet<string>> {
  const wanted = new Map<RegisterName, Set<string>>();
  for (const { register, row } of rows) {
    for (const [field, { target }] of Object.entries(register.fields)) {
      const stored = row[field] as string | readonly string[] | null | undefined;
      if (target === undefined || !(target in named) || stored === null || stored === undefined) continue;
      const keys = wanted.get(target) ?? new Set();
      for (const key of typeof stored === 'string' ? [stored] : stored) keys.add(key);
      wanted.set(target, keys);
    }
  }
  return wanted;
}

/** Names by register and key. */
async function readNames(database: ScopedDatabase, wanted: ReadonlyMap<RegisterName, ReadonlySet<string>>): Promise<ReadonlyMap<string, string>> {
  const parts = [...wanted].flatMap(([target, keys]) => {
    const table = named[target];
    return table
      ? [
          sql`select ${target}::text as register, ${raw(table.key)} as key, ${raw(table.name)} as name from ${raw(target)} where ${raw(table.key)} = any(${[...keys]}::text[])`,
        ]
      : [];
  });
  if (parts.length === 0) return new Map();
  const found = await database.query<{ register: string; key: string; name: string }>(join(parts, ' union all '));
  return new Map(found.map(({ register, key, name }) => [`${register} ${key}`, name]));
}
