/** A mark of all registers that changes with whatever is imported, mended, taken back or written here, and what is remembered as long as it stays. */
import type { Queryable } from '#platform/database/database.ts';
import { remember } from '#platform/remember.ts';
import sql from 'sql-template-tag';

/** Every change of a register changes the counts of some import, but for appeals, which people write here; a scoped handle marks what it sees. */
export async function registersState(database: Queryable): Promise<string> {
  const { state } = await database.one<{ state: string }>(sql`
    select concat_ws(' ', max(import_id), sum(added), sum(changed), sum(unchanged), sum(missing), count(undone_at),
      (select concat_ws(' ', count(*), max(stored_at)) from appeal where import_id = 0)) as state
    from import_run`);
  return state;
}

/** What was changed by hand (a person's data erased) is counted after this at the latest. */
const longest = 600_000;
const mostScopes = 400;

/** Remembers what was counted of the registers, for each key that names who sees what; callers who see the same share it, nobody else does. */
export function rememberCounted<T>(): (database: Queryable, key: readonly unknown[], count: () => Promise<T>) => Promise<T> {
  const known = remember<T>({ most: mostScopes, longest });
  return async (database, key, count) => known(JSON.stringify(key), await registersState(database), count);
}
