/** Requests and answers about how appeals go. */
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const appealRateFilter = z.object({ by: z.enum(['unit', 'item', 'area']).default('unit'), area: z.string().optional(), from: day, to: day });
export type AppealRateFilter = z.infer<typeof appealRateFilter>;
const share = z.object({ count: z.number(), of: z.number() });
export const appealRateRow = z.object({
  key: z.string(),
  name: both,
  appeals: z.number(),
  closed: z.number(),
  /** Of the clocks that were met or are over, those met in time. */
  inTime: z.object({ accept: share, answer: share, review: share, 're-review': share }),
  returned: share,
  reopened: share,
  refused: share,
  merged: share,
  repeated: share,
  satisfied: share,
});
export type AppealRateRow = z.infer<typeof appealRateRow>;
export const appealRates = z.object({ rows: z.array(appealRateRow), total: appealRateRow });
export type AppealRates = z.infer<typeof appealRates>;
export const appealRatesExport = appealRates.extend({ watermark: z.string() });
export type AppealRatesExport = z.infer<typeof appealRatesExport>;
