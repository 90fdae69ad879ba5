/** The second lock under what people write: the rows of an import are stored by a role to which the database lets no others pass. */
import { textArrayLiteral } from '#derive/literal.ts';
import { reachSetting, writerRole } from '#derive/rowPolicy.ts';
import type { Transaction } from '#platform/database/database.ts';

/** Runs the work inside the transaction with nothing but rows of these settlements within grasp; undefined = the platform itself, or somebody who reaches all. A row outside ends the transaction. */
export async function withinReach<T>(tx: Transaction, reach: readonly string[] | undefined, work: () => Promise<T>): Promise<T> {
  if (reach === undefined) return work();
  const settlements = textArrayLiteral(reach).replace(/::text\[\]$/, '');
  // What is staged lies in temporary tables of the platform.
  await tx.raw(`
    grant select, insert, update, delete on all tables in schema pg_temp to ${writerRole};
    set local ${reachSetting} to ${settlements}; set local role ${writerRole}`);
  const answer = await work();
  await tx.raw(`set local role none; set local ${reachSetting} to ''`);
  return answer;
}
