/** How moves of a case are told to the screens, the same for every lifecycle: the button with what it asks for, and what was done. */
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });

/** Something that a button asks for before it moves the case. */
const needShown = both.extend({
  name: z.string(),
  kind: z.enum(['text', 'code', 'coming-day', 'past-day', 'person', 'unit', 'department']),
  optional: z.boolean(),
  onlyWith: z.object({ input: z.string(), is: z.string() }).nullable(),
  choices: z.array(both.extend({ code: z.string() })),
});
export type NeedShown = z.infer<typeof needShown>;

/** A button; `outcome` is said beside it, `blocked` says why it may not be pressed yet. */
export const offerShown = both.extend({ verb: z.string(), outcome: both.nullable(), needs: z.array(needShown), blocked: both.nullable() });
export type OfferShown = z.infer<typeof offerShown>;

/** One thing that was done with a case, in words. */
export const deedShown = z.object({
  verb: z.string(),
  name: both,
  at: z.string(),
  by: z.string().nullable(),
  unit: z.string().nullable(),
  from: both,
  to: both,
  given: z.array(both.extend({ value: both })),
});
export type DeedShown = z.infer<typeof deedShown>;
