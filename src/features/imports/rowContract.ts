/** Requests and answers about single rows of imports: those that wait, that a full list leaves out, that are mended or sent one by one. */
import { readableField } from '#derive/readableField.ts';
import { z } from 'zod';

/** Rows that a full list which waits for a second person leaves out, personal values masked. */
export const droppedFilter = z.object({ page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(50) });
export const droppedPage = z.object({
  total: z.number(),
  columns: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
  rows: z.array(z.object({ rowId: z.number(), dataDate: z.string(), importId: z.number(), fields: z.array(readableField) })),
});
export type DroppedPage = z.infer<typeof droppedPage>;
export const droppedExport = droppedPage.extend({ watermark: z.string() });
export type DroppedExport = z.infer<typeof droppedExport>;

/** `text` is looked for in file names, reasons and numbers that wait; an identity number whole. */
export const asideFilter = z.object({
  register: z.string().optional(),
  reason: z.string().optional(),
  import: z.coerce.number().int().optional(),
  text: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

const registerName = z.object({ zh: z.string(), en: z.string() });

export const asideRow = z.object({
  import: z.number(),
  register: z.string(),
  registerName,
  file: z.string().nullable(),
  sheet: z.number(),
  line: z.number(),
  waitsFor: registerName.nullable(),
  since: z.string(),
  reason: z.string(),
  zh: z.string(),
  en: z.string(),
});
/** `groups` counts the rows that fit import and text by register and reason, whatever register and reason are asked for. */
export const asidePage = z.object({
  total: z.number(),
  rows: z.array(asideRow),
  groups: z.array(z.object({ register: z.string(), registerName, reason: z.string(), rows: z.number() })),
});
export type AsidePage = z.infer<typeof asidePage>;

/** A row that came back or waits: its cells with numbers of people masked, and what they are changed to when it is mended. */
export const keptRow = z.object({ cells: z.array(z.object({ header: z.string(), column: z.string(), text: z.string(), isMasked: z.boolean() })) });
/** The one column that a person corrects is shown whole. */
export const keptRowQuery = z.object({ corrected: z.string().optional() });
export const mendOrder = z.object({ changes: z.record(z.string(), z.string()) });

/** Rows of a register as JSON: names are fields or headers; the rules are those of sheets. */
export const rowsOrder = z.object({
  register: z.string(),
  dataDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  mode: z.enum(['changes', 'full']).default('changes'),
  covers: z.array(z.string()).optional(),
  dryRun: z.boolean().default(false),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))])))
    .max(10_000),
});
