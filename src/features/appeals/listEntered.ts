/** Lists what somebody took down themself, with how far it is: for those who take appeals down on behalf and see no others. Never one that is hidden from them. */
import { codeWords } from '#derive/codeWords.ts';
import { isHiddenAppeal } from '#features/areas/hiddenAppeal.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { appealState, type AppealState } from './appealState.ts';
import type { EnteredPage } from './contract.ts';

interface Record {
  appeal_no: string;
  state: AppealState;
  nature: string;
  settlement_name: string;
  taken_at: string;
  due_at: string | null;
  closed_at: string | null;
  handler_org: string | null;
  result: string | null;
  total: number;
}

/** A page of them, the newest first. Read past the places of the scope: who enters for a neighbour sees what became of it. */
export async function listEntered(
  database: Database,
  scope: ScopedDatabase,
  account: number,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<EnteredPage> {
  const rows = await database.query<Record>(sql`
    select appeal.appeal_no, ${appealState} as state, nature, settlement_name, taken_at, due_at, closed_at, handler_org, appeal.result, (count(*) over ())::integer as total
    from appeal join appeal_case using (appeal_no) left join settlement on settlement.settlement_code = appeal.settlement_code
    where taken_by = ${account} and ${scope.within('appeal.settlement_code')} and not ${isHiddenAppeal(scope.viewer)}
    order by taken_at desc, appeal.appeal_no desc limit ${size} offset ${(page - 1) * size}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      no: row.appeal_no,
      state: row.state,
      nature: codeWords('NATURE', row.nature),
      settlement: row.settlement_name,
      takenAt: row.taken_at,
      dueAt: row.due_at,
      closedAt: row.closed_at,
      unit: row.handler_org,
      result: row.result === null ? null : codeWords('APPEAL_RESULT', row.result),
    })),
  };
}
