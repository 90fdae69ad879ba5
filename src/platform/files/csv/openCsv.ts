/** Opens a text file of separated columns as one sheet that streams. */
import type { ProblemData } from '#platform/problems/problem.ts';
import { isBlankRow, writtenCell } from '../cells.ts';
import { ownCopy } from '../ownCopy.ts';
import { fileNotes } from '../problems.ts';
import { sheetOf } from '../sheetReading.ts';
import type { Cell, FileLimits, OpenedSheets, OpenOptions, SheetRow } from '../sheets.ts';
import { type FileSource, readBytes, sizeOf, streamBytes } from '../source.ts';
import { CsvSplitter } from './csvSplitter.ts';
import { findSeparator } from './separator.ts';
import { textEncoding } from './textEncoding.ts';

const batchRows = 200;
const sampleBytes = 2 ** 16;

/** Opens csv, tsv and their like. */
export async function openCsv(source: FileSource, limits: FileLimits, options: OpenOptions): Promise<OpenedSheets> {
  const encoding = options.encoding ?? (await textEncoding(source));
  const sample = new TextDecoder(encoding).decode(await readBytes(source, 0, sampleBytes), { stream: true });
  const separator = options.separator ?? findSeparator(sample);
  const notes: ProblemData[] = [];
  const sheet = sheetOf({
    name: '',
    index: 0,
    hidden: false,
    merges: async () => [],
    mergesAreNear: true,
    batches: () => readRows(source, encoding, separator, limits, notes, options),
  });
  return { format: 'csv', encoding, separator, notes, sheets: [sheet], close: async () => {} };
}

async function* readRows(
  source: FileSource,
  encoding: string,
  separator: string,
  limits: FileLimits,
  notes: ProblemData[],
  options: OpenOptions,
): AsyncGenerator<readonly SheetRow[]> {
  const total = await sizeOf(source);
  const splitter = new CsvSplitter(separator);
  let done = 0;
  let row = 0;
  let batch: SheetRow[] = [];
  const cellsOf = cellMaker(limits.columns);
  const take = (mayBeDamaged: boolean): void => {
    const records = splitter.records;
    splitter.records = [];
    for (const record of records) {
      row++;
      if (row === 1 && /^sep=.?$/i.test(record[0] ?? '')) continue;
      const cells = cellsOf(record);
      if (cells.length === 0) continue;
      if (record.length > limits.columns && record.slice(limits.columns).some((text) => text !== ''))
        noteOnce(notes, fileNotes['columns-ignored'].data({ sheet: '', limit: limits.columns }));
      if (mayBeDamaged && record.some((text) => text.includes('\uFFFD'))) noteOnce(notes, fileNotes['characters-damaged'].data({ encoding, row }));
      batch.push({ row, cells });
    }
  };
  let replaced = false;
  for await (const { text, bytes } of decoded(source, encoding)) {
    done += bytes;
    if (text.includes('\uFFFD')) replaced = true;
    splitter.push(text);
    take(replaced);
    if (batch.length < batchRows) continue;
    options.onProgress?.(0, done, total);
    yield batch;
    batch = [];
  }
  splitter.finish();
  take(replaced);
  options.onProgress?.(0, total, total);
  if (batch.length > 0) yield batch;
}

async function* decoded(source: FileSource, encoding: string): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of streamBytes(source)) yield { text: decoder.decode(chunk as Buffer, { stream: true }), bytes: (chunk as Buffer).length };
  yield { text: decoder.decode(), bytes: 0 };
}

/** Makes the cells of one record after the other, up to the last filled one; none for a blank row. A column that repeats itself shares its cell. */
function cellMaker(limit: number): (texts: readonly string[]) => (Cell | undefined)[] {
  const texts: string[] = [];
  const shared: (Cell | undefined)[] = [];
  return (record) => {
    let last = Math.min(record.length, limit) - 1;
    while (last >= 0 && record[last] === '') last--;
    const cells: (Cell | undefined)[] = [];
    for (let column = 0; column <= last; column++) {
      const text = record[column] ?? '';
      if (text !== texts[column]) {
        const own = ownCopy(text);
        texts[column] = own;
        shared[column] = writtenCell(own);
      }
      cells.push(shared[column]);
    }
    return isBlankRow(cells) ? [] : cells;
  };
}

function noteOnce(notes: ProblemData[], note: ProblemData): void {
  if (!notes.some(({ code }) => code === note.code)) notes.push(note);
}
