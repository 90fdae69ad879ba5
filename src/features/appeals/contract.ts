/** Requests and answers about appeals, of those who work on them. */
import { appealMarks } from '#catalog/lifecycles/appealWays.ts';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { deedShown, offerShown } from '#derive/moveShown.ts';
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const state = z.enum([...statesOf(appealLifecycle)]);
/** Codes of a list, written one after another. */
export const codes = (list: string): z.ZodEnum<Record<string, string>> => z.enum(list.split(' '));

const mark = z.enum(appealMarks);

export const appealFilter = z.object({
  area: z.string().optional(),
  /** One state, `open` for all that somebody has to work on, or all. */
  state: z.enum([...statesOf(appealLifecycle), 'open', 'all']).default('open'),
  nature: codes('1 2 3 4 5 6').optional(),
  channel: codes('1 2 3 4 5 6 7 8 9').optional(),
  track: codes('1 2 3').optional(),
  mark: mark.optional(),
  /** Only what the caller's own unit has in hand. */
  mine: z.enum(['yes', 'no']).default('no'),
  /** The beginning of a number. */
  no: z.string().max(30).optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type AppealFilter = z.infer<typeof appealFilter>;
export const appealExportQuery = appealFilter.omit({ page: true, size: true });
/** An export holds at most so many appeals. */
export const mostExported = 20_000;

export const appealRow = z.object({
  no: z.string(),
  state,
  nature: both,
  channel: both,
  track: both,
  urgency: both,
  category: both.nullable(),
  item: z.string().nullable(),
  settlement: z.string(),
  unit: z.string().nullable(),
  takenAt: z.string(),
  dueAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  result: both.nullable(),
  satisfaction: both.nullable(),
  marks: z.array(mark),
});
export type AppealRow = z.infer<typeof appealRow>;
export const appealPage = z.object({ total: z.number(), rows: z.array(appealRow), byState: z.record(z.string(), z.number()) });
export type AppealPage = z.infer<typeof appealPage>;
export const appealExport = appealPage.extend({ watermark: z.string() });
export type AppealExport = z.infer<typeof appealExport>;

export const enteredFilter = appealFilter.pick({ page: true, size: true });
/** What somebody took down themself: how far it is, without its words. */
const enteredAppeal = appealRow.pick({
  no: true,
  state: true,
  nature: true,
  settlement: true,
  takenAt: true,
  dueAt: true,
  closedAt: true,
  unit: true,
  result: true,
});
export const enteredPage = z.object({ total: z.number(), rows: z.array(enteredAppeal) });
export type EnteredPage = z.infer<typeof enteredPage>;

const clockShown = z.object({
  clock: z.string(),
  name: both,
  limit: z.string(),
  startedAt: z.string(),
  dueAt: z.string(),
  metAt: z.string().nullable(),
  state: z.enum(['met', 'met-late', 'running', 'soon', 'overdue', 'paused']),
});
export type AppealClock = z.infer<typeof clockShown>;

/** An appeal like another, with the reasons why it is thought so. */
export const similarAppeal = z.object({
  no: z.string(),
  state,
  takenAt: z.string(),
  nature: both,
  /** Its words, where the caller may read them. */
  content: z.string(),
  /** 0 to 100. */
  likeness: z.number(),
  because: z.array(both),
});
export type SimilarAppeal = z.infer<typeof similarAppeal>;
export const similarAppeals = z.object({ appeals: z.array(similarAppeal) });

export const appealFile = appealRow.extend({
  /** Number of the row in its register, for showing a hidden value. */
  row: z.number(),
  content: z.string(),
  address: z.string().nullable(),
  people: z.number().nullable(),
  anonymous: z.boolean(),
  appellant: z.string().nullable(),
  person: z.string().nullable(),
  household: z.string().nullable(),
  /** Masked; shown whole by `POST /people/reveal`. */
  contact: z.string().nullable(),
  enteredBy: z.string().nullable(),
  units: z.array(z.object({ part: z.enum(['handles', 'joins', 'against']), name: both })),
  extension: z.object({ until: day, state: z.enum(['asked', 'granted', 'denied']) }).nullable(),
  returns: z.number(),
  refusal: both.nullable(),
  told: z.string().nullable(),
  elsewhere: z.string().nullable(),
  reply: z.string().nullable(),
  repliedAt: z.string().nullable(),
  opinion: z.string().nullable(),
  mainAppeal: z.string().nullable(),
  mergedAppeals: z.array(z.string()),
  warning: z.number().nullable(),
  mayWarn: z.boolean(),
  mayReplaceCode: z.boolean(),
  clocks: z.array(clockShown),
  deeds: z.array(deedShown),
  offers: z.array(offerShown),
  similar: z.array(similarAppeal),
});
export type AppealFile = z.infer<typeof appealFile>;

/** What is said by whoever appeals, however it comes. */
export const said = {
  content: z.string().trim().min(5).max(4000),
  address: z.string().trim().max(200).optional(),
  name: z.string().trim().max(50).optional(),
  contact: z.string().trim().max(40).optional(),
  people: z.number().int().min(1).max(100_000).optional(),
};

/** An appeal as a person of the house takes it down. */
export const appealOrder = z.strictObject({
  ...said,
  settlement: z.string().max(40),
  channel: codes('1 2 3 7 8'),
  nature: codes('1 2 3 4 5 6'),
  category: codes('1 2 3 4 5 6 7 8 9 10 11 99').optional(),
  track: codes('1 2 3'),
  urgency: codes('1 2 3 4').default('3'),
  /** Identity number or number of a relocated person. */
  person: z.string().trim().max(40).optional(),
  item: z.string().max(10).optional(),
  /** The unit complained about, which will not see the appeal. */
  against: z.string().max(100).optional(),
  /** The appeal that this one says again. */
  repeats: z.string().max(30).optional(),
});
export type AppealOrder = z.infer<typeof appealOrder>;
export const similarOrder = appealOrder.pick({ settlement: true, content: true, address: true, contact: true, person: true });
export type SimilarOrder = z.infer<typeof similarOrder>;

/** What the appellant is given: shown once, the code is kept as a hash alone. */
export const receipt = z.object({ no: z.string(), code: z.string(), takenAt: z.string(), acceptBy: z.string(), answerBy: z.string() });
export type Receipt = z.infer<typeof receipt>;

const unitChoice = both.extend({ code: z.string() });
export const entryPlaces = z.object({
  settlements: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Units of each settlement that may be named as complained about. */
  units: z.record(z.string(), z.array(unitChoice)),
});
export type EntryPlaces = z.infer<typeof entryPlaces>;

export const warningFromAppeal = z.strictObject({ level: z.enum(['blue', 'yellow', 'orange', 'red']) });
export const codeReplaced = z.object({ no: z.string(), code: z.string() });

/** Why the code is replaced: how the counter knew who asks. */
export const codeOrder = z.strictObject({ proof: z.string().trim().min(2).max(200) });

// What residents without an account ask.
