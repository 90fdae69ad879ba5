/** A sheet of rates as lines of a file, in which every column has a heading of its own: a share stands beside the counts that make it. */

/** Some of all. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** A column of the sheet: a count, or a share. */
export interface RateColumn<Row> {
  readonly name: string;
  readonly of: (row: Row) => number | Share;
}

/** How a share is said, and its two counts are headed. */
interface ShareWords {
  readonly percent: (share: Share) => string;
  readonly counts: readonly [some: string, all: string];
}

/** The line of headings, and one for each row behind its name. */
export function rateLines<Row>(
  by: string,
  columns: readonly RateColumn<Row>[],
  rows: readonly (readonly [name: string, row: Row])[],
  { percent, counts }: ShareWords,
): (string | number)[][] {
  // A column is a share in every row or in none.
  const headings = columns.flatMap(({ name, of }) =>
    rows.some(([, row]) => typeof of(row) !== 'number') ? [name, ...counts.map((word) => `${name}${word}`)] : [name],
  );
  const cells = (value: number | Share): (string | number)[] => (typeof value === 'number' ? [value] : [percent(value), value.count, value.of]);
  return [[by, ...headings], ...rows.map(([name, row]) => [name, ...columns.flatMap(({ of }) => cells(of(row)))])];
}
