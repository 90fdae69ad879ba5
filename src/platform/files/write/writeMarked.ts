/** Hands back what came in with its bad cells marked: an xlsx workbook as itself, everything else, and what must not go back whole, as a new xlsx workbook. */
import { openSheets } from '../openSheets.ts';
import type { OpenedSheets, OpenOptions } from '../sheets.ts';
import type { FileSource } from '../source.ts';
import { markedCopy } from './markedCopy.ts';
import type { SheetMarks } from './marks.ts';
import { markWorkbook } from './markWorkbook.ts';
import type { FileTarget } from './writeZip.ts';

/** Marks `source` and writes it to `target`; opens it with the same options as the reading that found the marks. */
export async function writeMarked(source: FileSource, target: FileTarget, marks: readonly SheetMarks[], options: OpenOptions = {}): Promise<void> {
  const file = await openSheets(source, options);
  try {
    // The texts of a workbook lie in many of its parts: one without some of its rows is written anew.
    const isWhole = marks.every(({ hidden }) => hidden === undefined || hidden.size === 0);
    const placed: SheetMarks[] = [];
    for (const sheetMarks of marks) placed.push(await besideAllCells(file, sheetMarks));
    if (file.format === 'xlsx' && isWhole) await markWorkbook(source, target, placed, options.limits);
    else await markedCopy(file, target, placed);
  } finally {
    await file.close();
  }
}

/** The reasons stand in the first column right of the table in which nothing stands: what somebody wrote beside it, below no header, is not written over. */
async function besideAllCells(file: OpenedSheets, marks: SheetMarks): Promise<SheetMarks> {
  const { place } = marks;
  const sheet = file.sheets.find(({ index }) => index === marks.sheet);
  if (place.marked || sheet === undefined) return marks;
  const taken = new Set<number>();
  for await (const rows of sheet.rowBatches())
    for (const { row, cells } of rows)
      if (row >= place.headerRow) for (let at = place.column; at < cells.length; at++) if (cells[at] !== undefined) taken.add(at);
  let { column } = place;
  while (taken.has(column)) column++;
  return { ...marks, place: { ...place, column } };
}
