/** Finds what separates the columns of a text file. */
import { CsvSplitter } from './csvSplitter.ts';

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
  const splitter = new CsvSplitter(separator);
  try {
    splitter.push(sample);
  } catch {
    // A quotation mark that does not close is said when the rows are read.
  }
  const whole = splitter.records.length > 0 ? splitter.records : [sample.split(separator)];
  return whole
    .filter((record) => record.some((text) => text !== ''))
    .slice(0, sampleRows)
    .map((record) => record.length);
}

/** Rows that agree on a number of columns count by how sure that makes it. */
function scoreOf(counts: readonly number[]): number {
  const rowsBy = new Map<number, number>();
  for (const count of counts) if (count > 1) rowsBy.set(count, (rowsBy.get(count) ?? 0) + 1);
  return Math.max(0, ...[...rowsBy].map(([columns, rows]) => (rows / counts.length) * Math.min(columns, 8) ** 0.5));
}
