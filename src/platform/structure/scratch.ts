/** An empty database for a comparison: made on a server, used, and removed. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from '../database/address.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { useEmbedded } from '../embedded/embedded.ts';

/** Does the work with an empty database on a server of its own, of which nothing stays. */
export async function withOwnScratch<T>(command: string, work: (empty: Database) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'anju-structure-'));
  const use = await useEmbedded({ dataFolder, role: 'command', command, durable: false });
  try {
    return await withScratchDatabase(use.url, work);
  } finally {
    await use.leave();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Does the work with a new, empty database of the server. */
export async function withScratchDatabase<T>(server: string, work: (database: Database) => Promise<T>): Promise<T> {
  const name = `anju_structure_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  const database = openDatabase(withDatabase(server, name), 1);
  try {
    return await work(database);
  } finally {
    await database.close();
    await onServer(server, `drop database ${name} with (force)`);
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(withDatabase(url, 'postgres'));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
