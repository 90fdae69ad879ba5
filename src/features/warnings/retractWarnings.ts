/** What taking back an import does to warnings: those that rested on its rows are marked, and retracted by the next evaluation when nothing else holds them up. */
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Marks the open warnings with evidence from an import that is being taken back; answers how many there are. */
export async function retractWarnings(tx: Transaction, importId: number): Promise<number> {
  return tx.execute(sql`
    update warning set undone_import = ${importId}
    where state in ('open', 'recovering', 'unknown')
      and exists (select 1 from warning_evidence where warning_evidence.warning_id = warning.warning_id and warning_evidence.import_id = ${importId})`);
}

/** How many open warnings rest on rows of an import, for the preview of an undo. */
export async function countWarningsOnImport(tx: Pick<Transaction, 'one'>, importId: number): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(distinct warning.warning_id)::integer as count from warning
    join warning_evidence using (warning_id)
    where warning_evidence.import_id = ${importId} and warning.state in ('open', 'recovering', 'unknown')`);
  return count;
}
