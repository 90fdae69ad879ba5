/** Databases beside the prefecture, on the same server: what is loaded into them goes with them. */
import sql, { raw } from 'sql-template-tag';
import { prepareStandard } from '../../src/cli/withHouse.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { prepareJobs } from '../../src/platform/jobs/jobs.ts';
import type { Machine } from '../../src/platform/machine.ts';

/** Makes an empty migrated database, lends it, and removes it. */
export async function withScratchDatabase<T>(machine: Machine, work: (database: Database) => Promise<T>): Promise<T> {
  const name = `bench_${process.pid}`;
  const url = new URL(machine.database.url);
  url.pathname = `/${name}`;
  await machine.database.execute(sql`create database ${raw(name)} template template0 encoding 'UTF8' locale 'C'`);
  const database = openDatabase(url.toString(), 3);
  try {
    await migrate(database);
    await prepareJobs(database);
    await prepareStandard({ ...machine, database });
    return await work(database);
  } finally {
    await database.close();
    await machine.database.execute(sql`drop database ${raw(name)} with (force)`);
  }
}
