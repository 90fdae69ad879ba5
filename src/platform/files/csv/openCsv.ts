/** Opens a text file of separated columns as one sheet that streams. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Parser } from 'csv-parse';
import type { ProblemData } from '#platform/problems/problem.ts';
import { isBlankRow, writtenCell } from '../cells.ts';
import { fileNotes, fileProblems } from '../problems.ts';
import { headerAreaOf, singleRows } from '../sheetReading.ts';
import type { Cell, FileLimits, HeaderArea, OpenedSheets, OpenOptions, Sheet, SheetRow } from '../sheets.ts';
import { type FileSource, readBytes, sizeOf, streamBytes } from '../source.ts';
import { findSeparator } from './separator.ts';
import { textEncoding } from './textEncoding.ts';

const batchRows = 1_000;
const sampleBytes = 2 ** 16;
/** Longest row in characters; one that never ends is a quotation mark that was never closed. */
const longestRow = 2 ** 20;

/** Opens csv, tsv and their like. */
export async function openCsv(source: FileSource, limits: FileLimits, options: OpenOptions): Promise<OpenedSheets> {
  const encoding = options.encoding ?? (await textEncoding(source));
  const sample = new TextDecoder(encoding).decode(await readBytes(source, 0, sampleBytes), { stream: true });
  const separator = options.separator ?? findSeparator(sample);
  const notes: ProblemData[] = [];
  const rowBatches = (): AsyncGenerator<readonly SheetRow[]> => readRows(source, encoding, separator, limits, notes, options);
  const sheet: Sheet = {
    name: '',
    index: 0,
    hidden: false,
    rowBatches,
    rows: () => singleRows(rowBatches()),
    merges: async () => [],
    headerArea: (maxRows?: number): Promise<HeaderArea> => headerAreaOf(rowBatches(), maxRows, async () => []),
  };
  return { format: 'csv', encoding, separator, notes, sheets: [sheet], close: async () => {} };
}

async function* readRows(source: FileSource, encoding: string, separator: string, limits: FileLimits, notes: ProblemData[], options: OpenOptions): AsyncGenerator<readonly SheetRow[]> {
  const total = await sizeOf(source);
  const read = { bytes: 0, replaced: false };
  const parser = pipeline(Readable.from(decoded(source, encoding, read), { highWaterMark: 1 }), csvParser(separator), () => {});
  let row = 0;
  let batch: SheetRow[] = [];
  try {
    for await (const record of parser) {
      row++;
      const texts = record as string[];
      if (row === 1 && /^sep=.?$/i.test(texts[0] ?? '')) continue;
      const cells = cellsOf(texts, limits.columns);
      if (cells.length === 0) continue;
      if (texts.length > limits.columns && texts.slice(limits.columns).some((text) => text !== '')) noteOnce(notes, fileNotes['columns-ignored'].data({ sheet: '', limit: limits.columns }));
      if (read.replaced && texts.some((text) => text.includes('\uFFFD'))) noteOnce(notes, fileNotes['characters-damaged'].data({ encoding, row }));
      batch.push({ row, cells });
      if (batch.length < batchRows) continue;
      options.onProgress?.(0, read.bytes, total);
      yield batch;
      batch = [];
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw fileProblems['quote-not-closed']({ row: parser.info.records + 1 }, { cause });
    throw cause;
  }
  options.onProgress?.(0, total, total);
  if (batch.length > 0) yield batch;
}

function csvParser(delimiter: string): Parser {
  return parse({ delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: longestRow });
}

async function* decoded(source: FileSource, encoding: string, read: { bytes: number; replaced: boolean }): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of streamBytes(source)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    read.bytes += (chunk as Buffer).length;
    if (text.includes('\uFFFD')) read.replaced = true;
    yield text;
  }
  const end = decoder.decode();
  if (end !== '') {
    read.replaced = true;
    yield end;
  }
}

/** Cells up to the last filled one; none for a blank row. */
function cellsOf(texts: readonly string[], limit: number): (Cell | undefined)[] {
  let last = Math.min(texts.length, limit) - 1;
  while (last >= 0 && texts[last] === '') last--;
  const cells: (Cell | undefined)[] = [];
  for (let column = 0; column <= last; column++) cells.push(writtenCell(texts[column] ?? ''));
  return isBlankRow(cells) ? [] : cells;
}

function noteOnce(notes: ProblemData[], note: ProblemData): void {
  if (!notes.some(({ code }) => code === note.code)) notes.push(note);
}
