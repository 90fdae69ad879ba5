/** What a register (台账) is: a named list that departments report, with its key, rhythm, department and fields. */
import type { DepartmentName } from '../departments.ts';
import type { Field, Sensitivity } from '../kinds/kind.ts';
import type { RegisterName } from './registerNames.ts';

/** The date of a row of an event register: a field, the last day of a quarter, or a field with the first day of a year behind it. */
export type EventDate = { readonly field: string; readonly elseFirstDayOfYear?: string } | { readonly lastDayOf: string };

export interface RegisterHead<FieldName extends string = string> {
  readonly no: string;
  readonly name: RegisterName;
  readonly zh: string;
  readonly en: string;
  /** What one row is about. */
  readonly subject: string;
  readonly key: readonly FieldName[];
  /** state = one current row a key with its versions; event = rows accumulate by key. */
  readonly mode: 'state' | 'event';
  /** The date of a row, for the as-of rule (event registers). */
  readonly date?: EventDate;
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'term' | 'year' | 'change';
  /** Silence, in days, after which the register counts as stale for a settlement. */
  readonly staleAfterDays: number;
  readonly departments: readonly string[];
  readonly sensitivity: Sensitivity;
  /** All that it says of a person, beyond who it is, is about health. */
  readonly about?: 'health';
  /** Fields through which the settlement of a row is found, first filled one wins; empty = the register belongs to no settlement. */
  readonly settlementVia: readonly FieldName[];
  /** Fields by whose beginning people look rows up. */
  readonly searchedBy?: readonly FieldName[];
  readonly note?: string;
  /** The wide sheets that are accepted: each filled amount column becomes a row. */
  readonly wide?: WideSheet<FieldName>;
}

/** One amount column of a wide sheet. Columns that set the same values belong to one row. */
export interface WideColumn<FieldName extends string = string> {
  readonly header: string;
  readonly sets: Readonly<Partial<Record<FieldName, string>>>;
  /** The field that takes the amount. */
  readonly into: FieldName;
}

export interface WideSheet<FieldName extends string = string> {
  readonly columns: readonly WideColumn<FieldName>[];
  /** A field of the sheet that cannot be divided among several rows: handed on when it is 0, or when one row comes of it. */
  readonly undivided?: FieldName;
  /** A column that states a year where the quarter is needed. */
  readonly year?: { readonly header: string; readonly quarter: FieldName };
}

export interface Register<FieldName extends string = string> extends RegisterHead<FieldName> {
  /** Fields in the order of the template. */
  readonly fields: Readonly<Record<FieldName, Field>>;
}

/** A register from its head and its fields; a key or a way to the settlement that names no field, or a department that there is not, does not compile. */
export function register<const FieldName extends string>(
  head: RegisterHead<NoInfer<FieldName>> & { readonly departments: readonly DepartmentName[] },
  fields: Readonly<Record<FieldName, Field>>,
): Register<FieldName> {
  return { ...head, fields };
}
