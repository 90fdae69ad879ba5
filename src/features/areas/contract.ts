/** Requests and answers about areas. */
import { z } from 'zod';

export const areaRow = z.object({
  code: z.string(),
  name: z.string(),
  en: z.string().nullable(),
  level: z.enum(['prefecture', 'county', 'street', 'settlement', 'community', 'building']),
  parent: z.string().nullable(),
  /** Persons registered as living there. */
  persons: z.number(),
  households: z.number(),
});
export type AreaRow = z.infer<typeof areaRow>;

export const areaAnswer = z.object({ areas: z.array(areaRow) });

/** The official statistical codes and names of 2023, for addresses and checks. */
export const referenceQuery = z.object({ q: z.string().trim().min(1) });
export const referenceAnswer = z.object({ places: z.array(z.object({ code: z.string(), name: z.string(), street: z.string() })) });
