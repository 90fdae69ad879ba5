/** Requests and answers about the rights of persons. */
import { askers, erasureGrounds, rightKinds, rightStates } from '#catalog/personRights.ts';
import { z } from 'zod';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(record) as [Key, ...Key[]];

/** Who asks, why, and by what right where it is not the person. */
const request = z.object({
  /** Number of the person, or their identity number. */
  person: z.string().trim().min(1).max(40),
  asker: z.enum(keysOf(askers)),
  purpose: z.string().trim().min(2).max(200),
  proof: z.string().trim().max(200).optional(),
});

export const rightFilter = z.object({
  person: z.string().trim().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const rightRow = z.object({
  id: z.number(),
  kind: z.enum(keysOf(rightKinds)),
  state: z.enum(keysOf(rightStates)),
  person: z.string().nullable(),
  settlement: z.string().nullable(),
  settlementName: z.string().nullable(),
  asker: z.enum(keysOf(askers)),
  ground: z.enum(keysOf(erasureGrounds)).nullable(),
  statedBy: z.string(),
  askedAt: z.string(),
  finishedBy: z.string().nullable(),
  finishedAt: z.string().nullable(),
  importId: z.number().nullable(),
  outcome: z.record(z.string(), z.unknown()).nullable(),
});
export type RightRow = z.infer<typeof rightRow>;
export const rightPage = z.object({ total: z.number(), rows: z.array(rightRow) });
export type RightPage = z.infer<typeof rightPage>;

export const exportOrder = request;
export const restrictOrder = request;
export const liftOrder = request;

/** The person as the page of requests shows them, with the rows that may be corrected. */
export const personAsked = z.object({
  person: z.string(),
  name: z.string(),
  household: z.string().nullable(),
  settlement: z.string().nullable(),
  restrictedSince: z.string().nullable(),
  rows: z.array(
    z.object({
      register: z.string(),
      zh: z.string(),
      en: z.string(),
      rowId: z.number(),
      dataDate: z.string(),
      fields: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), value: z.string() })),
    }),
  ),
});
export type PersonAsked = z.infer<typeof personAsked>;
export const personQuery = z.object({ person: z.string().trim().min(1).max(40) });

export const correctOrder = request.extend({
  register: z.string(),
  row: z.number().int(),
  /** Values by field, as they would stand in a cell; `#清空` empties a field. */
  values: z.record(z.string(), z.string().max(4000)),
  /** The day from which it is true; today when not said. */
  dataDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
export const correctAnswer = z.object({ right: z.number(), importId: z.number(), changed: z.number() });
export const rightAnswer = z.object({ right: z.number() });

export const eraseOrder = request.extend({ ground: z.enum(keysOf(erasureGrounds)) });

const counted = z.object({ what: z.string(), zh: z.string(), en: z.string(), rows: z.number() });
export const erasurePlan = z.object({
  /** Rows that go. */
  removed: z.array(counted),
  /** Rows that stay without the person. */
  anonymised: z.array(counted),
  uploads: z.array(z.object({ file: z.string(), uploadedAt: z.string() })),
  /** What stays, and why. */
  kept: z.array(z.object({ zh: z.string(), en: z.string() })),
  /** Lawful reasons against it. */
  against: z.array(z.object({ zh: z.string(), en: z.string() })),
});
export type ErasurePlan = z.infer<typeof erasurePlan>;
export const planQuery = personQuery.extend({ ground: z.enum(keysOf(erasureGrounds)) });
