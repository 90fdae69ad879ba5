/** The plain data that the reference evaluator reads: what the registers were told, when, and in what order. */

/** A typed value of a cell; `null` or an absent field is an empty cell. */
export type Value = string | number | boolean | readonly string[] | null;

/** One row of a register: dates `YYYY-MM-DD`, times ISO with `+08:00`, months `YYYY-MM`, quarters `YYYY-Qn`, codes and keys as text, money as number or decimal text. */
export type Row = Readonly<Record<string, Value>>;

/** One accepted row of one register, or the note of a full list that it no longer held the row. */
export interface Statement {
  readonly register: string;
  /** Only filled cells speak; an empty cell is no statement. */
  readonly row: Row;
  /** 数据日期: the date that the row is true for. */
  readonly dataDate: string;
  /** Place in the order of storing; greater = stored later. */
  readonly order: number;
  /** A full list of `dataDate` did not hold the row; `row` then carries its key alone. */
  readonly missing?: true;
  /** Fields erased on purpose (`#清空`). */
  readonly cleared?: readonly string[];
}

/** One delivery of a register for a settlement, a nil report included. */
export interface Delivery {
  readonly register: string;
  readonly settlement_code: string;
  readonly data_date: string;
}

/** Everything that was ever stored, from which facts, findings, indicators and figures follow. */
export interface World {
  readonly statements: readonly Statement[];
  readonly feed: readonly Delivery[];
  /** Listed days of the holiday calendar: true = working day. A day not listed works from Monday to Friday. */
  readonly calendar: ReadonlyMap<string, boolean>;
  /** The day the platform started, for the figure of appeals. */
  readonly goLive?: string;
}

/** The text of a field, or null when it is empty. */
export function text(row: Row, field: string): string | null {
  const value = row[field];
  if (value === undefined || value === null || value === '') return null;
  return String(value);
}

/** The number of a field, or null when it is empty. */
export function number(row: Row, field: string): number | null {
  const value = text(row, field);
  return value === null ? null : Number(value);
}

/** The codes or keys of a list field; an empty list field holds none. */
export function list(row: Row, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value : [];
}

/** Whether a field holds one of these codes; an empty field holds none. */
export function isOneOf(row: Row, field: string, ...codes: string[]): boolean {
  const value = text(row, field);
  return value !== null && codes.includes(value);
}

/** Whether a yes-no field says yes. */
export function says(row: Row, field: string): boolean {
  return row[field] === true;
}

/** Whether a yes-no field says no; an empty one says nothing. */
export function denies(row: Row, field: string): boolean {
  return row[field] === false;
}
