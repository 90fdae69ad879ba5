/** Changes what the register says of an appeal. A row that an import brought is kept as that import's version first, so that undoing the import leaves the work of people alone. */
import { registers } from '#catalog/catalog.ts';
import { currentTable, historyTable } from '#derive/registerTables.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** The origin of what people wrote here: no import. */
export const writtenHere = 0;

const inHistory = new Set(historyTable(registers.appeal).columns.map(({ name }) => name));
const shared = currentTable(registers.appeal)
  .columns.map(({ name }) => name)
  .filter((name) => name !== 'row_id' && inHistory.has(name))
  .join(', ');

/** Sets columns of `appeal` as SQL. */
export async function changeRow(tx: Queryable, no: string, set: Sql, day: string): Promise<void> {
  await tx.execute(sql`
    insert into appeal_history (row_id, ${raw(shared)}, valid_to, replaced_by)
    select row_id, ${raw(shared)}, greatest(data_date, ${day}::date), ${writtenHere} from appeal where appeal_no = ${no} and import_id <> ${writtenHere}`);
  await tx.execute(sql`
    update appeal set ${set}, import_id = ${writtenHere}, sheet = 0, line = 0, data_date = greatest(data_date, ${day}::date), stored_at = clock_timestamp()
    where appeal_no = ${no}`);
}
