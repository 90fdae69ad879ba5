/** Requests and answers about visits: the form of a household, what is recorded, what became of it, and the list. */
import { offerShown } from '#derive/moveShown.ts';
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();
const level = z.enum(['blue', 'yellow', 'orange', 'red']);

const choice = both.extend({ code: z.string() });
/** A field that is asked, with the value that stands and the version that an answer must name. */
export const askedField = both.extend({
  name: z.string(),
  control: z.string(),
  choices: z.array(choice),
  /** As people read it; masked where it is hidden. */
  shown: both,
  /** As an answer states it; empty where there is none or it is hidden. */
  value: z.string(),
  version: z.string(),
});
export type AskedField = z.infer<typeof askedField>;

export const askedRow = both.extend({
  register: z.string(),
  key: z.string(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
  /** Why it is asked; null = it is known and not old. */
  due: z.enum(['unknown', 'old']).nullable(),
  asOf: day.nullable(),
  fields: z.array(askedField),
});
export type AskedRow = z.infer<typeof askedRow>;

/** What may be done with a warning on a visit now; what has to wait is not offered. */
const offer = offerShown.omit({ blocked: true, outcome: true });

/** An order for which the visit signs with the first step that it takes of one of its warnings; `owner` = who is in charge, where it is somebody else. */
const signedOrder = z.object({ id: z.number(), no: z.string(), owner: z.string().nullable() });
export type SignedOrder = z.infer<typeof signedOrder>;

export const visitForm = z.object({
  household: z.string(),
  head: z.string(),
  home: both,
  day,
  lastVisit: day.nullable(),
  attempts: z.number(),
  nextTry: day.nullable(),
  members: z.array(z.object({ no: z.string(), name: z.string(), isNamed: z.boolean(), isChild: z.boolean(), isAtRisk: z.boolean() })),
  warnings: z.array(
    z.object({
      id: z.number(),
      item: z.string(),
      name: both,
      subject: z.string(),
      level,
      why: both,
      stage: z.string(),
      signs: signedOrder.nullable(),
      offers: z.array(offer),
    }),
  ),
  questions: z.array(askedRow),
  occupancies: z.array(choice),
  items: z.array(choice.extend({ subject: z.enum(['household', 'person']) })),
});
export type VisitForm = z.infer<typeof visitForm>;

const point = /^\d{1,3}(\.\d{1,8})?,\d{1,2}(\.\d{1,8})?$/;
/** A drawn line: moves and lines of an SVG path inside 600 × 200, nothing else. */
const drawnLine = /^M[\d., MLCQ-]{1,60000}$/;
/** The verbs by which a visit moves a warning. */
export const visitDeeds = ['check', 'handle', 'visit'] as const;

export const answerOrder = z.object({
  register: z.string().max(40),
  key: z.string().max(80),
  field: z.string().max(40),
  value: z.union([z.string().trim().min(1).max(2000), z.number(), z.boolean(), z.array(z.string().max(40)).min(1).max(40)]),
  /** The version of the field that the visitor had before their eyes. */
  base: z.string().max(64),
});
export type AnswerOrder = z.infer<typeof answerOrder>;

/** One visit, or one attempt. */
export const visitOrder = z.object({
  /** Given by the device: the same visit sent again is stored once. */
  client: z.uuid(),
  household: z.string().min(1).max(40),
  /** When it was, by the device, with its offset. */
  at: z.iso.datetime({ offset: true }),
  outcome: z.enum(['met', 'nobody-home']),
  method: z.enum(['1', '2', '3']).default('1'),
  met: z.array(z.string().max(40)).max(30).default([]),
  /** Children whom the visit concerns, each seen or not; none = the visit concerns the household as a whole. */
  children: z
    .array(z.object({ person: z.string().max(40), met: z.boolean(), incident: z.boolean().optional() }))
    .max(20)
    .default([]),
  occupancy: z.string().max(4).optional(),
  note: z.string().trim().max(2000).optional(),
  place: z.string().regex(point).optional(),
  signature: z.string().regex(drawnLine).optional(),
  photos: z.number().int().min(0).max(10).default(0),
  nextTry: day.optional(),
  deeds: z
    .array(z.object({ warning: z.number().int(), verb: z.enum(visitDeeds), given: z.record(z.string(), z.string().max(4000)).default({}) }))
    .max(60)
    .default([]),
  found: z
    .array(z.object({ item: z.string().max(8), subject: z.string().max(40), level, note: z.string().trim().min(1).max(2000) }))
    .max(20)
    .default([]),
  answers: z.array(answerOrder).max(300).default([]),
});
export type VisitOrder = z.infer<typeof visitOrder>;

/** Visits that waited on a device; each is read by itself, so that a bad one stops no other. */
export const visitBatch = z.object({ visits: z.array(z.unknown()).min(1).max(50) });

const issue = both.extend({ field: z.string().nullable() });
export const answerFate = both.extend({
  id: z.number(),
  register: z.string(),
  key: z.string(),
  field: z.string(),
  state: z.enum(['stored', 'refused', 'conflict']),
});
export type AnswerFate = z.infer<typeof answerFate>;
export const deedFate = z.object({ warning: z.number(), verb: z.string(), done: z.boolean(), said: both.nullable() });
export type DeedFate = z.infer<typeof deedFate>;

/** What became of one visit of a batch. `later` = keep it and send it again. */
export const visitFate = z.object({
  client: z.string().nullable(),
  state: z.enum(['stored', 'repeated', 'refused', 'later']),
  visit: z.number().nullable(),
  attempt: z.number().nullable(),
  nextTry: day.nullable(),
  answers: z.array(answerFate),
  deeds: z.array(deedFate),
  problem: both.extend({ code: z.string() }).nullable(),
  issues: z.array(issue),
});
export type VisitFate = z.infer<typeof visitFate>;
export const visitFates = z.object({ visits: z.array(visitFate) });

export const visitFilter = z.object({
  area: z.string().optional(),
  household: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type VisitFilter = z.infer<typeof visitFilter>;
export const visitRow = z.object({
  /** Of what was recorded here; null = the visit came in a sheet, and stands in its register alone. */
  id: z.number().nullable(),
  household: z.string(),
  /** null = the sheet does not say, or the caller may not read it. */
  outcome: z.enum(['met', 'not-met', 'nobody-home']).nullable(),
  method: both.nullable(),
  on: day,
  at: z.string().nullable(),
  receivedAt: z.string().nullable(),
  by: z.string().nullable(),
  attempt: z.number().nullable(),
  nextTry: day.nullable(),
  photos: z.array(z.number()),
  isSigned: z.boolean(),
  /** What was noted, where the visits of one household are asked for and the caller may read it. */
  note: z.string().nullable(),
  isNoteWithheld: z.boolean(),
  imports: z.array(z.number()),
  waiting: z.number(),
});
export const visitPage = z.object({ total: z.number(), rows: z.array(visitRow) });
export type VisitPage = z.infer<typeof visitPage>;

export const photoKept = z.object({ id: z.number() });
