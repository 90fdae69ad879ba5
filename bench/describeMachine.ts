/** The machine that figures were measured on. */
import { availableParallelism, cpus, totalmem } from 'node:os';
import sql from 'sql-template-tag';
import type { Database } from '../src/platform/database/database.ts';

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
  };
}
