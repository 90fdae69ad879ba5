/** Databases for tests: one server for a run, a migrated template on it, and a copy of the template for each test file; what many files fill alike is filled once and copied. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sql from 'sql-template-tag';
import { useEmbedded } from '../embedded/embedded.ts';
import { prepareJobs } from '../jobs/jobs.ts';
import { databaseOf, withDatabase } from './address.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const templateVariable = 'ANJU_TEST_TEMPLATE_URL';
const folderVariable = 'ANJU_TEST_FOLDER';

/** A database of one test file. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** What was filled once for a whole run: a database, the data folder that belongs to it, and what was said of them. */
export interface Filled<Said> {
  readonly url: string;
  readonly dataFolder: string;
  readonly said: Said;
}

/** A fresh copy of the migrated template, or of a database that was filled; `drop` it in `afterAll`. */
export async function createTestDatabase(poolSize = 4, template = ofRun(templateVariable)): Promise<TestDatabase> {
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

/** Fills a database and a data folder for the whole run: whoever comes first does it, the others wait and get the same. What is said must fit into JSON. */
export async function fillOnce<Said>(name: string, fill: (database: Database, dataFolder: string) => Promise<Said>): Promise<Filled<Said>> {
  const template = ofRun(templateVariable);
  const url = withDatabase(template, `${databaseOf(template)}_${name}`);
  const folder = join(ofRun(folderVariable), name);
  const dataFolder = join(folder, 'data');
  const heard = join(folder, 'said.json');
  const turn = new pg.Client(withDatabase(template, 'postgres'));
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock(hashtext($1))', [databaseOf(url)]);
    const { rowCount } = await turn.query('select from pg_database where datname = $1', [databaseOf(url)]);
    if (rowCount === 0) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(dataFolder, { recursive: true });
      const one = await createTestDatabase();
      try {
        writeFileSync(heard, JSON.stringify((await fill(one.database, dataFolder)) ?? null));
      } catch (error) {
        await one.drop();
        throw error;
      }
      await one.database.close();
      await turn.query(`alter database ${databaseOf(one.url)} rename to ${databaseOf(url)}`);
    }
  } finally {
    await turn.end();
  }
  return { url, dataFolder, said: JSON.parse(readFileSync(heard, 'utf8')) as Said };
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
  const folder = mkdtempSync(join(tmpdir(), 'anju-filled-'));
  process.env[templateVariable] = template;
  process.env[folderVariable] = folder;
  return async () => {
    for (const name of await namesFrom(template)) await onServer(template, `drop database ${name} with (force)`);
    rmSync(folder, { recursive: true });
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

/** The template and the databases that were filled from it. */
async function namesFrom(template: string): Promise<string[]> {
  const database = openDatabase(withDatabase(template, 'postgres'), 1);
  const rows = await database.query<{ name: string }>(
    sql`select datname as name from pg_database where starts_with(datname, ${databaseOf(template)})`,
  );
  await database.close();
  return rows.map(({ name }) => name);
}

function ofRun(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error('no test server: run the tests with vitest, whose global setup starts one');
  return value;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(withDatabase(url, 'postgres'));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function randomName(): string {
  return `anju_test_${randomBytes(6).toString('hex')}`;
}
