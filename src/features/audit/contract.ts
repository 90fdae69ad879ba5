/** Requests and answers about the audit log. */
import { z } from 'zod';

export const auditWays = ['web', 'token', 'command', 'job'] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const auditFilter = z.object({
  /** First and last day, both included. */
  from: day.optional(),
  to: day.optional(),
  /** Part of a name. */
  who: z.string().optional(),
  /** A verb, or a noun for all its verbs. */
  verb: z.string().optional(),
  /** A kind of object, or `kind/key`. */
  object: z.string().optional(),
  settlement: z.string().optional(),
  /** Number of a request, as a screen showed it. */
  request: z.string().optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditQuery = auditFilter.extend({
  page: z.coerce.number().int().min(1).max(200).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const auditExportQuery = auditFilter.extend({ format: z.enum(['csv', 'jsonl']).default('csv') });

const told = z.record(z.string(), z.unknown()).nullable();

export const auditEntry = z.object({
  id: z.number(),
  at: z.string(),
  account: z.number().nullable(),
  name: z.string(),
  via: z.enum(auditWays),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  verb: z.string(),
  objectKind: z.string(),
  objectKey: z.string().nullable(),
  settlement: z.string().nullable(),
  purpose: z.string().nullable(),
  before: told,
  after: told,
  /** Place in the chain and its hash in hexadecimal; null while the entry waits to be chained. */
  seq: z.number().nullable(),
  hash: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** `total` counts up to 10,000; `isMore` says that there are more. */
export const auditPage = z.object({ total: z.number(), isMore: z.boolean(), rows: z.array(auditEntry) });
export type AuditPage = z.infer<typeof auditPage>;

export const auditState = z.object({
  /** The newest link; null while the chain is empty. */
  head: z.object({ seq: z.number(), hash: z.string(), algorithm: z.string(), sealedAt: z.string() }).nullable(),
  /** Entries that wait to be chained. */
  waiting: z.number(),
  /** The first day that is still kept. */
  oldest: z.string().nullable(),
  lastVerified: z.object({ at: z.string(), by: z.string(), isSound: z.boolean(), checked: z.number(), zh: z.string(), en: z.string() }).nullable(),
});
export type AuditState = z.infer<typeof auditState>;
