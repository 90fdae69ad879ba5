/** Writes csv that a spreadsheet opens as it is meant: marked as UTF-8, and no cell that starts a formula. */
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { type FileTarget, writeWhole } from './writeZip.ts';

/** A value of csv. */
export type CsvValue = string | number | boolean | null | undefined;

/** Choices when writing csv. */
export interface CsvOptions {
  /** UTF-8 carries a mark, so that Excel knows it. */
  readonly encoding?: 'utf-8' | 'gb18030';
  readonly mark?: boolean;
}

const pieceLength = 1 << 16;
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?(\d+(,\d{3})*|\d*\.\d+|\d+\.\d*)(\.\d+)?(e[+-]?\d+)?%?$|^-+$/i;

/** Writes the header and all rows, CRLF between them. */
export async function writeCsv(
  target: FileTarget,
  header: readonly string[],
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  options: CsvOptions = {},
): Promise<void> {
  await writeWhole(target, Readable.from(csvBytes(header, rows, options), { objectMode: false }));
}

/** One line of csv, without its end. */
function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvField).join(',');
}

/** A text that a spreadsheet does not take for a formula: dangerous beginnings get an apostrophe, numbers stay. */
function defuse(text: string): string {
  return startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? defuse(value) : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* csvBytes(
  header: readonly string[],
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  { encoding = 'utf-8', mark = encoding === 'utf-8' }: CsvOptions,
): AsyncGenerator<Buffer> {
  const encode = (text: string): Buffer => (encoding === 'utf-8' ? Buffer.from(text) : iconv.encode(text, encoding));
  let out = `${mark ? '\uFEFF' : ''}${csvLine(header)}\r\n`;
  for await (const row of rows) {
    out += `${csvLine(row)}\r\n`;
    if (out.length < pieceLength) continue;
    yield encode(out);
    out = '';
  }
  yield encode(out);
}
