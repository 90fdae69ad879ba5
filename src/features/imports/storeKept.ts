/** Stores rows that an import kept back, as its own: under its number, data date and mapping. */
import sql from 'sql-template-tag';
import type { Cell } from '#platform/files/sheets.ts';
import type { ImportHouse, StoreOrder } from './importHouse.ts';
import type { MappedColumn, SheetMapping } from './mapColumns.ts';
import { importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import type { ImportReport } from './report.ts';
import { rowsAtHand } from './sourceRows.ts';
import { storeRows } from './storeRows.ts';

/** A kept row as it is to be read. */
export interface KeptRow {
  readonly sheet: number;
  readonly line: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** The import that kept the rows, as far as storing needs it. */
export interface KeepingImport {
  readonly importId: number;
  readonly register: string;
  readonly order: StoreOrder;
  readonly mappings: ReadonlyMap<number, SheetMapping>;
}

/** The import on record; refuses one that is not stored. */
export async function getKeepingImport({ database }: ImportHouse, importId: number): Promise<KeepingImport> {
  const run = await database.maybe<{
    register: string;
    state: string;
    data_date: string;
    covers: string[] | null;
    reach: string[] | null;
    also_others: boolean;
    stated_by: string;
    headers: (SheetMapping & { sheet: number })[] | null;
  }>(sql`
    select register, state, data_date, covers, reach, also_others, stated_by, headers from import_run where import_id = ${importId}`);
  if (!run) throw importProblems['import-not-found']({ import: importId });
  if (run.state !== 'stored') throw importProblems['not-stored']({ import: importId });
  const order: StoreOrder = {
    dataDate: run.data_date,
    mode: 'changes',
    covers: run.covers ?? [],
    alsoOthers: run.also_others,
    isConfirmed: true,
    dryRun: false,
    verb: 'imports.match',
    statedBy: run.stated_by,
    into: importId,
    ...(run.reach && { reach: run.reach }),
  };
  return { importId, register: run.register, order, mappings: new Map((run.headers ?? []).map(({ sheet, ...mapping }) => [sheet, mapping])) };
}

/** Stores the rows; `added` are columns that the sheet did not have, behind its own. */
export async function storeKept(
  house: ImportHouse,
  kept: KeepingImport,
  rows: readonly KeptRow[],
  added: readonly MappedColumn[] = [],
): Promise<ImportReport> {
  const register = getImportedRegister(kept.register);
  const sources = [...new Set(rows.map(({ sheet }) => sheet))]
    .sort((a, b) => a - b)
    .flatMap((sheet) => {
      const mapping = kept.mappings.get(sheet);
      if (!mapping) return [];
      const these = rows.filter((row) => row.sheet === sheet).sort((a, b) => a.line - b.line);
      return [
        rowsAtHand(
          sheet,
          { ...mapping, columns: [...mapping.columns, ...added] },
          these.map(({ line, cells }) => ({ row: line, cells })),
        ),
      ];
    });
  return storeRows(house, { register, sources }, kept.order);
}
