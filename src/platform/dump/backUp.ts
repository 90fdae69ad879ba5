/** The daily backup: a dump, its keys apart from it, and a drill that restores it with those keys into a database of its own, since only a restored backup is known to be one. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { type Keys, openKeys } from '../crypto/keys.ts';
import { type KeySource, keySource, makeKeys, readKeys, sourceName } from '../crypto/keySource.ts';
import { withDatabase } from '../database/address.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { prepareJobs } from '../jobs/jobs.ts';
import type { Machine } from '../machine.ts';
import type { BackupPlace } from '../settings/settings.ts';
import { type DumpOutcome, writeDump } from './dump.ts';
import type { DumpNotes } from './manifest.ts';
import { problems } from './problems.ts';
import { restoreDump } from './restore.ts';

const namePattern = /^anju-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.dump$/;
const drillPrefix = 'anju_drill_';

/** What the caller sees in a restored backup; throws what is wrong with it. */
export type Proof<Seen> = (restored: Machine, backup: { readonly file: string; readonly keys: string }) => Promise<Seen>;

export interface BackupOutcome<Seen> extends DumpOutcome {
  /** The file with the keys by which the drill opened it. */
  readonly keys: string;
  readonly seen: Seen | undefined;
}

/** Writes the backup of today, keeps its keys apart, restores it with them for a drill, and removes the oldest beyond `keep`. */
export async function backUp<Seen = undefined>(
  machine: Machine,
  version: string,
  place: BackupPlace,
  { notes, prove }: { readonly notes?: DumpNotes; readonly prove?: Proof<Seen> } = {},
): Promise<BackupOutcome<Seen>> {
  const { folder, keep } = place;
  checkApart(machine, place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const outcome = await writeDump(machine, version, join(folder, freeName(folder, machine.clock.today())), undefined, notes);
  const source = keepKeys(machine, place);
  const backup = { file: outcome.file, keys: sourceName(source) };
  const { rows: restored, seen } = await drill(machine, backup, openKeys(source), prove);
  if (restored !== outcome.rows) throw problems['drill-differs']({ file: outcome.file, rows: outcome.rows, restored });
  const backups = listBackups(folder);
  for (const name of backups.slice(0, Math.max(0, backups.length - keep))) rmSync(join(folder, name));
  return { ...outcome, keys: backup.keys, seen };
}

/** Whoever takes the folder of the backups must not hold their keys with it. */
export function checkApart({ settings: { dataFolder } }: Machine, { folder, keysFolder }: BackupPlace): void {
  if (keysFolder === undefined) return;
  for (const other of [folder, dataFolder]) {
    const isWithin = (one: string, outer: string): boolean => one === outer || one.startsWith(outer + sep);
    if (isWithin(keysFolder, other) || isWithin(other, keysFolder)) throw problems['keys-not-apart']({ keys: keysFolder, other });
  }
}

/** Writes the keys as they are now into their own folder, a file for each set of versions; those of older backups stay. Without a folder the drill uses the keys where they are. */
export function keepKeys({ keys, settings }: Machine, { keysFolder }: BackupPlace): KeySource {
  const source = keySource(settings);
  if (keysFolder === undefined) return source;
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 });
  const marks = createHash('sha256')
    .update(keys.versions.map(({ fingerprint }) => fingerprint).join())
    .digest('hex')
    .slice(0, 8);
  const file = join(keysFolder, `anju-keys-${keys.version}-${marks}.json`);
  makeKeys(file, readKeys(source));
  return { file, mayMake: false };
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

/** Restores a dump into a new database of the same server, looks at it, and removes it again. */
async function drill<Seen>(
  machine: Machine,
  backup: { file: string; keys: string },
  keys: Keys,
  prove: Proof<Seen> | undefined,
): Promise<{ rows: number; seen: Seen | undefined }> {
  await dropDrills(machine.database);
  const name = `${drillPrefix}${randomBytes(4).toString('hex')}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'anju-drill-'));
  await machine.database.execute(sql`create database ${raw(name)} template template0 encoding 'UTF8' locale 'C'`);
  const database = openDatabase(withDatabase(machine.database.url, name), 4);
  const restored: Machine = { ...machine, database, keys, settings: { ...machine.settings, dataFolder } };
  try {
    await migrate(database);
    await prepareJobs(database);
    const { rows } = await restoreDump(restored, backup.file);
    return { rows, seen: await prove?.(restored, backup) };
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
