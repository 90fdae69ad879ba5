/** Requests and answers about the settings of the installation. */
import { type AppealLimit, appealLimits } from '#catalog/appealLimits.ts';
import { revealBounds } from '#catalog/purposes.ts';
import { z } from 'zod';

/** `2h`, `3wd`, `15d`; at most 999 of them. */
const limit = z.templateLiteral([z.number().int().min(1).max(999), z.enum(['h', 'wd', 'd'])]);
const limits = z.object(Object.fromEntries(Object.keys(appealLimits).map((name) => [name, limit])) as Record<AppealLimit, typeof limit>);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const settings = z.object({
  /** Beginning and end of the working day: time limits of days end with it. */
  workingHours: z.object({ opens: time, closes: time }),
  /** Day on which the platform started, from which handled appeals are counted; null = no lower bound. */
  goLive: day.nullable(),
  /** How many hidden numbers and names one person is shown whole in an hour. */
  revealsPerHour: z.number().int().min(revealBounds.least).max(revealBounds.most),
  /** Time limits of appeals. */
  appealLimits: limits,
});
export type Settings = z.infer<typeof settings>;
/** What is left out stays as it is. */
export const settingsOrder = settings.extend({ appealLimits: limits.partial() }).partial();
