/** All work orders as flat rows, for files of the machine's own administrator. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { join } from 'sql-template-tag';
import type { OrderRow } from './contract.ts';
import { markConditions, marksOf } from './queries.ts';

interface Exported {
  readonly state?: string;
  readonly mark?: OrderRow['marks'][number];
}

/** Orders in the order in which they were opened; of one state, or with one mark, when it is named. */
export async function exportWorkOrders(database: Queryable, now: Date, { state, mark }: Exported): Promise<Record<string, string | number | null>[]> {
  const which = [sql`true`, ...(state ? [sql`state = ${state}`] : []), ...(mark ? [markConditions(now)[mark]] : [])];
  return database.query<Record<string, string | number | null>>(sql`
    select order_no, place_kind as subject_kind, place_key as subject_key, settlement_code as settlement, household_no as household, state, level, open_warnings as warnings,
      owner_unit as unit, array_to_string(departments, ' ') as departments, returns, array_to_string(${marksOf(now)}, ' ') as marks,
      to_char(opened_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as opened_at,
      to_char(due_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as due_at, to_char(closed_at, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as closed_at
    from work_order where ${join(which, ' and ')} order by order_id`);
}
