/** Where the rows of a slice's people may lie: households and persons that moved leave rows under the settlements they came from. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';

const versionsOf = (register: string): string => `select row_id, settlement_code from ${register} union all select row_id, settlement_code from ${register}_history`;

/** Other settlements in which households or persons stand, or stood, that stand or stood in the slice too. */
const elsewhere = (register: string): string => `
  select distinct elsewhere.settlement_code
  from (${versionsOf(register)}) here join (${versionsOf(register)}) elsewhere using (row_id)
  where here.settlement_code = any(slice.codes) and elsewhere.settlement_code <> all(slice.codes)`;

/** The settlements of the slice and all under which rows of its households and persons may lie; usually the slice alone. */
export async function reachOf(database: Queryable, settlements: readonly string[]): Promise<string[]> {
  const moved = await database.query<{ settlement_code: string }>(sql`
    select found.settlement_code
    from (select ${settlements}::text[] as codes) slice cross join lateral (${raw(elsewhere('household'))} union ${raw(elsewhere('person'))}) found
    order by found.settlement_code`);
  return [...settlements, ...moved.map((row) => row.settlement_code)];
}
