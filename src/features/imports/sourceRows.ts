/** Where rows come from: sheets of a file, rows by API, or rows that were kept. */
import type { Register } from '#catalog/registers/register.ts';
import { columnLetter } from '#platform/files/columnLetter.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import type { Cell, Sheet, SheetRow } from '#platform/files/sheets.ts';
import { isSignatureRow } from '#platform/files/signatureRow.ts';
import { isColumnCount, isRepeatedHeader, isTotalRow } from '#platform/files/tableRows.ts';
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

/** Said when all rows of a very large sheet were read and only what stands behind them told that cells are merged downwards; read again, they are filled in. */
export class MergedBehind extends Error {
  constructor(
    readonly sheet: string,
    readonly cells: readonly string[],
  ) {
    super(`cells of ${sheet} are merged downwards`);
  }
}

/** The data rows of a sheet: below the header, without totals, repeated headers and signatures. The value of a cell that is merged downwards stands in every row beside it. */
export function sheetSource(sheet: Sheet, header: FoundHeader, mapping: SheetMapping): RowSource {
  let fillDown = sheet.mergesAreNear;
  async function* batches(): AsyncIterable<readonly SheetRow[]> {
    for await (const rows of sheet.rowBatches({ fillDown }))
      yield rows.filter(({ row, cells }) => row >= header.firstDataRow && isData(row, cells, header, mapping));
    if (fillDown) return;
    const merged = await mergedDown(sheet, header, mapping);
    fillDown = merged.length > 0;
    if (fillDown) throw new MergedBehind(sheet.name, merged);
  }
  return { sheet: sheet.index, name: sheet.name, mapping, batches };
}

/** The cells of columns that are read, below the header, which are merged downwards: `E2:E6`. */
export async function mergedDown(sheet: Sheet, header: FoundHeader, mapping: SheetMapping): Promise<string[]> {
  const columns = new Set(mapping.columns.map(({ index }) => index));
  return (await sheet.merges())
    .filter(({ top, left, bottom }) => bottom > top && top >= header.firstDataRow && columns.has(left))
    .map(({ top, left, bottom, right }) => `${columnLetter(left)}${top}:${columnLetter(right)}${bottom}`);
}

function isData(row: number, cells: readonly (Cell | undefined)[], header: FoundHeader, mapping: SheetMapping): boolean {
  if (!mapping.columns.some(({ index }) => isFilled(cells[index]))) return false;
  if (row === header.firstDataRow && isColumnCount(cells)) return false;
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
