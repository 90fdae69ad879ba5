/** A mark of all registers that changes with whatever is imported, mended, taken back or written here. */
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Every change of a register changes the counts of some import, but for appeals, which people write here; a scoped handle marks what it sees. */
export async function registersState(database: Queryable): Promise<string> {
  const { state } = await database.one<{ state: string }>(sql`
    select concat_ws(' ', max(import_id), sum(added), sum(changed), sum(unchanged), sum(missing), count(undone_at),
      (select concat_ws(' ', count(*), max(stored_at)) from appeal where import_id = 0)) as state
    from import_run`);
  return state;
}
