/** Requests and answers about work orders, and about warnings as people handle them. */
import { statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { deedShown, offerShown } from '#derive/moveShown.ts';
import { z } from 'zod';

const level = z.enum(['blue', 'yellow', 'orange', 'red']);
const both = z.object({ zh: z.string(), en: z.string() });
const orderState = z.enum([...statesOf(workOrderLifecycle)]);
const stage = z.enum([...statesOf(warningLifecycle)]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What shows itself about orders without anybody saying so. */
export const orderMarks = ['overdue', 'returned', 'still-red', 'reopened', 'supervised', 'paused', 'extension-asked'] as const;
const mark = z.enum(orderMarks);

export const orderFilter = z.object({
  area: z.string().optional(),
  /** One state, `open` for all that are not closed, or all. */
  state: z.enum([...statesOf(workOrderLifecycle), 'open', 'all']).default('open'),
  level: level.optional(),
  mark: mark.optional(),
  /** Only what the caller, or the person for whom the caller acts, is in charge of. */
  mine: z.enum(['yes', 'no']).default('no'),
  household: z.string().optional(),
  sort: z.enum(['due', 'level', 'newest', 'oldest']).default('due'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type OrderFilter = z.infer<typeof orderFilter>;
export const orderExportQuery = orderFilter.omit({ page: true, size: true });
/** An export holds at most so many orders. */
export const mostExported = 20_000;

export const orderRow = z.object({
  id: z.number(),
  no: z.string(),
  state: orderState,
  level,
  /** The household or object as lists may show it. */
  subject: z.string(),
  subjectKind: z.string(),
  household: z.string().nullable(),
  settlement: z.string(),
  community: z.string().nullable(),
  building: z.string().nullable(),
  owner: z.string().nullable(),
  unit: z.string().nullable(),
  departments: z.array(z.string()),
  warnings: z.number(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  returns: z.number(),
  marks: z.array(mark),
});
export type OrderRow = z.infer<typeof orderRow>;
export const orderPage = z.object({ total: z.number(), rows: z.array(orderRow), byState: z.record(z.string(), z.number()), asOf: z.string() });
export type OrderPage = z.infer<typeof orderPage>;
export const orderExport = orderPage.extend({ watermark: z.string() });
export type OrderExport = z.infer<typeof orderExport>;

const clockState = z.enum(['met', 'met-late', 'running', 'soon', 'overdue', 'paused']);
const clockShown = z.object({
  clock: z.string(),
  name: both,
  limit: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  metAt: z.string().nullable(),
  state: clockState,
});
export type ClockShown = z.infer<typeof clockShown>;

const step = both.extend({ done: z.boolean(), detail: both.nullable() });

/** A warning as people handle it. */
export const handling = z.object({
  asOf: z.string(),
  stage,
  source: z.string(),
  order: z.object({ id: z.number(), no: z.string(), state: orderState }).nullable(),
  earlierOrders: z.array(z.object({ id: z.number(), no: z.string() })),
  verdict: both.nullable(),
  falseReason: both.nullable(),
  measures: z.string().nullable(),
  steps: z.array(step),
  clearedAt: z.string().nullable(),
  trackUntil: z.string().nullable(),
  silence: z.object({ until: day, reason: both }).nullable(),
  supervisedAt: z.string().nullable(),
  escalatedTo: z.string().nullable(),
  clocks: z.array(clockShown),
  deeds: z.array(deedShown),
  offers: z.array(offerShown),
});
export type Handling = z.infer<typeof handling>;

const listed = z.object({
  id: z.number(),
  item: z.string(),
  subjectName: z.string(),
  subjectKind: z.string(),
  level,
  state: z.string(),
  stage,
  why: both,
  heldBackBy: z.array(z.string()),
  isSilenced: z.boolean(),
  /** It left the order when that was closed, or was cleared. */
  isGone: z.boolean(),
  clocks: z.array(clockShown),
  offers: z.array(offerShown),
});
export type ListedWarning = z.infer<typeof listed>;

/** Something that happened to the order, or to one of its warnings, which it names with the levels that the data gave it. */
const orderDeed = deedShown.extend({
  about: z.object({ warning: z.number(), item: z.string(), fromLevel: level.nullable(), toLevel: level.nullable() }).nullable(),
});
export type OrderDeed = z.infer<typeof orderDeed>;

export const orderFile = orderRow.extend({
  /** The moment for which clocks are read. */
  asOf: z.string(),
  deputy: z.string().nullable(),
  phone: z.string().nullable(),
  signedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  satisfaction: both.nullable(),
  extension: z.object({ until: day, state: z.enum(['asked', 'granted', 'refused']) }).nullable(),
  pausedSince: z.string().nullable(),
  reopens: z.object({ id: z.number(), no: z.string() }).nullable(),
  checklist: z.array(listed),
  deeds: z.array(orderDeed),
  offers: z.array(offerShown),
});
export type OrderFile = z.infer<typeof orderFile>;

/** Somebody who may be put in charge, with the work that they have. */
export const candidate = z.object({
  account: z.number(),
  name: z.string(),
  role: z.string(),
  unit: z.string(),
  deputy: z.string().nullable(),
  open: z.number(),
});
export type Candidate = z.infer<typeof candidate>;
export const candidates = z.object({ people: z.array(candidate) });

export const batchOrder = z.object({
  orders: z.array(z.number().int()).min(1).max(200),
  /** The account to be in charge; left out: whom the area tree names. */
  owner: z.number().int().optional(),
  /** Shows what would happen and changes nothing. */
  preview: z.boolean(),
});
export const batchAnswer = z.object({
  lines: z.array(
    z.object({
      id: z.number(),
      no: z.string(),
      subject: z.string(),
      owner: z.string().nullable(),
      unit: z.string().nullable(),
      refused: both.nullable(),
    }),
  ),
  /** Open orders of each person before and after. */
  loads: z.array(z.object({ name: z.string(), unit: z.string(), before: z.number(), after: z.number() })),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

export const raiseOrder = z.object({
  item: z.string(),
  subject: z.string().min(1).max(80),
  level,
  source: z.enum(['2', '3', '4', '5']),
  note: z.string().trim().min(1).max(2000),
});
export type RaiseOrder = z.infer<typeof raiseOrder>;
export const raised = z.object({ id: z.number() });

export const rateFilter = z.object({
  by: z.enum(['unit', 'item', 'area']).default('unit'),
  area: z.string().optional(),
  from: day,
  to: day,
});
export type RateFilter = z.infer<typeof rateFilter>;

const share = z.object({ count: z.number(), of: z.number() });
export const rateRow = z.object({
  key: z.string(),
  name: both,
  orders: z.number(),
  closed: z.number(),
  inTime: share,
  returned: share,
  reopened: share,
  stillRed: share,
  falseAlarms: share,
  satisfied: share,
});
export type RateRow = z.infer<typeof rateRow>;
export const rates = z.object({ rows: z.array(rateRow), total: rateRow });
export type Rates = z.infer<typeof rates>;
export const ratesExport = rates.extend({ watermark: z.string() });
export type RatesExport = z.infer<typeof ratesExport>;
