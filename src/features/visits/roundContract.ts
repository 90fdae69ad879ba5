/** Requests and answers about the round: the households to visit, and the buildings as work. */
import { roundReasons } from '#catalog/visitRound.ts';
import type { RoundReason } from '#catalog/visitRound.ts';
import { z } from 'zod';

const day = z.iso.date();
const level = z.enum(['blue', 'yellow', 'orange', 'red']);
const reason = z.enum(Object.keys(roundReasons) as [RoundReason, ...RoundReason[]]);

export const roundFilter = z.object({
  area: z.string().optional(),
  building: z.string().optional(),
  show: z.enum(['due', 'all']).default('due'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type RoundFilter = z.infer<typeof roundFilter>;

export const roundRow = z.object({
  no: z.string(),
  head: z.string(),
  settlement: z.string(),
  building: z.string().nullable(),
  buildingCode: z.string().nullable(),
  unit: z.string().nullable(),
  room: z.string().nullable(),
  /** 1 = at once … 5 = some time, 6 = not before the next try, 7 = not due. */
  urgency: z.number(),
  reasons: z.array(reason),
  order: z.object({ id: z.number(), level, warnings: z.number(), dueAt: z.string().nullable(), isOverdue: z.boolean() }).nullable(),
  questionsDue: z.number(),
  lastVisit: day.nullable(),
  attempts: z.number(),
  nextTry: day.nullable(),
});
export type RoundRow = z.infer<typeof roundRow>;

/** A building as work: how much is due there, and who has it. */
export const roundBuilding = z.object({
  code: z.string(),
  name: z.string(),
  households: z.number(),
  due: z.number(),
  urgent: z.number(),
  visitedLately: z.number(),
  people: z.array(z.string()),
});
export type RoundBuilding = z.infer<typeof roundBuilding>;

export const round = z.object({
  day,
  total: z.number(),
  due: z.number(),
  urgent: z.number(),
  /** The area holds too many households to go round: a settlement or less has to be chosen. */
  isTooWide: z.boolean(),
  rows: z.array(roundRow),
  buildings: z.array(roundBuilding),
});
export type Round = z.infer<typeof round>;
