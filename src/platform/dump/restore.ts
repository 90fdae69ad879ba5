/** Fills a new database from a dump: all of it, checked against its checksums, or nothing. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import sql, { raw } from 'sql-template-tag';
import { keySource, sourceName } from '../crypto/keySource.ts';
import type { Transaction } from '../database/database.ts';
import { type HeldKeys, heldKeysOf, holdKeys, missingKey } from '../database/heldKeys.ts';
import { queueJob } from '../jobs/jobs.ts';
import type { Machine } from '../machine.ts';
import { uploadsFolder } from '../settings/settings.ts';
import { countRows, type DumpProgress } from './dump.ts';
import { type Closing, type DumpedTable, listMigrations, listTables, type Manifest, members } from './manifest.ts';
import { problems } from './problems.ts';
import { collect, readTar, type TarMember } from './tar.ts';

/** What was restored. */
export interface RestoreOutcome {
  readonly tables: number;
  readonly rows: number;
  readonly createdAt: string;
}

/** Restores a dump. A database that holds data is refused, unless it is to be replaced. */
export async function restoreDump(
  machine: Machine,
  file: string,
  { replace = false, onProgress = (() => {}) as DumpProgress } = {},
): Promise<RestoreOutcome> {
  if (!existsSync(file)) throw problems['not-a-dump']({ file });
  const { dataFolder } = machine.settings;
  const uploads = mkdtempSync(join(dataFolder, 'uploads.restored-'));
  const source = openArchive(file, onProgress);
  try {
    const outcome = await machine.database.transaction(async (tx) => {
      const first = await nextMember(source);
      if (first?.name !== members.manifest) throw problems['not-a-dump']({ file });
      const manifest = JSON.parse((await collect(first.body)).toString('utf8')) as Manifest;
      await checkManifest(tx, machine, manifest);
      await emptyTables(tx, manifest.tables, replace);
      const sums = await fillFrom(tx, source, manifest, uploads, file);
      await holdKeys(tx, neededKeys(manifest));
      await setSequences(tx, manifest);
      for (const { task, payload, runAt, key } of manifest.jobs)
        await queueJob(tx, task, payload, { runAt: new Date(runAt), ...(key !== null && { key }) });
      return { tables: manifest.tables.length, rows: Object.values(sums).reduce((sum, { rows }) => sum + rows, 0), createdAt: manifest.createdAt };
    });
    await machine.database.execute(sql`analyze`);
    replaceFolder(uploads, uploadsFolder(dataFolder));
    return outcome;
  } catch (cause) {
    throw isDamage(cause) ? problems['cut-off']({ file, place: (cause as Error).message }, { cause }) : cause;
  } finally {
    await source.return();
    rmSync(uploads, { recursive: true, force: true });
  }
}

/** The manifest of a dump; throws `dump.not-a-dump`. */
export async function readManifest(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw problems['not-a-dump']({ file });
  const source = openArchive(file, () => {});
  try {
    const first = await nextMember(source);
    if (first?.name !== members.manifest) throw problems['not-a-dump']({ file });
    return JSON.parse((await collect(first.body)).toString('utf8')) as Manifest;
  } catch (cause) {
    throw isDamage(cause) ? problems['not-a-dump']({ file }, { cause }) : cause;
  } finally {
    await source.return();
  }
}

type Archive = ReturnType<typeof readTar>;

function openArchive(file: string, onProgress: DumpProgress): Archive {
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const total = statSync(file).size;
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  bytes.on('data', () => onProgress(bytes.bytesRead, total));
  // An error shows itself to whoever reads; the event alone must not end the process.
  gunzip.on('error', () => {});
  return readTar(bytes.pipe(gunzip));
}

async function nextMember(source: Archive): Promise<TarMember | undefined> {
  const { value } = await source.next();
  return value ?? undefined;
}

async function checkManifest(tx: Transaction, { keys, settings }: Machine, manifest: Manifest): Promise<void> {
  const ours = await listMigrations(tx);
  const other =
    manifest.migrations.find(({ name, sha256 }, at) => ours[at]?.name !== name || ours[at]?.sha256 !== sha256) ?? ours[manifest.migrations.length];
  if (other !== undefined) throw problems['other-structure']({ name: other.name, version: manifest.version });
  const missing = missingKey(keys, neededKeys(manifest));
  if (missing !== undefined) throw problems['other-keys']({ file: sourceName(keySource(settings)), version: missing });
}

function neededKeys({ keys }: Manifest): HeldKeys {
  return typeof keys === 'string' ? heldKeysOf(keys) : keys;
}

/** The calendar is filled by every opening and does not count as data. */
const filledByItself = ['calendar_day'];

async function emptyTables(tx: Transaction, tables: readonly DumpedTable[], replace: boolean): Promise<void> {
  for (const { name } of tables) {
    if (replace || filledByItself.includes(name)) continue;
    const { filled } = await tx.one<{ filled: boolean }>(sql`select exists (select from ${raw(name)}) as filled`);
    if (filled) throw problems['not-empty']({ table: name });
  }
  // Tables that only grow refuse to be emptied, but for a restore, and what watches for new rows leaves those of the dump alone.
  await tx.raw("set local anju.restoring = 'yes'");
  await tx.raw(`truncate ${(await listTables(tx)).map(({ name }) => name).join(', ')}`);
}

async function fillFrom(tx: Transaction, source: Archive, manifest: Manifest, uploads: string, file: string): Promise<Closing['tables']> {
  const hashes = new Map(manifest.tables.map(({ name }) => [name, { hash: createHash('sha256'), rows: 0 }]));
  let member = await nextMember(source);
  async function* bytesOf(table: string): AsyncGenerator<Buffer, void> {
    while (member?.name.startsWith(`tables/${table}/`)) {
      for await (const bytes of member.body) {
        const sum = hashes.get(table);
        sum?.hash.update(bytes);
        if (sum !== undefined) sum.rows += countRows(bytes);
        yield bytes;
      }
      member = await nextMember(source);
    }
  }
  for (const { name, columns } of manifest.tables) {
    if (!member?.name.startsWith(`tables/${name}/`)) continue;
    await pipeline(Readable.from(bytesOf(name), { objectMode: false }), tx.copyFrom(`copy public.${name} (${columns.join(', ')}) from stdin`));
  }
  while (member?.name.startsWith(members.file(''))) {
    await storeUpload(member, uploads);
    member = await nextMember(source);
  }
  if (member?.name !== members.closing) throw problems['cut-off']({ file, place: member?.name ?? members.closing });
  const closing = JSON.parse((await collect(member.body)).toString('utf8')) as Closing;
  for (const [table, { hash }] of hashes) {
    if (hash.digest('hex') !== closing.tables[table]?.sha256) throw problems['cut-off']({ file, place: table });
  }
  return closing.tables;
}

/** The archive ends or cannot be read, or its bytes are no rows any more (data exceptions and broken constraints of PostgreSQL). */
function isDamage(cause: unknown): boolean {
  return cause instanceof RangeError || /^(22|23)...$/.test(String((cause as { code?: unknown }).code));
}

async function storeUpload({ name, body }: TarMember, folder: string): Promise<void> {
  const path = normalize(name.slice(members.file('').length));
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`a dump must not write outside the uploads: ${name}`);
  mkdirSync(join(folder, dirname(path)), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(join(folder, path), { mode: 0o600 }));
}

async function setSequences(tx: Transaction, { sequences }: Manifest): Promise<void> {
  for (const { name, last, called } of sequences) await tx.query(sql`select setval(${`public.${name}`}::regclass, ${last}::bigint, ${called})`);
}

function replaceFolder(fresh: string, standing: string): void {
  rmSync(standing, { recursive: true, force: true });
  renameSync(fresh, standing);
}
