/** Opens an xlsx workbook: rows stream out of the package with flat memory, only the shared texts stay. */
import { fileNotes } from '../problems.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import { sheetOf } from '../sheetReading.ts';
import type { FileLimits, Merge, OpenedSheets, OpenOptions, SheetRow } from '../sheets.ts';
import { xmlDecoder, type ZipPackage } from '../zipPackage.ts';
import { type CellContext, RowScanner } from './rowScanner.ts';
import { readMerges } from './sheetTail.ts';
import { readSharedTexts } from './sharedTexts.ts';
import { readStyles, readWorkbookParts, type SheetPart } from './workbookParts.ts';

const batchRows = 200;
/** Reading through so many bytes of a sheet, unpacked, for what stands behind its data takes some hundredths of a second. */
const nearBytes = 24 * 2 ** 20;

/** Opens the package as a workbook; `zip` is closed with what is returned. */
export async function openXlsx(zip: ZipPackage, limits: FileLimits, options: OpenOptions): Promise<OpenedSheets> {
  const parts = await readWorkbookParts(zip);
  const notes: ProblemData[] = [];
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) notes.push(fileNotes['macros-ignored'].data());
  if (zip.names.some((name) => /externalLinks\//i.test(name))) notes.push(fileNotes['external-links-ignored'].data());
  let context: Promise<Omit<CellContext, 'onColumnIgnored'>> | undefined;
  const loadContext = (): Promise<Omit<CellContext, 'onColumnIgnored'>> => {
    context ??= Promise.all([readSharedTexts(zip, parts.sharedTexts, limits), readStyles(zip, parts.styles)]).then(([texts, styles]) => ({
      texts,
      styles,
      system: parts.system,
      columns: limits.columns,
    }));
    return context;
  };
  const noteIgnoredColumns = (sheet: string): (() => void) => {
    let noted = notes.some((note) => note.code === 'files.columns-ignored' && note.params['sheet'] === sheet);
    return () => {
      if (!noted) notes.push(fileNotes['columns-ignored'].data({ sheet, limit: limits.columns }));
      noted = true;
    };
  };
  const sheets = parts.sheets.map((part) => {
    let merges: Promise<readonly Merge[]> | undefined;
    const batches = async function* (): AsyncGenerator<readonly SheetRow[]> {
      const found = yield* readRows(zip, part, { ...(await loadContext()), onColumnIgnored: noteIgnoredColumns(part.name) }, options);
      merges ??= Promise.resolve(found);
    };
    const mergesOnce = (): Promise<readonly Merge[]> => {
      merges ??= readMerges(zip, part.part);
      return merges;
    };
    const mergesAreNear = (zip.sizes(part.part)?.unpacked ?? 0) <= nearBytes;
    return sheetOf({ name: part.name, index: part.index, hidden: part.hidden, merges: mergesOnce, mergesAreNear, batches });
  });
  return { format: 'xlsx', notes, sheets, close: async () => zip.close() };
}

/** Hands out the rows, and the merged cells at the end. */
async function* readRows(
  zip: ZipPackage,
  part: SheetPart,
  context: CellContext,
  options: OpenOptions,
): AsyncGenerator<readonly SheetRow[], readonly Merge[]> {
  const total = zip.sizes(part.part)?.packed ?? 0;
  let done = 0;
  const scanner = new RowScanner(context);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const stream = await zip.stream(part.part, (bytes) => {
    done += bytes;
  });
  for await (const chunk of stream) {
    decoder ??= xmlDecoder(chunk as Buffer);
    scanner.push(decoder.decode(chunk as Buffer, { stream: true }));
    if (scanner.rows.length < batchRows) continue;
    const rows = scanner.rows;
    scanner.rows = [];
    options.onProgress?.(part.index, done, total);
    yield rows;
  }
  scanner.finish(part.part);
  options.onProgress?.(part.index, total, total);
  if (scanner.rows.length > 0) yield scanner.rows;
  return scanner.merges.list;
}
