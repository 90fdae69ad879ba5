/** Where rows come from: sheets of a file, rows by API, or rows that were kept. */
import type { Register } from '#catalog/registers/register.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { Cell, Sheet, SheetRow } from '#platform/files/sheets.ts';
import { isRepeatedHeader, isSignatureRow, isTotalRow } from '#platform/files/tableRows.ts';
import type { SheetMapping } from './mapColumns.ts';

/** Rows of one table under one mapping; reading again starts from the top. */
export interface RowSource {
  /** Place of the sheet in its workbook, from 0. */
  readonly sheet: number;
  /** Name of the sheet; empty where there is none (csv, rows by API). */
  readonly name: string;
  readonly mapping: SheetMapping;
  readonly batches: () => AsyncIterable<readonly SheetRow[]>;
}

/** Rows of one register. */
export interface RegisterRows {
  readonly register: Register;
  readonly sources: readonly RowSource[];
}

/** The data rows of a sheet: below the header, without totals, repeated headers and signatures. */
export function sheetSource(sheet: Sheet, header: FoundHeader, mapping: SheetMapping): RowSource {
  async function* batches(): AsyncIterable<readonly SheetRow[]> {
    for await (const rows of sheet.rowBatches()) yield rows.filter(({ row, cells }) => row >= header.firstDataRow && isData(cells, header, mapping));
  }
  return { sheet: sheet.index, name: sheet.name, mapping, batches };
}

function isData(cells: readonly (Cell | undefined)[], header: FoundHeader, mapping: SheetMapping): boolean {
  if (!mapping.columns.some(({ index }) => isFilled(cells[index]))) return false;
  return !isTotalRow(cells) && !isSignatureRow(cells) && !isRepeatedHeader(cells, header);
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && (cell.kind === 'formula' || cell.text.trim() !== '');

/** Rows that are at hand, such as those of the API. */
export function rowsAtHand(sheet: number, mapping: SheetMapping, rows: readonly SheetRow[]): RowSource {
  async function* batches(): AsyncIterable<readonly SheetRow[]> {
    yield rows;
  }
  return { sheet, name: '', mapping, batches };
}
