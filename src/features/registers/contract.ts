/** Requests and answers about registers: the list of registers, and the rows of one. */
import { readableField } from '#derive/readableField.ts';
import { z } from 'zod';

export const registerRow = z.object({
  name: z.string(),
  no: z.string(),
  zh: z.string(),
  en: z.string(),
  subject: z.string(),
  mode: z.enum(['state', 'event']),
  every: z.string(),
  staleAfterDays: z.number(),
  departments: z.array(z.string()),
  sensitivity: z.string(),
  note: z.string(),
  rows: z.number(),
  fields: z.array(
    z.object({
      name: z.string(),
      zh: z.string(),
      en: z.string(),
      kind: z.string(),
      required: z.string(),
      sensitivity: z.string(),
      aliases: z.array(z.string()),
      note: z.string(),
    }),
  ),
});
export const registerList = z.object({ registers: z.array(registerRow) });
export type RegisterList = z.infer<typeof registerList>;

export const rowFilter = z.object({
  area: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const rowPage = z.object({
  total: z.number(),
  columns: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
  rows: z.array(
    z.object({
      rowId: z.number(),
      dataDate: z.string(),
      missingSince: z.string().nullable(),
      importId: z.number(),
      line: z.number(),
      fields: z.array(readableField),
    }),
  ),
});
export type RowPage = z.infer<typeof rowPage>;
