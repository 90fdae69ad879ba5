/** Requests and answers about warnings. */
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { readableField } from '#derive/readableField.ts';
import { z } from 'zod';

export const warningStates = ['open', 'recovering', 'unknown', 'recovered', 'retracted'] as const;

const stages = statesOf(warningLifecycle);
export const warningMarks = ['silenced', 'supervised', 'escalated', 'still-red'] as const;

const level = z.enum(['blue', 'yellow', 'orange', 'red']);

export const warningFilter = z.object({
  area: z.string().optional(),
  item: z.string().optional(),
  level: level.optional(),
  /** What the data say; `standing` for all that people have not cleared. */
  state: z.enum([...warningStates, 'standing', 'all']).default('standing'),
  /** A stage of handling, or what shows itself. */
  handled: z.enum([...stages, ...warningMarks]).optional(),
  household: z.string().optional(),
  sort: z.enum(['newest', 'oldest', 'level']).default('level'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type WarningFilter = z.infer<typeof warningFilter>;

/** The filter of an export; its page is the whole. */
export const warningExportQuery = warningFilter.omit({ page: true, size: true });
/** An export holds at most so many warnings. */
export const mostExported = 20_000;

export const warningRow = z.object({
  id: z.number(),
  no: z.string(),
  item: z.string(),
  subjectKind: z.string(),
  subjectKey: z.string(),
  /** Name of the subject as lists may show it (persons masked). */
  subjectName: z.string(),
  settlement: z.string(),
  community: z.string().nullable(),
  building: z.string().nullable(),
  household: z.string().nullable(),
  level,
  state: z.enum(warningStates),
  /** Where people are with it. */
  stage: z.enum([...stages]),
  /** By which way it was found: a code of CLUE. */
  source: z.string(),
  silencedUntil: z.string().nullable(),
  raisedOn: z.string(),
  levelSince: z.string(),
  recoveringSince: z.string().nullable(),
  silentUntil: z.string().nullable(),
  heldBackBy: z.array(z.string()),
  why: z.object({ zh: z.string(), en: z.string() }),
  /** Why the caller sees no more than that there is a warning; null where all is shown. */
  withheld: z.enum(['restricted', 'health', 'minor']).nullable(),
});
export type WarningRow = z.infer<typeof warningRow>;

/** A warning as an address names it: by its number in the database, or by the warning number that people read. */
export const warningAsked = z.object({ id: z.union([z.coerce.number().int(), z.string().regex(/^\d{14}[A-Z]\d{2}\d{14}$/)]) });

export const warningPage = z.object({ total: z.number(), rows: z.array(warningRow), byLevel: z.record(z.string(), z.number()) });
/** The export says in a last line who took it, and when. */
export const warningExport = warningPage.extend({ watermark: z.string() });
export type WarningExport = z.infer<typeof warningExport>;
export type WarningPage = z.infer<typeof warningPage>;

const factValue = z.object({
  name: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string(),
  means: z.string(),
  value: z.union([z.boolean(), z.number(), z.null()]),
});

const evidenceRow = z.object({
  register: z.string(),
  registerName: z.object({ zh: z.string(), en: z.string() }),
  rowId: z.number(),
  dataDate: z.string(),
  importId: z.number(),
  file: z.string(),
  sheet: z.string(),
  line: z.number(),
  broughtBy: z.string(),
  broughtAt: z.string(),
  /** When the import that stated it was taken back; the row may be gone with it. */
  undoneAt: z.string().nullable(),
  /** Fields of the row as people read them, those that decide first; numbers masked, what the caller may not see withheld. */
  fields: z.array(readableField),
});

export const warningFile = warningRow.extend({
  standardVersion: z.string(),
  /** Whom the item concerns, as a sentence; null where it concerns all. */
  applies: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The rule of the level in force, as a sentence with its thresholds. */
  rule: z.object({ zh: z.string(), en: z.string() }),
  clears: z.object({ zh: z.string(), en: z.string() }),
  facts: z.array(factValue),
  parameters: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), unit: z.string(), value: z.number() })),
  basis: z.array(z.object({ mark: z.enum(['S', 'P', 'N', 'GK', 'O']), zh: z.string(), en: z.string() })),
  department: z.string(),
  events: z.array(z.object({ kind: z.string(), on: z.string(), at: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  evidence: z.array(evidenceRow),
});
export type WarningFile = z.infer<typeof warningFile>;
