/** The embedded PostgreSQL of a data folder, shared by the processes that use it: the first starts it, the last one out stops it. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { timeInChina } from '../clock/clock.ts';
import { findBinaries } from './binaries.ts';
import { prepareCluster, superuser } from './cluster.ts';
import { problems } from './problems.ts';
import { isRunning } from './processes.ts';
import { findRunning, type RunningServer, startServer, stopServer } from './server.ts';
import { folderProblem, prepareDataFolder, prepareServerHome, type ServerHome } from './serverHome.ts';
import { takeTurn } from './turn.ts';
import { listOtherUsers, signIn, signOut, type UserRole } from './users.ts';

const databaseName = 'anju';
const watchMilliseconds = 250;

/** How this process wants to use the data folder. */
export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** `start` holds the folder alone and restarts the server when it dies; a `command` is a guest beside it. */
  readonly role: UserRole;
  /** What the person called, for the message to the next one who comes. */
  readonly command: string;
  /** False only where the data may be lost with the power (tests). */
  readonly durable?: boolean;
  /** Told when the server died and could not be started again at once. */
  readonly onTrouble?: (error: unknown) => void;
}

/** The use of a running server. */
export interface EmbeddedUse {
  readonly url: string;
  /** The process of the server at this moment. */
  readonly serverPid: () => number;
  /** Ends the use; the last user stops the server. Close the connections first. */
  leave(): Promise<void>;
}

/** Joins the running server of the data folder or starts it; the folder, the cluster and the database are made when missing. */
export async function useEmbedded(options: EmbeddedOptions): Promise<EmbeddedUse> {
  const { dataFolder, role, command, durable = true } = options;
  prepareDataFolder(dataFolder);
  const joined = await takeTurn(dataFolder, async () => {
    const holder = listOtherUsers(dataFolder).find((user) => user.role === 'start');
    if (role === 'start' && holder !== undefined) {
      throw problems.held({ folder: dataFolder, pid: holder.pid, command: holder.command, since: timeInChina(new Date(holder.since)) });
    }
    const home = prepareServerHome(dataFolder);
    const server = await findOrStart(home, durable);
    signIn(dataFolder, role, command);
    return { home, server };
  }).catch((error: unknown) => {
    throw folderProblem(error, dataFolder);
  });
  const { home } = joined;
  let { server } = joined;
  let hasLeft = false;
  const stopWatching = role === 'start' ? watch() : () => {};
  return {
    url: connectionUrl(home, server, databaseName),
    serverPid: () => server.pid,
    leave: async () => {
      if (hasLeft) return;
      hasLeft = true;
      stopWatching();
      await takeTurn(dataFolder, async () => {
        signOut(dataFolder);
        if (listOtherUsers(dataFolder).length === 0) await stopServer(home);
      });
    },
  };

  /** Looks at the server's process and starts it again when it died. */
  function watch(): () => void {
    let isRestarting = false;
    const timer = setInterval(() => {
      if (isRestarting || isRunning(server)) return;
      isRestarting = true;
      takeTurn(dataFolder, async () => {
        if (!hasLeft) server = await findOrStart(home, durable);
      })
        .catch((error: unknown) => options.onTrouble?.(error))
        .finally(() => {
          isRestarting = false;
        });
    }, watchMilliseconds);
    timer.unref();
    return () => clearInterval(timer);
  }
}

async function findOrStart(home: ServerHome, durable: boolean): Promise<RunningServer> {
  const running = await findAnswering(home);
  if (running !== undefined) return running;
  const binaries = findBinaries(home.user, home.folder);
  await prepareCluster(home, binaries);
  const started = await startServer(home, binaries, durable);
  await makeDatabase(home, started);
  return started;
}

function connectionUrl(home: ServerHome, { socketFolder }: RunningServer, database: string): string {
  const password = readFileSync(home.password, 'utf8');
  return `postgres://${superuser}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** The running server, once it takes connections; undefined when there is none, or when it ends while we look (it was killed a moment ago). */
async function findAnswering(home: ServerHome): Promise<RunningServer | undefined> {
  let endsSince: number | undefined;
  for (let server = findRunning(home); server !== undefined; server = findRunning(home)) {
    try {
      await makeDatabase(home, server);
      return server;
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (!stillStartingOrEnding.has(code)) throw error;
      // Recovery may take long; an end that takes long has no room left on the disk, and is helped.
      endsSince = /shutting down/.test(message) ? (endsSince ?? Date.now()) : undefined;
      if (endsSince !== undefined && Date.now() - endsSince > mostMillisecondsToEnd) await stopServer(home);
      await wait(50);
    }
  }
  return undefined;
}

const mostMillisecondsToEnd = 15_000;

const stillStartingOrEnding = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03']);

async function makeDatabase(home: ServerHome, server: RunningServer): Promise<void> {
  const client = new pg.Client(connectionUrl(home, server, 'postgres'));
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
