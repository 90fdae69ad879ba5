/** All visits and attempts as flat rows, for files of the machine's own administrator; what was noted is left out. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { empty } from 'sql-template-tag';

/** Visits in the order in which they were made; only those with an answer that waits for a person when asked for. */
export async function exportVisits(database: Queryable, onlyWaiting = false): Promise<Record<string, string | number | null>[]> {
  return database.query<Record<string, string | number | null>>(sql`
    select visit_id, settlement_code as settlement, household_no as household, outcome, method, to_char(visited_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as visited_at,
      to_char(received_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as received_at, attempt, next_try::text as next_try, cardinality(met_persons) as met, (signature is not null)::integer as signed,
      (select count(*)::integer from visit_photo where visit_photo.visit_id = visit_record.visit_id) as photos, waiting
    from visit_record cross join lateral (
      select count(*)::integer as waiting from visit_answer where visit_answer.visit_id = visit_record.visit_id and state in ('refused', 'conflict')
    ) answers
    ${onlyWaiting ? sql`where waiting > 0` : empty} order by visited_at, visit_id`);
}
