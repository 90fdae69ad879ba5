/** Shows registers: what each holds, and a page of the rows of one. */
import { registers } from '#catalog/catalog.ts';
import { registerNames } from '#catalog/registers/registerNames.ts';
import type { Register } from '#catalog/registers/register.ts';
import { readableLabel } from '#derive/readableRow.ts';
import { keptIn, type ScopedDatabase } from '#features/areas/scope.ts';
import { defineProblems } from '#platform/problems/problem.ts';
import sql, { raw } from 'sql-template-tag';
import type { RegisterList, RowPage } from './contract.ts';
import { type RowCountsOf, withinScope } from './countRows.ts';
import { readRows, type RowReading } from './readRows.ts';

const problems = defineProblems('registers', {
  'unknown-register': { kind: 'not-found', zh: '没有名为“{name}”的台账。', en: 'There is no register named “{name}”.' },
});

const all = Object.values(registers).filter((register) => register.name !== 'warning_case');

/** The register of a name; throws `registers.unknown-register`. */
export function getRegister(name: string): Register {
  const known = registerNames.find((candidate) => candidate === name && candidate !== 'warning_case');
  if (!known) throw problems['unknown-register']({ name });
  return registers[known];
}

/** The registers that the caller sees, in their order, with the number of current rows inside the scope. */
export async function listRegisters(database: ScopedDatabase, countsOf: RowCountsOf): Promise<RegisterList> {
  const listed = all.filter((register) => database.forRegister(register) !== undefined);
  const counts = await countsOf(database, listed);
  return {
    registers: listed.map((register) => ({
      name: register.name,
      no: register.no,
      zh: register.zh,
      en: register.en,
      subject: register.subject,
      mode: register.mode,
      every: register.every,
      staleAfterDays: register.staleAfterDays,
      departments: [...register.departments],
      sensitivity: register.sensitivity,
      note: register.note ?? '',
      rows: counts.get(register.name)?.rows ?? 0,
      fields: Object.entries(register.fields).map(([name, field]) => ({
        name,
        zh: field.zh,
        en: field.en,
        kind: field.kind.name,
        required: field.required,
        sensitivity: field.sensitivity,
        aliases: [...field.aliases],
        note: field.note,
      })),
    })),
  };
}

/** A page of current rows of a register, personal values masked; throws `registers.unknown-register` where the caller sees none of it. */
export async function listRows(
  scope: ScopedDatabase,
  register: Register,
  filter: { page: number; size: number },
  reading: Omit<RowReading, 'showing'> & { readonly countsOf: RowCountsOf },
): Promise<RowPage> {
  const database = scope.forRegister(register);
  if (!database) throw problems['unknown-register']({ name: register.name });
  const where = withinScope(database, register);
  const total = (await reading.countsOf(database, [register])).get(register.name)?.rows ?? 0;
  const rows = await database.query<Record<string, unknown>>(sql`
    select * from ${raw(register.name)} where ${where} order by row_id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`);
  const stored = rows.map((row) => ({ register, row }));
  const fields = await readRows(database, stored, { ...reading, showing: 'list', keeps: keptIn(scope.scope, register) });
  return {
    total,
    columns: Object.entries(register.fields).map(([name, field]) => ({ name, ...readableLabel(field) })),
    rows: rows.map((row, at) => ({
      rowId: row.row_id as number,
      dataDate: row.data_date as string,
      missingSince: (row.missing_since as string | null | undefined) ?? null,
      importId: row.import_id as number,
      line: row.line as number,
      fields: fields[at] ?? [],
    })),
  };
}
