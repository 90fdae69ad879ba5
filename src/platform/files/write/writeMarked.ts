/** Hands back what came in with its bad cells marked: an xlsx workbook as itself, everything else, and what must not go back whole, as a new xlsx workbook. */
import { openSheets } from '../openSheets.ts';
import type { OpenOptions } from '../sheets.ts';
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
    if (file.format === 'xlsx' && isWhole) await markWorkbook(source, target, marks, options.limits);
    else await markedCopy(file, target, marks);
  } finally {
    await file.close();
  }
}
