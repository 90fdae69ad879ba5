/** Requests and answers of the board: areas by items. */
import { z } from 'zod';

const level = z.enum(['blue', 'yellow', 'orange', 'red']);

export const boardQuery = z.object({
  /** The area whose parts are shown, one row each; the highest of the caller's areas when absent. */
  area: z.string().optional(),
  /** First day of the month; the latest evaluated one when absent. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/)
    .optional(),
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
