/** Rows of registers as people read them, with the names of everything that they refer to. */
import { maskName } from '#derive/mask.ts';
import type { ReadableField } from '#derive/readableField.ts';
import { readableRow, type Showing } from '#derive/readableRow.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { join, raw } from 'sql-template-tag';
import { findHidden, hideIn } from './hideRestricted.ts';
import { restrictedMark } from '#catalog/personRights.ts';

export interface StoredRow {
  readonly register: Register;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Key and name of the registers whose rows are called by a name. Households keep their number: it is what people call them by. */
const named: Readonly<Partial<Record<RegisterName, { readonly key: string; readonly name: string; readonly isPerson?: true }>>> = {
  settlement: { key: 'settlement_code', name: 'settlement_name' },
  street_community: { key: 'area_code', name: 'name' },
  building: { key: 'building_code', name: "coalesce(name, building_no || '栋')" },
  school: { key: 'school_no', name: 'name' },
  clinic: { key: 'org_no', name: 'name' },
  facility: { key: 'facility_no', name: 'name' },
  party_body: { key: 'party_no', name: 'name' },
  person: { key: 'person_no', name: 'name', isPerson: true },
};

/** The rows in their order, each as its filled fields; `open` unseals sealed numbers. What is about a restricted person says that, and nothing else. */
export async function readRows(
  database: ScopedDatabase,
  rows: readonly StoredRow[],
  showing: Showing,
  open: (sealed: Uint8Array) => string,
): Promise<ReadableField[][]> {
  const [names, hidden] = await Promise.all([readNames(database, rows), findHidden(database, rows)]);
  const nameOf = (target: RegisterName, key: string): string | undefined => {
    if (target === 'person' && hidden.persons.has(key)) return restrictedMark.zh;
    const name = names.get(`${target} ${key}`);
    return name !== undefined && named[target]?.isPerson && showing === 'list' ? maskName(name) : name;
  };
  return rows.map(({ register, row }) => hideIn(register, row, hidden, () => readableRow(register, row, { showing, open, nameOf })));
}

/** Names by register and key of everything that the rows refer to. */
async function readNames(database: ScopedDatabase, rows: readonly StoredRow[]): Promise<ReadonlyMap<string, string>> {
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
