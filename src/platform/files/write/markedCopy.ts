/** Writes what came in as csv, xls, xlsb or ods as a new xlsx workbook with its bad cells marked. */
import type { Cell, OpenedSheets, Sheet } from '../sheets.ts';
import { reasonTitle, type SheetMarks } from './marks.ts';
import { notesOf } from './sheetPlan.ts';
import type { CellContent, SheetContent, StyledContent } from './sheetXml.ts';
import type { FileTarget } from './writeZip.ts';
import { writeWorkbook } from './writeWorkbook.ts';

/** All visible sheets with their rows where they stood, marks, comments and the reason column. */
export async function markedCopy(file: OpenedSheets, target: FileTarget, marks: readonly SheetMarks[]): Promise<void> {
  const bySheet = new Map(marks.map((sheetMarks) => [sheetMarks.sheet, sheetMarks]));
  const sheets = file.sheets.filter((sheet) => !sheet.hidden || bySheet.has(sheet.index)).map((sheet) => copyOf(sheet, bySheet.get(sheet.index)));
  await writeWorkbook(target, { sheets });
}

function copyOf(sheet: Sheet, marks: SheetMarks | undefined): SheetContent {
  const columns = Array.from({ length: (marks?.place.column ?? -1) + 1 }, (_, at) => ({
    header: '',
    format: 'text' as const,
    width: at === marks?.place.column ? 60 : 16,
  }));
  return { name: sheet.name, columns, rows: copiedRows(sheet, marks), bare: true, ...(marks ? { notes: notesOf(marks) } : {}) };
}

async function* copiedRows(sheet: Sheet, marks: SheetMarks | undefined): AsyncGenerator<readonly CellContent[]> {
  const bad = new Map<number, Set<number>>();
  for (const { row, column } of marks?.cells ?? []) bad.set(row, (bad.get(row) ?? new Set()).add(column));
  let next = 1;
  for await (const rows of sheet.rowBatches()) {
    for (const { row, cells } of rows) {
      for (; next < row; next++) yield [];
      yield marks === undefined ? cells.map((cell) => copied(cell, false)) : markedRow(row, cells, marks, bad.get(row));
      next++;
    }
  }
}

function markedRow(
  row: number,
  cells: readonly (Cell | undefined)[],
  { place, reasons, hidden }: SheetMarks,
  bad: ReadonlySet<number> | undefined,
): CellContent[] {
  const contents: CellContent[] = hidden?.has(row) ? [] : cells.map((cell, column) => copied(cell, bad?.has(column) ?? false));
  for (const column of bad ?? []) contents[column] ??= { value: undefined, bad: true };
  if (place.marked && row > place.headerRow) contents[place.column] = undefined;
  if (row === place.headerRow) contents[place.column] = { value: reasonTitle, style: 'header' };
  const reason = reasons.get(row);
  if (reason !== undefined) contents[place.column] = { value: reason, style: 'reason' };
  return contents;
}

function copied(cell: Cell | undefined, bad: boolean): StyledContent | undefined {
  if (cell === undefined) return bad ? { value: undefined, bad } : undefined;
  if (cell.kind === 'date' && cell.date !== undefined && cell.date.iso.length >= 10)
    return { value: cell.text, format: cell.date.iso.length > 10 ? 'datetime' : 'date', bad };
  if (cell.kind === 'number' && cell.number !== undefined)
    return { value: cell.number, format: cell.text.endsWith('%') ? 'percent' : 'general', bad };
  return { value: cell.kind === 'bool' ? cell.number === 1 : cell.text, format: cell.kind === 'bool' ? 'general' : 'text', bad };
}
