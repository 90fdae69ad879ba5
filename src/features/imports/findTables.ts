/** Finds the tables in the sheets of a file: which register each holds, where its header lies, and what its columns mean. */
import type { Register } from '#catalog/registers/register.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { HeaderArea, OpenedSheets, Sheet } from '#platform/files/sheets.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import { headerForm } from './headers.ts';
import { readMapping, recogniseRemembered } from './headerMappings.ts';
import { type Decisions, formOf, mapColumns, type SheetMapping } from './mapColumns.ts';
import { importNotes } from './problems.ts';
import { findHeaderOf, recogniseRegister } from './recogniseRegister.ts';
import { mergedDown, type RowSource, sheetSource } from './sourceRows.ts';

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
): Promise<{ tables: FoundTable[]; notes: ProblemData[]; isBlank: boolean }> {
  const tables: FoundTable[] = [];
  const skipped: string[] = [];
  const merged: ProblemData[] = [];
  let isBlank = true;
  const stated: Decisions = new Map(Object.entries(order.mapping ?? {}).map(([header, field]) => [headerForm(header), field]));
  for (const sheet of file.sheets) {
    if (sheet.hidden) continue;
    const area = await sheet.headerArea();
    if (area.rows.length === 0) continue;
    isBlank = false;
    const found = await findTable(database, sheet, area, order, register, stated);
    if (!found) skipped.push(sheet.name);
    else {
      tables.push(found);
      const cells = sheet.mergesAreNear ? await mergedDown(sheet, found.header, found.mapping) : [];
      if (cells.length > 0) merged.push(mergedNote(sheet.name, cells));
    }
  }
  return { tables, isBlank, notes: tables.length > 0 ? [...skipped.map((sheet) => importNotes['sheet-skipped'].data({ sheet })), ...merged] : [] };
}

/** Says which cells count for several rows. */
export const mergedNote = (sheet: string, cells: readonly string[]): ProblemData =>
  importNotes['merged-filled'].data({ sheet, cells: cells[0] ?? '', count: cells.length });

async function findTable(
  database: Queryable,
  sheet: Sheet,
  area: HeaderArea,
  order: TableOrder,
  register: Register | undefined,
  stated: Decisions,
): Promise<FoundTable | undefined> {
  const named = namesIn(order.fileName, sheet, area);
  const remembered = await recogniseRemembered(database, area, named, register);
  const found = remembered ?? (register ? { register, header: findHeaderOf(register, area, stated) } : recogniseRegister(area, named));
  if (!found?.header || (register && found.header.score < 2 && area.rows.length < 2)) return undefined;
  const decided = await readMapping(database, found.register, formOf(found.header.columns));
  const mapping = mapColumns(found.register, found.header, new Map([...decided, ...stated]));
  return { register: found.register, header: found.header, mapping, source: sheetSource(sheet, found.header, mapping) };
}

/** Texts that may name the register of a sheet: its file, itself, and the lines above its header. */
export function namesIn(fileName: string, sheet: Sheet, area: HeaderArea): readonly string[] {
  const titles = area.rows.slice(0, 4).flatMap(({ cells }) => [...new Set(cells.map((cell) => cell?.text ?? ''))]);
  return [fileName, sheet.name, ...titles].filter((text) => text !== '');
}

/** Says which fields columns missed that a new row needs; empty when none. */
export function missingFields(register: Register, { columns }: Pick<SheetMapping, 'columns'>): readonly string[] {
  const stated = new Set(
    columns.flatMap(({ meaning }) =>
      meaning.is === 'split'
        ? meaning.fields
        : meaning.is === 'wide'
          ? [meaning.column.into, ...Object.keys(meaning.column.sets)]
          : 'field' in meaning
            ? [meaning.field]
            : [],
    ),
  );
  return Object.entries(register.fields)
    .filter(([name, field]) => field.required === 'yes' && !stated.has(name))
    .map(([name]) => name);
}

const mostNamed = 30;

/** The first of a list; a sheet may have thousands of columns, of which the page with the columns shows all. */
const shortList = (names: readonly string[]): string =>
  names.slice(0, mostNamed).join('、') + (names.length > mostNamed ? `…（${names.length}）` : '');

/** What is worth saying about the columns: unknown headers, and required fields without a column. */
export function columnNotes(tables: readonly FoundTable[]): ProblemData[] {
  return tables.flatMap(({ register, mapping }) => {
    const missing = missingFields(register, mapping).map((name) => register.fields[name]?.zh ?? name);
    return [
      ...(mapping.unknown.length > 0 ? [importNotes['headers-unknown'].data({ headers: shortList(mapping.unknown) })] : []),
      ...(missing.length > 0 ? [importNotes['columns-missing'].data({ headers: missing.join('、') })] : []),
    ];
  });
}
