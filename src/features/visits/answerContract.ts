/** Requests and answers about answers of visits that wait for a person, and how they are settled. */
import { z } from 'zod';
import { answerOrder, askedRow } from './contract.ts';

const both = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();

const choice = both.extend({ code: z.string() });

export const answerFilter = z.object({
  area: z.string().optional(),
  state: z.enum(['open', 'conflict', 'refused', 'settled']).default('open'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type AnswerFilter = z.infer<typeof answerFilter>;

/** An answer beside what stood and what stands: for a person to decide. */
export const answerRow = z.object({
  id: z.number(),
  visit: z.number(),
  household: z.string(),
  person: z.string().nullable(),
  register: both,
  field: both,
  control: z.string(),
  choices: z.array(choice),
  state: z.enum(['refused', 'conflict', 'taken', 'kept', 'mended']),
  given: both,
  stood: both.nullable(),
  now: both,
  version: z.string(),
  said: both.nullable(),
  by: z.string(),
  answeredOn: day,
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  /** The answer of a visit of the caller. */
  isOwn: z.boolean(),
});
export type AnswerRow = z.infer<typeof answerRow>;
export const answerPage = z.object({ total: z.number(), rows: z.array(answerRow) });
export type AnswerPage = z.infer<typeof answerPage>;

/** A refused answer with its row: what came back of it and why, and what stands. */
export const answerMend = z.object({
  id: z.number(),
  visit: z.number(),
  household: z.string(),
  by: z.string(),
  answeredOn: day,
  isOwn: z.boolean(),
  /** The field that was answered. */
  field: z.string(),
  row: askedRow,
  /** `value` is what was answered, as an answer states it; empty where it is hidden. */
  refused: z.array(z.object({ field: z.string(), given: both, value: z.string(), said: both.nullable() })),
});
export type AnswerMend = z.infer<typeof answerMend>;

export const settleOrder = z.object({
  /** The answer of the visit, what the register says, or what the person found to be right. */
  as: z.enum(['given', 'stood', 'other']),
  value: answerOrder.shape.value.optional(),
  /** The version of the register's value that was on the screen. */
  base: z.string().max(64),
  /** Further fields of the same row that are stated with it, each on the version that was on the screen. */
  beside: z
    .array(answerOrder.pick({ field: true, value: true, base: true }))
    .max(30)
    .default([]),
});
export type SettleOrder = z.infer<typeof settleOrder>;
export const mendOrder = settleOrder.omit({ as: true, value: true }).extend({ value: answerOrder.shape.value });
export const settled = z.object({ state: z.enum(['taken', 'kept', 'mended']), import: z.number().nullable() });
