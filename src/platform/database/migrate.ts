/** Brings a database to the structure that the files in migrations/ describe: forward only, all of it or nothing. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { projectPath } from '../settings/projectFolder.ts';
import type { Database, Queryable } from './database.ts';
import { problems } from './problems.ts';

const turnOfMigrations = 5223_0001;

/** The tables that must stand before any migration. */
const ownTables = `
  create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
  create table if not exists installation (name text primary key, value text not null)`;

/** Applies the files that the database does not have yet; answers their names. Refuses files that changed after they were applied. */
export async function migrate(database: Database, folder = projectPath('migrations')): Promise<string[]> {
  const files = readMigrations(folder);
  return await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${turnOfMigrations})`);
    await checkServer(tx);
    await tx.raw(ownTables);
    const applied = await tx.query<{ name: string; sha256: string }>(sql`select name, sha256 from migration order by name collate "C"`);
    for (const { name, sha256 } of applied) {
      const file = files.find((one) => one.name === name);
      if (file === undefined) throw problems['migration-unknown']({ name });
      if (file.sha256 !== sha256) throw problems['migration-changed']({ name });
    }
    const last = applied.at(-1)?.name ?? '';
    const missing = files.filter((file) => !applied.some(({ name }) => name === file.name));
    for (const { name, text, sha256 } of missing) {
      if (name < last) throw problems['migration-late']({ name, last });
      await tx.raw(text);
      await tx.execute(sql`insert into migration (name, sha256) values (${name}, ${sha256})`);
    }
    return missing.map(({ name }) => name);
  });
}

function readMigrations(folder: string): { name: string; text: string; sha256: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

async function checkServer(server: Queryable): Promise<void> {
  const { version, encoding } = await server.one<{ version: string; encoding: string }>(
    sql`select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  );
  const major = Number.parseInt(version, 10);
  if (major < 15 || major > 18) throw problems['unsupported-server']({ version });
  if (encoding !== 'UTF8') throw problems['wrong-encoding']({ encoding });
}
