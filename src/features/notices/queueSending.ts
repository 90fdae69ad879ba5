/** Wakes the sending when something is due. */
import type { Queryable } from '#platform/database/database.ts';
import { queueJob } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';

/** Name of the job that sends what is due. */
export const sendJob = 'send-notices';

/** For new deliveries. Without a key: it must neither replace a later wake-up nor be replaced by one. */
export const queueSendingAt = (tx: Queryable, runAt: Date): Promise<void> => queueJob(tx, sendJob, {}, { queue: sendJob, runAt });

/** For the sending itself, at its end: one wake-up for whatever is next due; none where nothing waits. */
export async function queueNextSending(tx: Queryable): Promise<void> {
  const { next } = await tx.one<{ next: string | null }>(sql`
    select least((select min(due_at) from notice_delivery where message_id is null),
      (select min(next_at) from notice_message where state = 'due')) as next`);
  if (next !== null) await queueJob(tx, sendJob, {}, { key: sendJob, queue: sendJob, runAt: new Date(next) });
}
