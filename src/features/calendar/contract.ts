/** Requests and answers about the calendar of working days. */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const calendarQuery = z.object({ year: z.coerce.number().int().min(1900).max(2099) });
export const calendarYear = z.object({
  year: z.number(),
  workingDays: z.number(),
  /** Days that differ from the rule Monday to Friday. */
  exceptions: z.array(z.object({ day, working: z.boolean() })),
  /** Days on which a county differs from that. */
  local: z.array(z.object({ county: z.string(), day, working: z.boolean(), name: z.string() })),
});
export type CalendarYear = z.infer<typeof calendarYear>;
export const calendarChange = z.object({ day, working: z.boolean() });
/** A day of one county; without a name it goes back to what holds everywhere. */
export const localChange = z.strictObject({ county: z.string().max(20), day, name: z.string().trim().min(2).max(60).nullable() });
