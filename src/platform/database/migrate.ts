/** Brings a database to the structure that the files in migrations/ describe: forward only, all of it or nothing. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { projectPath } from '../settings/projectFolder.ts';
import type { Database, Queryable, Transaction } from './database.ts';
import { keepingHouseGrants } from './houseGrants.ts';
import { problems } from './problems.ts';

const turnOfMigrations = 5223_0001;

/** The tables that must stand before any migration. */
const ownTables = `
  create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
  create table if not exists installation (name text primary key, value text not null)`;

/** Makes the tables that keep what was applied, where they are missing. */
export async function makeOwnTables(tx: Transaction): Promise<void> {
  await tx.raw(ownTables);
}

/** Applies the files that the database does not have yet; answers their names. Refuses files that changed after they were applied. */
export async function migrate(database: Database, folder = projectPath('migrations')): Promise<string[]> {
  const files = readMigrations(folder);
  return await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${turnOfMigrations})`);
    await checkServer(tx);
    await makeOwnTables(tx);
    const missing = missingOf(files, await listApplied(tx));
    await keepingHouseGrants(tx, files, async () => {
      for (const file of missing) await applyFile(tx, file);
    });
    return missing.map(({ name }) => name);
  });
}

async function applyFile(tx: Transaction, { name, text, sha256 }: MigrationFile): Promise<void> {
  await tx.raw(text).catch((cause: unknown) => {
    const { code, message, detail } = cause as Error & { code?: string; detail?: string };
    // Something of the house's own rests on what is made anew: the detail says what. Other details quote rows.
    const reason = code === '2BP01' && detail !== undefined ? `${message}: ${detail}` : message;
    throw problems['migration-failed']({ name, reason }, { cause });
  });
  await tx.execute(sql`insert into migration (name, sha256) values (${name}, ${sha256})`);
}

/** The files that a database in use does not have yet, without applying them; none where nothing was ever applied. */
export async function findUpdate(database: Queryable, folder = projectPath('migrations')): Promise<string[]> {
  const { stands } = await database.one<{ stands: boolean }>(sql`select to_regclass('migration') is not null as stands`);
  const applied = stands ? await listApplied(database) : [];
  return applied.length === 0 ? [] : missingOf(readMigrations(folder), applied).map(({ name }) => name);
}

type Applied = Pick<MigrationFile, 'name' | 'sha256'>;

async function listApplied(database: Queryable): Promise<Applied[]> {
  return await database.query(sql`select name, sha256 from migration order by name collate "C"`);
}

function missingOf(files: readonly MigrationFile[], applied: readonly Applied[]): MigrationFile[] {
  for (const { name, sha256 } of applied) {
    const file = files.find((one) => one.name === name);
    if (file === undefined) throw problems['migration-unknown']({ name });
    if (file.sha256 !== sha256) throw problems['migration-changed']({ name });
  }
  const last = applied.at(-1)?.name ?? '';
  const missing = files.filter((file) => !applied.some(({ name }) => name === file.name));
  const late = missing.find(({ name }) => name < last);
  if (late !== undefined) throw problems['migration-late']({ name: late.name, last });
  return missing;
}

/** A file of the folder. */
export interface MigrationFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** The files of a folder in the order in which they are applied. */
export function readMigrations(folder: string): MigrationFile[] {
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
