/** Finds the tables in the sheets of a file: which register each holds, where its header lies, and what its columns mean. */
import type { Register } from '#catalog/registers/register.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { HeaderArea, OpenedSheets, Sheet } from '#platform/files/sheets.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import { headerForm } from './headers.ts';
import { type Decisions, formOf, mapColumns, type SheetMapping } from './mapColumns.ts';
import { importNotes } from './problems.ts';
import { findHeaderOf, getImportedRegister, recogniseRegister } from './recogniseRegister.ts';
import { type RowSource, sheetSource } from './sourceRows.ts';

/** What is said about the tables of a file. */
export interface TableOrder {
  readonly fileName: string;
  /** Headers and the fields that they stand for, null for columns that are not taken. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly statedBy?: string;
}

/** A table that was found in a sheet. */
export interface FoundTable {
  readonly register: Register;
  readonly header: FoundHeader;
  readonly mapping: SheetMapping;
  readonly source: RowSource;
}

/** The tables of the visible sheets of a file, with a note on each sheet that holds none. */
export async function findTables(
  database: Queryable,
  file: OpenedSheets,
  order: TableOrder,
  register: Register | undefined,
): Promise<{ tables: FoundTable[]; notes: ProblemData[] }> {
  const tables: FoundTable[] = [];
  const skipped: string[] = [];
  const stated: Decisions = new Map(Object.entries(order.mapping ?? {}).map(([header, field]) => [headerForm(header), field]));
  for (const sheet of file.sheets) {
    if (sheet.hidden) continue;
    const area = await sheet.headerArea();
    if (area.rows.length === 0) continue;
    const found = await findTable(database, sheet, area, order, register, stated);
    if (found) tables.push(found);
    else skipped.push(sheet.name);
  }
  return { tables, notes: tables.length > 0 ? skipped.map((sheet) => importNotes['sheet-skipped'].data({ sheet })) : [] };
}

async function findTable(
  database: Queryable,
  sheet: Sheet,
  area: HeaderArea,
  order: TableOrder,
  register: Register | undefined,
  stated: Decisions,
): Promise<FoundTable | undefined> {
  const titles = area.rows
    .slice(0, 4)
    .flatMap(({ cells }) => [...new Set(cells.map((cell) => cell?.text ?? ''))])
    .filter((text) => text !== '');
  const found = register
    ? { register, header: findHeaderOf(register, area, stated) }
    : (recogniseRegister(area, [order.fileName, sheet.name, ...titles]) ?? (await recogniseRemembered(database, area)));
  if (!found?.header || (register && found.header.score < 2 && area.rows.length < 2)) return undefined;
  const remembered = await readMapping(database, found.register, formOf(found.header.columns));
  const mapping = mapColumns(found.register, found.header, new Map([...remembered, ...stated]));
  return { register: found.register, header: found.header, mapping, source: sheetSource(sheet, found.header, mapping) };
}

/** A sheet form of which a person said what its headers mean. */
async function recogniseRemembered(database: Queryable, area: HeaderArea): Promise<{ register: Register; header: FoundHeader } | undefined> {
  const forms = await database.query<{ register: string; form: string }>(sql`select distinct register, form from header_mapping order by 1, 2`);
  for (const { register: name, form } of forms) {
    const register = getImportedRegister(name);
    const header = findHeaderOf(register, area, await readMapping(database, register, form));
    if (header && formOf(header.columns) === form) return { register, header };
  }
  return undefined;
}

async function readMapping(database: Queryable, register: Register, form: string): Promise<Decisions> {
  const rows = await database.query<{ header: string; field: string | null }>(
    sql`select header, field from header_mapping where register = ${register.name} and form = ${form}`,
  );
  return new Map(rows.map(({ header, field }) => [header, field]));
}

/** Remembers what a person said about headers, for each sheet form that has them. */
export async function rememberMapping(database: Queryable, { mapping, statedBy = '' }: TableOrder, tables: readonly FoundTable[]): Promise<void> {
  for (const {
    register,
    mapping: { form },
    header,
  } of tables) {
    const there = new Set(header.columns.flatMap((column) => [headerForm(column.text), headerForm(column.joinedText)]));
    for (const [text, field] of Object.entries(mapping ?? {})) {
      if (!there.has(headerForm(text))) continue;
      await database.execute(sql`
        insert into header_mapping (register, form, header, field, decided_by) values (${register.name}, ${form}, ${headerForm(text)}, ${field}, ${statedBy})
        on conflict (register, form, header) do update set field = excluded.field, decided_by = excluded.decided_by, decided_at = now()`);
    }
  }
}

/** What is worth saying about the columns: unknown headers, and required fields without a column. */
export function columnNotes(tables: readonly FoundTable[]): ProblemData[] {
  return tables.flatMap(({ register, mapping, header }) => {
    const stated = new Set(
      mapping.columns.flatMap(({ meaning }) =>
        meaning.is === 'split'
          ? meaning.fields
          : meaning.is === 'wide'
            ? [meaning.column.into, ...Object.keys(meaning.column.sets)]
            : 'field' in meaning
              ? [meaning.field]
              : [],
      ),
    );
    const missing = Object.entries(register.fields)
      .filter(([name, field]) => field.required === 'yes' && !stated.has(name))
      .map(([, field]) => field.zh);
    const unknown = mapping.unknown.filter((text) => header.columns.some((column) => column.joinedText === text));
    return [
      ...(unknown.length > 0 ? [importNotes['headers-unknown'].data({ headers: unknown.join('、') })] : []),
      ...(missing.length > 0 ? [importNotes['columns-missing'].data({ headers: missing.join('、') })] : []),
    ];
  });
}
