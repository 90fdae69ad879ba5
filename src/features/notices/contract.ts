/** Requests and answers about notices and how people want to be told. */
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const page = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(30) };

export const noticeFilter = z.object({ show: z.enum(['all', 'unread']).default('all'), ...page });
export type NoticeFilter = z.infer<typeof noticeFilter>;

export const noticeRow = z.object({
  id: z.number(),
  kind: z.string(),
  title: both,
  text: both,
  /** Why the reader got it. */
  why: both,
  link: z.string(),
  urgency: z.enum(['urgent', 'usual', 'quiet']),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type NoticeRow = z.infer<typeof noticeRow>;
export const noticePage = z.object({ total: z.number(), unread: z.number(), rows: z.array(noticeRow) });
export type NoticePage = z.infer<typeof noticePage>;
export const unreadCount = z.object({ unread: z.number() });

/** Some notices, or `all` up to now. */
export const readOrder = z.object({ ids: z.union([z.array(z.number().int()).min(1).max(200), z.literal('all')]), read: z.boolean().default(true) });

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const preferenceOrder = z.object({
  mailWhen: z.enum(['at-once', 'digest', 'off']),
  smsWhen: z.enum(['urgent', 'off']),
  /** Equal times mean no quiet hours. */
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  digestAt: timeOfDay,
  /** Kinds that stay in the app; urgent ones leave it all the same. */
  muted: z.array(z.string().max(60)).max(200),
});
export type PreferenceOrder = z.infer<typeof preferenceOrder>;

export const noticePreferences = preferenceOrder.extend({
  mail: z.string().nullable(),
  isMailConfirmed: z.boolean(),
  hasPhone: z.boolean(),
  /** Whether the house can send letters and short messages at all. */
  hasMail: z.boolean(),
  hasSms: z.boolean(),
});
export type NoticePreferences = z.infer<typeof noticePreferences>;

export const mailOrder = z.object({ address: z.email().max(254) });
export const mailCodeOrder = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});

const format = z.enum(['cloudevents', 'wecom', 'dingtalk']);
const name = z.string().trim().min(1).max(50);
const kinds = z.array(z.string().max(60)).min(1).max(200);
const area = z.string().max(40);

export const webhookOrder = z.object({
  name,
  format,
  url: z.string().trim().min(1).max(1000),
  kinds,
  area,
  secret: z.string().trim().max(200).optional(),
});
export const webhookChange = z.object({ name: name.optional(), kinds: kinds.optional(), area: area.optional(), paused: z.boolean().optional() });
export type WebhookChange = z.infer<typeof webhookChange>;

export const webhookRow = z.object({
  id: z.number(),
  name: z.string(),
  format,
  host: z.string(),
  kinds: z.array(z.string()),
  area: z.string(),
  areaName: z.string(),
  madeAt: z.string(),
  pausedAt: z.string().nullable(),
  /** Messages that wait to be sent, were given up in the last seven days, and when the last one arrived. */
  waiting: z.number(),
  givenUp: z.number(),
  sentAt: z.string().nullable(),
  /** Why the last attempt failed, while it is not made good. */
  error: z.string().nullable(),
});
export type WebhookRow = z.infer<typeof webhookRow>;
export const webhookList = z.object({ webhooks: z.array(webhookRow) });
/** The secret is shown this once; null where the form has none of ours. */
export const webhookMade = z.object({ id: z.number(), secret: z.string().nullable() });
export const webhookSecret = z.object({ secret: z.string() });
/** Whether a test arrived; else the code of what failed. */
export const webhookTest = z.object({ arrived: z.boolean(), error: z.string().nullable() });

export const messageRow = z.object({
  id: z.number(),
  state: z.enum(['due', 'sent', 'given-up', 'dropped']),
  kinds: z.array(z.string()),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
  nextAt: z.string(),
  tries: z.number(),
  error: z.string().nullable(),
});
export type MessageRow = z.infer<typeof messageRow>;
export const messageList = z.object({ messages: z.array(messageRow) });
