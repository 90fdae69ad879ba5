/** Requests and answers about the published figures. */
import { z } from 'zod';

export const figureQuery = z.object({ year: z.coerce.number().int().min(2016).max(2100).optional() });

export const figureAnswer = z.object({
  year: z.number(),
  figures: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      printed: z.number(),
      unit: z.string(),
      comparison: z.enum(['exact', 'at_least', 'about']),
      decimals: z.number(),
      note: z.string(),
      value: z.string().nullable(),
      holds: z.boolean().nullable(),
      unknown: z.number().optional(),
    }),
  ),
});
