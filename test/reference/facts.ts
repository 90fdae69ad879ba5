/** The shape of facts, and the arithmetic that several of them share. */
import type { AsOf } from './asOf.ts';
import { number, type Row, text } from './world.ts';

/** One value about one subject; null = unknown. */
export type Fact = boolean | number | null;

/** The definitions of the facts of one kind of subject. */
export type Definitions<Subject> = Readonly<Record<string, (at: AsOf, subject: Subject) => Fact>>;

/** The sum of a money field over rows, in whole fen so that nothing is lost; empty cells are left out. */
export function sumOf(rows: readonly Row[], field: string): number {
  const fen = rows.reduce((sum, row) => sum + Math.round((number(row, field) ?? 0) * 100), 0);
  return fen / 100;
}

/** `(100.0 * a) / b`. */
export function percent(a: number, b: number): number {
  return (100 * a) / b;
}

/** Whether a date field is filled and on or before a date. */
export function isBy(row: Row, field: string, date: string): boolean {
  const on = text(row, field);
  return on !== null && on <= date;
}

/** Whether a date field is filled and after a date. */
export function isAfter(row: Row, field: string, date: string): boolean {
  const on = text(row, field);
  return on !== null && on > date;
}

/** Whether something that has an end is still going on at a date: the end is empty or after it. */
export function isOngoing(row: Row, endField: string, date: string): boolean {
  const end = text(row, endField);
  return end === null || end > date;
}

/** The greatest of some values, or null when there is none. */
export function greatest<Value extends number | string>(values: readonly (Value | null)[]): Value | null {
  const known = values.filter((value) => value !== null);
  return known.reduce<Value | null>((best, value) => (best === null || value > best ? value : best), null);
}

/** The least of some values, or null when there is none. */
export function least<Value extends number | string>(values: readonly (Value | null)[]): Value | null {
  const known = values.filter((value) => value !== null);
  return known.reduce<Value | null>((best, value) => (best === null || value < best ? value : best), null);
}
