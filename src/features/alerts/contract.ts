/** The answer about how the house does. */
import { z } from 'zod';

export const alertState = z.object({
  jobsWaiting: z.number(),
  failedTasks: z.array(z.object({ task: z.string(), jobs: z.number(), attempts: z.number(), nextAt: z.string().nullable() })),
  unsealed: z.number(),
  unsealedLong: z.number(),
  noticesWaiting: z.number(),
  messagesWaiting: z.number(),
  messagesGivenUp: z.number(),
  lateRegisters: z.number(),
});
export type AlertState = z.infer<typeof alertState>;
