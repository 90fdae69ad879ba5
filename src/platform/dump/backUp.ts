/** The daily backup: a dump that is restored at once into a database of its own, since only a restored backup is known to be one. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { withDatabase } from '../database/address.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { prepareJobs } from '../jobs/jobs.ts';
import type { Machine } from '../machine.ts';
import { type DumpOutcome, writeDump } from './dump.ts';
import type { DumpNotes } from './manifest.ts';
import { problems } from './problems.ts';
import { restoreDump } from './restore.ts';

const namePattern = /^anju-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.dump$/;
const drillPrefix = 'anju_drill_';

/** Writes the backup of today, restores it for a drill, and removes the oldest beyond `keep`. */
export async function backUp(
  machine: Machine,
  version: string,
  { folder, keep }: { readonly folder: string; readonly keep: number },
  notes?: DumpNotes,
): Promise<DumpOutcome> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const outcome = await writeDump(machine, version, join(folder, freeName(folder, machine.clock.today())), undefined, notes);
  const restored = await drill(machine, outcome.file);
  if (restored !== outcome.rows) throw problems['drill-differs']({ file: outcome.file, rows: outcome.rows, restored });
  const backups = listBackups(folder);
  for (const name of backups.slice(0, Math.max(0, backups.length - keep))) rmSync(join(folder, name));
  return outcome;
}

/** The backups of a folder, the oldest first. */
function listBackups(folder: string): string[] {
  const backups = readdirSync(folder).flatMap((name) => {
    const [, day = '', number = '1'] = namePattern.exec(name) ?? [];
    return day === '' ? [] : [{ name, day, number: Number(number) }];
  });
  return backups.sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1)).map(({ name }) => name);
}

function freeName(folder: string, day: string): string {
  const taken = new Set(listBackups(folder));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `anju-${day}.dump` : `anju-${day}-${n}.dump`;
    if (!taken.has(name)) return name;
  }
}

/** Restores a dump into a new database of the same server and removes it again; answers the number of rows. */
async function drill(machine: Machine, file: string): Promise<number> {
  await dropDrills(machine.database);
  const name = `${drillPrefix}${randomBytes(4).toString('hex')}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'anju-drill-'));
  await machine.database.execute(sql`create database ${raw(name)} template template0 encoding 'UTF8' locale 'C'`);
  const database = openDatabase(withDatabase(machine.database.url, name), 2);
  try {
    await migrate(database);
    await prepareJobs(database);
    const { rows } = await restoreDump({ ...machine, database, settings: { ...machine.settings, dataFolder } }, file);
    return rows;
  } finally {
    await database.close();
    await dropDrills(machine.database);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Also those of a drill that was killed. */
async function dropDrills(database: Database): Promise<void> {
  const found = await database.query<{ name: string }>(sql`select datname::text as name from pg_database where datname like ${`${drillPrefix}%`}`);
  for (const { name } of found) await database.execute(sql`drop database if exists ${raw(name)} with (force)`);
}
