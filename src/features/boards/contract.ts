/** Requests and answers of the board: areas by items. */
import { monthAsked } from '#derive/monthAsked.ts';
import { z } from 'zod';

const level = z.enum(['blue', 'yellow', 'orange', 'red']);

export const boardQuery = z.object({
  /** The area whose parts are shown, one row each; the highest of the caller's areas when absent. */
  area: z.string().optional(),
  /** The month; the latest evaluated one when absent. */
  month: monthAsked.optional(),
});

export const boardCell = z.object({
  item: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  level: level.nullable(),
  unknown: z.number(),
  concerned: z.number(),
  atLevel: z.object({ blue: z.number(), yellow: z.number(), orange: z.number(), red: z.number() }),
  /** The numbers tell of health and are not for the caller to see: all of them are 0. */
  isWithheld: z.boolean(),
});
export type BoardCell = z.infer<typeof boardCell>;

export const boardRow = z.object({ area: z.string(), name: z.string(), level: z.string(), cells: z.array(boardCell) });
export type BoardRow = z.infer<typeof boardRow>;

export const board = z.object({
  path: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() })),
  month: z.string().nullable(),
  /** The days for which the numbers hold: the earliest and latest among the settlements shown. */
  asOf: z.object({ from: z.string(), to: z.string() }).nullable(),
  months: z.array(z.string()),
  /** The area itself, then its parts. */
  total: boardRow,
  rows: z.array(boardRow),
});
export type Board = z.infer<typeof board>;

export const trendQuery = z.object({ area: z.string().optional(), item: z.string() });
export const trend = z.object({ points: z.array(boardCell.extend({ month: z.string(), asOf: z.string() })) });
export type Trend = z.infer<typeof trend>;

/** Null numbers are withheld: they tell of fewer than five people, or would give away another number that does. */
const comparedCell = z.object({
  item: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
});
const comparedRow = z.object({
  area: z.string(),
  name: z.string(),
  en: z.string().nullable(),
  level: z.string(),
  isOwn: z.boolean(),
  cells: z.array(comparedCell),
});
export type ComparedCell = z.infer<typeof comparedCell>;

/** An area beside those of the same parent: numbers alone, nothing of anybody. */
export const comparison = z.object({
  area: z.string(),
  month: z.string().nullable(),
  asOf: z.object({ from: z.string(), to: z.string() }).nullable(),
  months: z.array(z.string()),
  /** All of them together; null where the area has no others beside it, or where more could be worked out from it. */
  total: comparedRow.nullable(),
  rows: z.array(comparedRow),
});
export type Comparison = z.infer<typeof comparison>;
