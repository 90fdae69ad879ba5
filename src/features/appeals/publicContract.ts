/** Requests and answers of the public page, where residents appeal and follow their appeals. */
import { complainedAbout } from '#catalog/lifecycles/appealWays.ts';
import { z } from 'zod';
import { codes, said, state } from './contract.ts';

const both = z.object({ zh: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const captcha = z.object({
  token: z.string(),
  /** Address of the picture; null for a question in words. */
  picture: z.string().nullable(),
  question: both,
});
export type Captcha = z.infer<typeof captcha>;
export const captchaQuery = z.object({ kind: z.enum(['picture', 'words']).default('picture') });

const passed = z.strictObject({ token: z.string().max(600), answer: z.string().trim().max(20) });

export const residentOrder = z.strictObject({
  ...said,
  content: z.string().trim().min(5).max(2000),
  settlement: z.string().max(40),
  nature: codes('1 2 3 4 5 6'),
  about: z.enum(complainedAbout).default('nobody'),
  captcha: passed,
});
export type ResidentOrder = z.infer<typeof residentOrder>;

export const receiptKey = z.strictObject({ no: z.string().trim().max(30), code: z.string().trim().max(30) });
export type ReceiptKey = z.infer<typeof receiptKey>;
export const residentMove = receiptKey.extend({
  satisfaction: codes('1 2 3 4 5').optional(),
  note: z.string().trim().max(1000).optional(),
});

/** How far an appeal is, for the one who appealed: no names, no units' internal notes. */
export const residentAppeal = z.object({
  no: z.string(),
  state,
  takenAt: z.string(),
  content: z.string(),
  answerBy: z.string().nullable(),
  extendedUntil: day.nullable(),
  steps: z.array(both.extend({ at: z.string() })),
  unit: z.string().nullable(),
  result: both.nullable(),
  reply: z.string().nullable(),
  refusal: both.nullable(),
  told: z.string().nullable(),
  elsewhere: both.nullable(),
  opinion: z.string().nullable(),
  satisfaction: both.nullable(),
  mergedInto: z.boolean(),
  may: z.array(both.extend({ verb: z.string(), blocked: both.nullable() })),
});
export type ResidentAppeal = z.infer<typeof residentAppeal>;

export const publicPlaces = z.object({ settlements: z.array(z.object({ code: z.string(), name: z.string() })) });
export type PublicPlaces = z.infer<typeof publicPlaces>;
