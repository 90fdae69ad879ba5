/** Requests and answers about one value of a person that is hidden: what for, and the value, once. */
import { type Purpose, purposes, reasonLength } from '#catalog/purposes.ts';
import { z } from 'zod';

export const revealOrder = z.object({
  register: z.string(),
  /** Number of the row in its register. */
  row: z.number().int().optional(),
  /** Number of the person or household, in place of the row. */
  key: z.string().optional(),
  field: z.string(),
  purpose: z.enum(Object.keys(purposes) as [Purpose]),
  reason: z.string().trim().min(reasonLength.least).max(reasonLength.most),
});
export type RevealOrder = z.infer<typeof revealOrder>;

export const revealAnswer = z.object({
  value: z.string(),
  /** When the screen forgets it. */
  until: z.string(),
  /** How many more values the caller may ask for now. */
  left: z.number(),
});
export type RevealAnswer = z.infer<typeof revealAnswer>;
