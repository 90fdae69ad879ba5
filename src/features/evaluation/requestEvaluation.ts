/** Asks for the evaluation of settlements whose registers changed; many changes of one settlement wait as one request. */
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Queues settlements for evaluation in the transaction that changed them. */
export async function requestEvaluation(tx: Transaction, settlements: readonly string[], importId: number | null): Promise<void> {
  await tx.execute(sql`
    insert into evaluation_request (settlement_code, import_id)
    select distinct code, ${importId}::bigint from unnest(${settlements}::text[]) as code
    on conflict (settlement_code) do update set requested_at = clock_timestamp(), import_id = excluded.import_id`);
}
