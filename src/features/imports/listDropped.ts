/** Lists the rows that a full list leaves out while it waits for a second person: who confirms it sees what goes missing. */
import { registers } from '#catalog/catalog.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { readableLabel } from '#derive/readableRow.ts';
import { keptIn, type ScopedDatabase } from '#features/areas/scope.ts';
import { readRows, type RowReading } from '#features/registers/readRows.ts';
import sql, { empty, raw } from 'sql-template-tag';
import type { DroppedPage } from './rowContract.ts';
import { importProblems } from './problems.ts';

/** A page of them, or all; throws `imports.not-waiting` where nothing waits. The caller answers for who may see the import. */
export async function listDropped(
  scope: ScopedDatabase,
  id: number,
  reading: Omit<RowReading, 'showing'>,
  part?: { readonly page: number; readonly size: number },
): Promise<DroppedPage> {
  const run = await scope.maybe<{ register: RegisterName; dropped: number[] | null }>(
    sql`select register, dropped from import_run where import_id = ${id} and state = 'waiting'`,
  );
  const register = run && registers[run.register];
  const database = register && scope.forRegister(register);
  if (!run?.dropped || !database) throw importProblems['not-waiting']({ import: id });
  const shown = part ? sql`limit ${part.size} offset ${(part.page - 1) * part.size}` : empty;
  const these = sql`${raw(register.name)} where row_id = any(${run.dropped}::bigint[])`;
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from ${these}`);
  const rows = await database.query<Record<string, unknown>>(sql`select * from ${these} order by row_id ${shown}`);
  const fields = await readRows(
    database,
    rows.map((row) => ({ register, row })),
    { ...reading, showing: 'list', keeps: keptIn(scope.scope, register) },
  );
  return {
    total,
    columns: Object.entries(register.fields).map(([name, field]) => ({ name, ...readableLabel(field) })),
    rows: rows.map((row, at) => ({
      rowId: row.row_id as number,
      dataDate: row.data_date as string,
      importId: row.import_id as number,
      fields: fields[at] ?? [],
    })),
  };
}
