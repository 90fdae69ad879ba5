/** The handle through which every room speaks to PostgreSQL: queries in, rows out, transactions passed as an argument. */
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Sql } from 'sql-template-tag';
import { columnTypes } from './columnTypes.ts';
import { planName } from './keptPlans.ts';
import { problems } from './problems.ts';

/** What a reader of rows needs: a pool outside a transaction, one connection inside. */
export interface Queryable {
  /** All rows. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** The one row; throws when there is none or more than one. */
  one<Row>(statement: Sql): Promise<Row>;
  /** The one row or undefined; throws when there is more than one. */
  maybe<Row>(statement: Sql): Promise<Row | undefined>;
  /** Runs the statement and answers the number of rows that it touched. */
  execute(statement: Sql): Promise<number>;
}

/** One connection inside a transaction: everything that it does stands or falls together. */
export interface Transaction extends Queryable {
  /** Runs text as it is: DDL, or several statements at once. Never put values into it. */
  raw(text: string): Promise<void>;
  /** The writing end of `COPY … FROM STDIN`; wait for its `finish` before the next statement. */
  copyFrom(statement: string): Writable;
  /** The reading end of `COPY … TO STDOUT`. */
  copyTo(statement: string): Readable;
}

/** How a transaction runs; PostgreSQL's defaults when left out. */
export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** The role that holds for the transaction alone. */
  readonly role?: string;
  /** Settings that go to the server together with the `begin`, and hold for the transaction alone. Never put values into it that were not made literals. */
  readonly opening?: string;
}

/** The whole database: a pool of connections. */
export interface Database extends Queryable {
  /** Runs the work in one transaction: committed when it answers, rolled back when it throws. Retrying is the caller's decision. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The address, for libraries that open their own connections (the job runner). */
  readonly url: string;
  /** How many connections are open, unused, and how many callers wait for one. */
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number };
  /** Waits for running work and closes every connection. */
  close(): Promise<void>;
}

/** Without jit: compiling the wide statements of an evaluation takes longer than running them. */
const sessionSettings = '-c TimeZone=Asia/Shanghai -c DateStyle=ISO,YMD -c client_min_messages=warning -c jit=off';

/** Opens a pool on the server that the address names (`postgres://…`, also `?host=/socket/folder`). Connects on first use. */
export function openDatabase(url: string, poolSize = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: columnTypes,
    options: sessionSettings,
    application_name: 'anju',
    connectionTimeoutMillis: 30_000,
  });
  // A connection that dies while idle leaves the pool by itself; without a listener it would end the process.
  pool.on('error', () => {});
  const run: Run = (statement) => pool.query({ text: statement.text, values: statement.values });
  return {
    ...queryable(run),
    transaction: (work, options) => runTransaction(pool, work, options),
    url,
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

type Run = (statement: Sql) => Promise<pg.QueryResult>;

function queryable(send: Run): Queryable {
  const run: Run = (statement) => send(statement).catch(throwKnown);
  const maybe = async <Row>(statement: Sql): Promise<Row | undefined> => {
    const { rows } = await run(statement);
    if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}: ${statement.text}`);
    return rows[0] as Row | undefined;
  };
  return {
    query: async <Row>(statement: Sql) => (await run(statement)).rows as Row[],
    one: async <Row>(statement: Sql) => {
      const row = await maybe<Row>(statement);
      if (row === undefined) throw new Error(`expected one row, got none: ${statement.text}`);
      return row;
    },
    maybe,
    execute: async (statement) => (await run(statement)).rowCount ?? 0,
  };
}

const lostConnection = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** A full disk and a server that went away are what an administrator can mend. */
function throwKnown(error: unknown): never {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === '53100' || /No space left on device/.test(message)) throw problems['disk-full']({}, { cause: error });
  if (lostConnection.has(code) || /^(Connection terminated|Client has encountered a connection error|connect ENOENT)/.test(message))
    throw problems.lost({}, { cause: error });
  throw error;
}

async function runTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await pool.connect().catch(throwKnown);
  // The error of a lost connection arrives through the running query; the event alone must not end the process.
  const ignore = (): void => {};
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(options));
    const answer = await work(transactionOn(client, options.role ?? ''));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
    return answer;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    return throwKnown(error);
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function beginStatement({ isolation, readOnly, role, opening }: TransactionOptions): string {
  const begin = ['begin', isolation && `isolation level ${isolation}`, readOnly && 'read only'].filter(Boolean).join(' ');
  return [begin, role && `set local role ${role}`, opening].filter(Boolean).join('; ');
}

function transactionOn(client: pg.PoolClient, role: string): Transaction {
  return {
    ...queryable((statement) => client.query({ name: planName(statement, role), text: statement.text, values: statement.values })),
    raw: async (text) => {
      await client.query(text);
    },
    copyFrom: (statement) => client.query(copyFrom(statement)),
    copyTo: (statement) => client.query(copyTo(statement)),
  };
}
