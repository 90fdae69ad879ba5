/** Writes rows as CSV (RFC 4180) to the standard output; text that a spreadsheet would run as a formula is defused. */
import { Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { print } from './terminal.ts';

type Cell = string | number | boolean | null;

/** The option `--format` of commands that answer rows; JSON has an option of its own. */
export const csvFormat = (): Option =>
  new Option('--format <format>', '格式（JSON 用 --json）· format (for JSON: --json)').choices(['csv']).default('csv');

/** Prints rows under a header line, lines ending in LF. */
export function printCsv(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): void {
  print(
    stringify(
      rows.map((row) => columns.map((column) => defused(row[column] ?? null))),
      { header: true, columns: [...columns] },
    ),
  );
}

function defused(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
