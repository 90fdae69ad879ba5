/**
 * The way in for files of tables.
 *
 *   const file = await openSheets('人口台账.xlsx');            // or a Buffer; refuses with a problem that says what to do
 *   for (const sheet of file.sheets) {
 *     if (sheet.hidden) continue;
 *     const area = await sheet.headerArea();                   // first rows, merged cells filled in
 *     const header = findHeader(area, (texts) => howManyAreKnown(texts));
 *     for await (const rows of sheet.rowBatches()) …           // about a thousand rows at a time; skip those before header.firstDataRow
 *   }
 *   await file.close();
 *
 * Ways through the folder: `recognise` (bytes → format) → `xlsx/`, `csv/` (streams, flat memory) or `legacy/` (xls, xlsb, ods: read whole in a
 * thread, size capped) → `Sheet`. `findHeader` finds the table in a sheet. `write/` makes workbooks and csv, and marks a workbook that came in.
 * Nothing here knows what a column means.
 */
import { openCsv } from './csv/openCsv.ts';
import { openLegacy } from './legacy/openLegacy.ts';
import { recognise } from './recognise.ts';
import { defaultLimits, type FileLimits, type OpenedSheets, type OpenOptions } from './sheets.ts';
import { type FileSource, sizeOf } from './source.ts';
import { openXlsx } from './xlsx/openXlsx.ts';

/** Opens a file by its bytes, whatever its name; throws one of `fileProblems`. */
export async function openSheets(source: FileSource, options: OpenOptions = {}): Promise<OpenedSheets> {
  const limits: FileLimits = { ...defaultLimits, ...options.limits };
  const { format, zip } = await recognise(source, limits);
  if (format === 'csv') return openCsv(source, limits, options);
  if (zip === undefined) return openLegacy(source, format, await sizeOf(source), limits, options);
  try {
    if (format === 'xlsx') return await openXlsx(zip, limits, options);
    const bytes = zip.names.reduce((sum, name) => sum + (zip.sizes(name)?.unpacked ?? 0), 0);
    const opened = await openLegacy(source, format, bytes, limits, options);
    zip.close();
    return opened;
  } catch (problem) {
    zip.close();
    throw problem;
  }
}
