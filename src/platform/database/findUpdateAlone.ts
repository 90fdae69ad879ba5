/** Before the structure changes: nobody else may work in the database, for a program of the old version would meet tables that it does not know. */
import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { Queryable } from './database.ts';
import { findUpdate } from './migrate.ts';
import { problems } from './problems.ts';

const patientLooks = 50;
const lookMilliseconds = 100;

/** Answers the files that a database in use lacks, once nobody else works in it or somebody else has brought them; waits for what ended a moment ago, and refuses while another one works. */
export async function findUpdateAlone(database: Queryable): Promise<string[]> {
  let names = await findUpdate(database);
  for (let look = 0; look < patientLooks && names.length > 0; look++) {
    const { others } = await database.one<{ others: boolean }>(sql`
      select exists (select from pg_stat_activity
        where datname = current_database() and application_name in ('anju', 'anju jobs') and pid <> pg_backend_pid()) as others`);
    if (!others) return await findUpdate(database);
    await wait(lookMilliseconds);
    names = await findUpdate(database);
  }
  if (names.length > 0) throw problems['in-use']({ names: names.join(', ') });
  return names;
}
