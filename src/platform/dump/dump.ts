/** Writes everything that the database and the uploads hold into one file, as of one moment, while others go on working. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import { findHeldKeys, newestOf } from '../database/heldKeys.ts';
import type { Machine } from '../machine.ts';
import { uploadsFolder } from '../settings/settings.ts';
import { type Closing, type DumpedTable, type DumpNotes, listMigrations, listSequences, listTables, type Manifest, members } from './manifest.ts';
import { problems } from './problems.ts';
import { tarEnd, tarFilling, tarHeader, tarMember } from './tar.ts';
import { systemReason } from '#platform/problems/systemReason.ts';

const partBytes = 4 * 1024 * 1024;
const newline = 10;

/** What a dump holds. */
export interface DumpOutcome {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
}

/** Called with the bytes worked on, of all bytes as far as they are known. */
export type DumpProgress = (done: number, total: number) => void;

/** Writes the dump; the file appears when it is whole. */
export async function writeDump(
  machine: Machine,
  version: string,
  file: string,
  onProgress: DumpProgress = () => {},
  notes: DumpNotes = async () => ({}),
): Promise<DumpOutcome> {
  if (existsSync(file)) throw problems['exists-already']({ file });
  const unfinished = `${file}.unfinished`;
  let closing: Closing = { tables: {} };
  try {
    await machine.database.transaction(
      async (tx) => {
        const tables = await listTables(tx);
        const manifest = { ...(await describe(tx, machine, version, tables)), notes: await notes(tx) };
        const counted = countProgress(tables, onProgress);
        const content = archive(tx, manifest, uploadsFolder(machine.settings.dataFolder), counted, (one) => {
          closing = one;
        });
        await pipeline(
          Readable.from(content, { objectMode: false }),
          createGzip({ level: 3 }),
          createWriteStream(unfinished, { mode: 0o600, flush: true }),
        );
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw writingProblem(error, unfinished);
  }
  const counts = Object.values(closing.tables);
  return { file, bytes: statSync(file).size, tables: counts.length, rows: counts.reduce((sum, { rows }) => sum + rows, 0) };
}

async function describe(tx: Transaction, { keys }: Machine, version: string, tables: readonly DumpedTable[]): Promise<Omit<Manifest, 'notes'>> {
  const { server } = await tx.one<{ server: string }>(sql`select current_setting('server_version') as server`);
  const jobs = await tx.query<Manifest['jobs'][number]>(sql`
    select t.identifier as task, j.payload, j.run_at as "runAt", j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`);
  return {
    format: 2,
    createdAt: new Date().toISOString(),
    version,
    server,
    // Uploads are read after the rows: they may be sealed with a version that the rows do not know yet.
    keys: { ...(await findHeldKeys(tx)), ...newestOf(keys) },
    migrations: await listMigrations(tx),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    sequences: await listSequences(tx),
    jobs,
  };
}

async function* archive(
  tx: Transaction,
  manifest: Manifest,
  uploads: string,
  count: (table: string, bytes: number) => void,
  onClosing: (closing: Closing) => void,
): AsyncGenerator<Buffer, void> {
  yield tarMember(members.manifest, json(manifest));
  const sums: Record<string, Closing['tables'][string]> = {};
  for (const { name, columns } of manifest.tables) {
    const hash = createHash('sha256');
    let rows = 0;
    let part = 0;
    for await (const bytes of inParts(tx.copyTo(`copy public.${name} (${columns.join(', ')}) to stdout`))) {
      hash.update(bytes);
      rows += countRows(bytes);
      part += 1;
      count(name, bytes.length);
      yield tarMember(members.table(name, part), bytes);
    }
    sums[name] = { rows, sha256: hash.digest('hex') };
  }
  yield* uploadedFiles(uploads);
  yield tarMember(members.closing, json({ tables: sums } satisfies Closing));
  yield tarEnd;
  onClosing({ tables: sums });
}

/** Uploads are sealed files and go in as they lie there. */
async function* uploadedFiles(folder: string): AsyncGenerator<Buffer, void> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = statSync(path);
    yield tarHeader(members.file(relative(folder, path)), size);
    if (size > 0) for await (const chunk of createReadStream(path, { end: size - 1 })) yield chunk as Buffer;
    yield tarFilling(size);
  }
}

async function* inParts(source: Readable): AsyncGenerator<Buffer, void> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** In COPY's text form a line is a row: line ends inside values are written as \n. */
export function countRows(bytes: Buffer): number {
  let rows = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) rows += 1;
  return rows;
}

/** A table counts with the size it has on disk; what is copied of it may be less or more. */
function countProgress(tables: readonly { name: string; bytes: number }[], onProgress: DumpProgress): (table: string, bytes: number) => void {
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  const sizes = new Map(tables.map(({ name, bytes }) => [name, bytes]));
  const done = new Map<string, number>();
  return (table, bytes) => {
    done.set(table, Math.min(sizes.get(table) ?? 0, (done.get(table) ?? 0) + bytes));
    onProgress(
      [...done.values()].reduce((sum, one) => sum + one, 0),
      total,
    );
  };
}

function writingProblem(error: unknown, file: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  return path === file || code === 'ENOSPC' ? problems['cannot-write']({ file, ...systemReason(error) }, { cause: error }) : error;
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
