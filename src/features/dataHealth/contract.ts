/** Answers about the health of the data: which register came when, and which is late. */
import { z } from 'zod';

export const dataHealthQuery = z.object({ area: z.string().optional() });

export const dataHealth = z.object({
  asOf: z.string(),
  settlements: z.array(z.object({ code: z.string(), name: z.string() })),
  registers: z.array(
    z.object({
      name: z.string(),
      zh: z.string(),
      en: z.string(),
      departments: z.array(z.string()),
      every: z.string(),
      staleAfterDays: z.number(),
      rows: z.number(),
      late: z.number(),
      never: z.number(),
      /** Last delivery by settlement, in the order of `settlements`; null = never delivered. */
      deliveries: z.array(z.object({ last: z.string().nullable(), nil: z.boolean(), late: z.boolean(), staleSince: z.string().nullable() })),
      missingRows: z.number(),
    }),
  ),
});
export type DataHealth = z.infer<typeof dataHealth>;
