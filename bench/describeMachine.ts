/** The machine that figures were measured on. */
import { availableParallelism, cpus, totalmem } from 'node:os';
import sql from 'sql-template-tag';
import type { Database } from '../src/platform/database/database.ts';
import { seconds } from './timing.ts';

/** What of a machine decides its speed, and the versions of what ran on it. */
export async function describeMachine(database: Database): Promise<Record<string, string>> {
  const { version } = await database.one<{ version: string }>(sql`select current_setting('server_version') as version`);
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: String(availableParallelism()),
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    PostgreSQL: version,
    yardstick: `${(await yardstick(database)).toFixed(2)} s`,
  };
}

/** Seconds of one fixed statement (a million hashes made and sorted), best of three: machines, and one machine on different days, are compared by it. */
async function yardstick(database: Database): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    times.push(
      await seconds(() =>
        database.query(sql`select count(*) from (select md5(n::text) as hash from generate_series(1, 1000000) n order by 1 offset 0) sorted`),
      ),
    );
  }
  return Math.min(...times);
}
