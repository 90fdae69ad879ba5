/** Requests and answers about the calendar of working days. */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const calendarQuery = z.object({ year: z.coerce.number().int().min(1900).max(2099) });
export const calendarYear = z.object({
  year: z.number(),
  workingDays: z.number(),
  /** Days that differ from the rule Monday to Friday. */
  exceptions: z.array(z.object({ day, working: z.boolean() })),
});
export const calendarChange = z.object({ day, working: z.boolean() });
