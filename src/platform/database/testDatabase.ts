/** Databases for tests: one server for a run, a migrated template on it, and a copy of the template for each test file. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { useEmbedded } from '../embedded/embedded.ts';
import { prepareJobs } from '../jobs/jobs.ts';
import { databaseOf, withDatabase } from './address.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const templateVariable = 'ANJU_TEST_TEMPLATE_URL';

/** A database of one test file. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template; `drop` it in `afterAll`. */
export async function createTestDatabase(poolSize = 4): Promise<TestDatabase> {
  const template = process.env[templateVariable];
  if (template === undefined) throw new Error('no test server: run the tests with vitest, whose global setup starts one');
  const name = randomName();
  await onServer(template, `create database ${name} template ${databaseOf(template)}`);
  const url = withDatabase(template, name);
  const database = openDatabase(url, poolSize);
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await onServer(template, `drop database ${name} with (force)`);
    },
  };
}

/** Starts the test server (or takes the one that ANJU_TEST_DATABASE_URL names) and migrates the template; answers how to end it. */
export async function startTestServer(): Promise<() => Promise<void>> {
  const { url, end } = await openTestServer();
  const template = withDatabase(url, randomName());
  await onServer(template, `create database ${databaseOf(template)} template template0 encoding 'UTF8' locale 'C'`);
  const database = openDatabase(template, 1);
  await migrate(database);
  await prepareJobs(database);
  await database.close();
  process.env[templateVariable] = template;
  return async () => {
    await onServer(template, `drop database ${databaseOf(template)} with (force)`);
    await end();
  };
}

async function openTestServer(): Promise<{ url: string; end: () => Promise<void> }> {
  const given = process.env.ANJU_TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, end: async () => {} };
  const dataFolder = mkdtempSync(join(tmpdir(), 'anju-test-'));
  const use = await useEmbedded({ dataFolder, role: 'start', command: 'vitest', durable: false });
  return {
    url: use.url,
    end: async () => {
      await use.leave();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(withDatabase(url, 'postgres'));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function randomName(): string {
  return `anju_test_${randomBytes(6).toString('hex')}`;
}
