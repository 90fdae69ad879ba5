/** Asks for the evaluation of settlements whose registers changed; many changes of one settlement wait as one request. */
import type { Transaction } from '#platform/database/database.ts';
import { queueJob } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';

/** Name of the job that evaluates what was requested. */
export const evaluateRequestedJob = 'evaluate-requested';

/** Queues settlements for evaluation in the transaction that changed them; in the order of the codes, so that two imports never wait for each other. */
export async function requestEvaluation(tx: Transaction, settlements: readonly string[], importId: number | null): Promise<void> {
  await tx.execute(sql`
    insert into evaluation_request (settlement_code, import_id)
    select distinct code, ${importId}::bigint from unnest(${settlements}::text[]) as code order by code
    on conflict (settlement_code) do update set requested_at = clock_timestamp(), import_id = excluded.import_id`);
  if (settlements.length > 0) await queueJob(tx, evaluateRequestedJob, {}, { key: evaluateRequestedJob });
}
