/** Requests and answers about households: the list, and one household's file (一户一档). */
import { readableField } from '#derive/readableField.ts';
import { z } from 'zod';

export const householdFilter = z.object({
  area: z.string().optional(),
  /** Household number, part of the head's name, or a whole identity number of a member. */
  q: z.string().trim().optional(),
  /** standing = those that live here still, as areas count them; a search or an item finds the others too. */
  state: z.enum(['standing', 'all']).default('standing'),
  /** Only households with an open warning of this item. */
  item: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type HouseholdFilter = z.infer<typeof householdFilter>;

export const householdRow = z.object({
  no: z.string(),
  head: z.string(),
  settlement: z.string(),
  community: z.string().nullable(),
  building: z.string().nullable(),
  unit: z.string().nullable(),
  room: z.string().nullable(),
  members: z.number(),
  status: z.string(),
  statusEn: z.string(),
  openWarnings: z.number(),
  worst: z.enum(['blue', 'yellow', 'orange', 'red']).nullable(),
});
export const householdPage = z.object({ total: z.number(), rows: z.array(householdRow) });
export type HouseholdPage = z.infer<typeof householdPage>;

const registerRow = z.object({
  rowId: z.number(),
  dataDate: z.string(),
  missingSince: z.string().nullable(),
  person: z.string().nullable(),
  fields: z.array(readableField),
  source: z.object({ importId: z.number(), file: z.string(), sheet: z.number(), line: z.number() }),
});

export const householdFile = householdRow.extend({
  fields: z.array(readableField),
  persons: z.array(
    z.object({
      no: z.string(),
      name: z.string(),
      relation: z.string(),
      age: z.number().nullable(),
      sex: z.string(),
      number: z.string(),
      left: z.boolean(),
      /** A child of whom the caller may see nothing. */
      isWithheld: z.boolean(),
      /** Their data are restricted and not shown to the caller. */
      isRestricted: z.boolean(),
      fields: z.array(readableField),
    }),
  ),
  /** Rows of every register that are about the household or its members, register by register. */
  registers: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), total: z.number(), rows: z.array(registerRow) })),
  /** What was found about the household and its members in the month shown: warned, unknown, or why not. An item about health is named in neutral words to those who may not see health data. */
  findings: z.array(
    z.object({
      item: z.string(),
      subject: z.string(),
      person: z.string().nullable(),
      level: z.string(),
      warning: z.number().nullable(),
      /** The data are in order again; the warning of that level is not cleared yet. */
      isOver: z.boolean(),
    }),
  ),
  /** What changed, newest first. */
  timeline: z.array(
    z.object({
      on: z.string(),
      kind: z.string(),
      register: z.string().nullable(),
      zh: z.string(),
      en: z.string(),
      importId: z.number().nullable(),
      warning: z.number().nullable(),
    }),
  ),
});
export type HouseholdFile = z.infer<typeof householdFile>;
