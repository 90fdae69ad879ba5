/** The named values of a statement of facts (`:t`, `:m`, `:slice` …) and how they are put into its text. */
import type { AsOf } from './fact.ts';
import { dateLiteral, momentLiteral, textArrayLiteral, textLiteral } from '#derive/literal.ts';

/** Values by name; each is SQL. */
type NamedValues = Readonly<Record<string, string>>;

/** The values that follow from the day, the moment and the slice. */
export function namedValues({ day, moment, settlements, reach, evenSilent }: AsOf): NamedValues {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const quarter = latestQuarter(day);
  return {
    t: dateLiteral(day),
    m: momentLiteral(moment),
    slice: textArrayLiteral(settlements),
    reach: textArrayLiteral(reach),
    even_silent: String(evenSilent === true),
    year: String(year),
    /** mi(T). */
    month_index: String(year * 12 + month),
    /** 31 December of the year before T. */
    last_year_end: dateLiteral(`${year - 1}-12-31`),
    /** 31 December of the year of T. */
    year_end: dateLiteral(`${year}-12-31`),
    /** term(T). */
    term_start: dateLiteral(latest(day, '03-01', '09-01')),
    /** aug31(T). */
    school_year_day: dateLiteral(latest(day, '08-31')),
    /** QT. */
    quarter_index: String(quarter),
    quarter: textLiteral(quarterName(quarter)),
    /** The first of the nine quarters that income windows may reach. */
    first_quarter: textLiteral(quarterName(quarter - 8)),
  };
}

/** Puts values in the place of their names; a name without a value is a mistake of the statement. */
export function withValues(statement: string, values: NamedValues): string {
  return statement.replaceAll(/(?<!:):([a-z_]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the statement names :${name}, which has no value`);
    return value;
  });
}

/** The latest day on or before `day` that is one of these days of a year. */
function latest(day: string, ...daysOfYear: string[]): string {
  const year = Number(day.slice(0, 4));
  const candidates = [year - 1, year].flatMap((each) => daysOfYear.map((dayOfYear) => `${each}-${dayOfYear}`));
  return (
    candidates
      .filter((candidate) => candidate <= day)
      .sort()
      .at(-1) ?? day
  );
}

/** QT: index (year × 4 + number) of the latest quarter whose last day is on or before the day. */
function latestQuarter(day: string): number {
  const index = Number(day.slice(0, 4)) * 4;
  const ended = ['03-31', '06-30', '09-30', '12-31'].filter((lastDay) => lastDay <= day.slice(5)).length;
  return index + ended;
}

/** A quarter index as stored: `2023-Q4`. */
function quarterName(index: number): string {
  const year = Math.ceil(index / 4) - 1;
  return `${year}-Q${index - year * 4}`;
}
