/** Hands back what came in with its bad cells marked: an xlsx workbook as itself, everything else as a new xlsx workbook. */
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
    if (file.format === 'xlsx') await markWorkbook(source, target, marks, options.limits);
    else await markedCopy(file, target, marks);
  } finally {
    await file.close();
  }
}
