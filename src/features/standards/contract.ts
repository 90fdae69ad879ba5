/** Requests and answers about the settings of the installation. */
import { revealBounds } from '#catalog/purposes.ts';
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const settings = z.object({
  /** Day on which the platform started, from which handled appeals are counted; null = no lower bound. */
  goLive: day.nullable(),
  /** How many hidden numbers and names one person is shown whole in an hour. */
  revealsPerHour: z.number().int().min(revealBounds.least).max(revealBounds.most),
});
export type Settings = z.infer<typeof settings>;
/** What is left out stays as it is. */
export const settingsOrder = settings.partial();
