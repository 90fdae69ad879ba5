/** All appeals as flat rows, for files of the machine's own administrator; accusations are left out. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { empty } from 'sql-template-tag';
import { appealState } from './appealState.ts';

/** Appeals in the order of their numbers; of one state when it is named. */
export async function exportAppeals(database: Queryable, state?: string): Promise<Record<string, string | number | null>[]> {
  return database.query<Record<string, string | number | null>>(sql`
    select appeal_no, appeal.settlement_code as settlement, channel, nature, category, track, urgency, item_code as item, ${appealState} as state, handler_org as unit, repeat_of,
      coalesce(appeal_case.returns, 0) as returns, to_char(accepted_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as accepted_at, to_char(due_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as due_at,
      to_char(closed_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as closed_at, appeal.result, satisfaction, review_stage
    from appeal left join appeal_case using (appeal_no) where nature is distinct from '4' ${state ? sql`and ${appealState} = ${state}` : empty} order by appeal_no`);
}
