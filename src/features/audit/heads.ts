/** The heads of the chain outside the database: an append-only file in the data folder, by which a cut tail shows itself. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { appendFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { inMicroseconds } from './linkHash.ts';

/** The newest link of the chain at a moment. */
export interface ChainHead {
  readonly seq: number;
  readonly algorithm: string;
  /** In hexadecimal. */
  readonly hash: string;
  readonly sealedAt: string;
}

/** A line of the file. After a restore the chain is that of the backup: what was written before says nothing about it. */
export interface KeptHead extends ChainHead {
  readonly isRestored?: true;
}

/** The file of a data folder. */
export const headsFile = (dataFolder: string): string => join(dataFolder, 'audit-heads.jsonl');

/** The newest link; of one entry when it is named. */
export async function headOfChain(database: Queryable, entry?: number): Promise<ChainHead | undefined> {
  const which = entry === undefined ? sql`order by seq desc limit 1` : sql`where entry_id = ${entry}`;
  return await database.maybe<ChainHead>(sql`
    select seq, algorithm, encode(hash, 'hex') as hash, ${raw(inMicroseconds('sealed_at'))} as "sealedAt" from audit_link ${which}`);
}

/** Writes the newest head behind the others, if it is not the last one there. */
export async function keepHead(database: Queryable, dataFolder: string): Promise<void> {
  const head = await headOfChain(database);
  const file = headsFile(dataFolder);
  if (head === undefined || (await lastLine(file)).includes(head.hash)) return;
  await appendHead(file, head);
}

/** Marks that the chain is another from here on: that of a backup, with the entry that tells of its restoring as the first to count. */
export async function keepRestoredHead(database: Queryable, dataFolder: string, entry: number): Promise<void> {
  const head = await headOfChain(database, entry);
  if (head !== undefined) await appendHead(headsFile(dataFolder), { ...head, isRestored: true });
}

/** The bytes that the file has now; heads written later are not for a check that has begun. */
export function sizeOfHeads(dataFolder: string): number {
  const file = headsFile(dataFolder);
  return existsSync(file) ? statSync(file).size : 0;
}

/** The heads within the first bytes of the file, one by one; lines that are no heads are passed over. */
export async function* readHeads(dataFolder: string, bytes: number): AsyncGenerator<KeptHead> {
  if (bytes === 0) return;
  const lines = createInterface({ input: createReadStream(headsFile(dataFolder), { end: bytes - 1 }), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const head = headOf(line);
    if (head !== undefined) yield head;
  }
}

/** One short line in one write: lines of several processes never mix. It is on the disk when this answers. */
async function appendHead(file: string, head: KeptHead): Promise<void> {
  await appendFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
}

function headOf(line: string): KeptHead | undefined {
  try {
    const head = JSON.parse(line) as KeptHead;
    return typeof head.seq === 'number' && typeof head.hash === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

async function lastLine(file: string): Promise<string> {
  if (!existsSync(file)) return '';
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 1024);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  } finally {
    await handle.close();
  }
}
