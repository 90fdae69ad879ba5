/** Requests and answers about items: the standard as people read it, and the subjects that an item finds. */
import { monthAsked } from '#derive/monthAsked.ts';
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const levelName = z.enum(['blue', 'yellow', 'orange', 'red']);

export const itemRow = z.object({
  code: z.string(),
  aspect: z.string(),
  aspectName: both,
  name: both,
  subject: z.string(),
  indicator: z.object({ name: both, unit: z.string(), scale: z.number(), decimals: z.number(), direction: z.enum(['up', 'down']) }),
  department: z.string(),
});
export type ItemRow = z.infer<typeof itemRow>;
export const itemList = z.object({ standardVersion: z.string(), items: z.array(itemRow) });

export const itemPage = itemRow.extend({
  applies: both,
  levels: z.array(z.object({ level: levelName, used: z.boolean(), rule: both, text: z.string() })),
  parameters: z.array(
    z.object({
      name: z.string(),
      zh: z.string(),
      en: z.string(),
      unit: z.string(),
      type: z.string(),
      value: z.number(),
      declared: z.number(),
      shared: z.boolean(),
    }),
  ),
  clears: both,
  raiseAfterDays: z.number(),
  clearAfterDays: z.number(),
  silentDays: z.number(),
  trackDays: z.number(),
  heldBackBy: z.array(z.string()),
  limits: z.record(
    levelName,
    z.object({ sign: z.string().nullable(), check: z.string().nullable(), measures: z.string().nullable(), close: z.string().nullable() }),
  ),
  owner: z.string(),
  registers: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), every: z.string(), staleAfterDays: z.number() })),
  facts: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), unit: z.string(), means: z.string() })),
  basis: z.array(z.object({ mark: z.enum(['S', 'P', 'N', 'GK', 'O']), zh: z.string(), en: z.string() })),
  why: both,
  examples: z.array(z.object({ name: z.string(), facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.null()])), expected: z.string() })),
  sql: z.string(),
  file: z.string(),
});
export type ItemPage = z.infer<typeof itemPage>;

export const verdictFilter = z.object({ area: z.string().optional(), item: z.string().optional() });

/** What those said who checked the warnings of items, by month; an item is right where a warning was so, also where it was solved by then. */
export const itemVerdicts = z.object({
  /** The first month that is counted. */
  from: z.string(),
  rows: z.array(z.object({ item: z.string(), month: z.string(), confirmed: z.number(), solved: z.number(), wrong: z.number() })),
});
export type ItemVerdicts = z.infer<typeof itemVerdicts>;

export const subjectFilter = z.object({
  area: z.string().optional(),
  level: z.enum(['blue', 'yellow', 'orange', 'red', 'unknown']).optional(),
  month: monthAsked.optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const subjectPage = z.object({
  month: z.string().nullable(),
  total: z.number(),
  /** Some or all of the list is left out: it tells of health. */
  isWithheld: z.boolean(),
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      household: z.string().nullable(),
      settlement: z.string(),
      level: z.string(),
      warning: z.number().nullable(),
      why: both,
      withheld: z.enum(['restricted', 'health', 'minor']).nullable(),
    }),
  ),
});
export type SubjectPage = z.infer<typeof subjectPage>;
