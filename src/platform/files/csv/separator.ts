/** Finds what separates the columns of a text file. */
import { parse } from 'csv-parse/sync';

const candidates = [',', '\t', ';', '|', '，'] as const;
const sampleRows = 40;

/** The separator that gives the most rows the same number of columns, the comma when none does; `sep=;` in the first line says it. */
export function findSeparator(sample: string): string {
  const said = /^\uFEFF?sep=(.)\r?\n/i.exec(sample)?.[1];
  if (said !== undefined) return said;
  let best = { separator: ',', score: 0 };
  for (const separator of candidates) {
    const score = scoreOf(columnCounts(sample, separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function columnCounts(sample: string, separator: string): number[] {
  try {
    const rows = parse(sample, { delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, to: sampleRows });
    return rows.map((row) => row.length);
  } catch {
    return sample.split(/\r\n?|\n/, sampleRows).filter(Boolean).map((line) => line.split(separator).length);
  }
}

/** Rows that agree on a number of columns count by how sure that makes it. */
function scoreOf(counts: readonly number[]): number {
  const rowsBy = new Map<number, number>();
  for (const count of counts) if (count > 1) rowsBy.set(count, (rowsBy.get(count) ?? 0) + 1);
  return Math.max(0, ...[...rowsBy].map(([columns, rows]) => (rows / counts.length) * Math.min(columns, 8) ** 0.5));
}
