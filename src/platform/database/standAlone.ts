/** Before the structure changes: nobody else may work in the database, for a program of the old version would meet tables that it does not know. */
import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { Queryable } from './database.ts';
import { problems } from './problems.ts';

const patientLooks = 50;
const lookMilliseconds = 100;

/** Waits for what a process that ended a moment ago left running; refuses while another one works. */
export async function standAlone(database: Queryable, names: readonly string[]): Promise<void> {
  for (let look = 0; look < patientLooks; look++) {
    const { others } = await database.one<{ others: boolean }>(sql`
      select exists (select from pg_stat_activity
        where datname = current_database() and application_name in ('anju', 'anju jobs') and pid <> pg_backend_pid()) as others`);
    if (!others) return;
    await wait(lookMilliseconds);
  }
  throw problems['in-use']({ names: names.join(', ') });
}
