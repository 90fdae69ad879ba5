/** The machine room as one thing: the database (a server's or the embedded one), migrated and tied to its keys, the clock and the log. */
import { mkdirSync } from 'node:fs';
import { type Clock, systemClock } from './clock/clock.ts';
import { type Keys, openKeys } from './crypto/keys.ts';
import { type KeySource, keySource, sourceName } from './crypto/keySource.ts';
import { type Database, openDatabase } from './database/database.ts';
import { findHeldKeys, holdToKeys } from './database/heldKeys.ts';
import { findUpdateAlone } from './database/findUpdateAlone.ts';
import { migrate } from './database/migrate.ts';
import { problems } from './database/problems.ts';

import { useEmbedded } from './embedded/embedded.ts';
import { AnjuProblem } from './problems/problem.ts';
import { folderProblem } from './embedded/serverHome.ts';
import type { UserRole } from './embedded/users.ts';
import { prepareJobs } from './jobs/jobs.ts';
import { type Log, silentLog } from './log/log.ts';
import type { Settings } from './settings/settings.ts';
import { systemReason } from '#platform/problems/systemReason.ts';

/** What every command and the server work with. */
export interface Machine {
  readonly settings: Settings;
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  /** Closes the connections when their work is done and leaves the embedded server, which stops when nobody else uses it. */
  close(): Promise<void>;
  /** Leaves at once: what is not committed is rolled back. For a process that is about to end. */
  abandon(): Promise<void>;
}

/** How the machine room is opened. */
export interface MachineOptions {
  readonly role: UserRole;
  /** What the person called. */
  readonly command: string;
  readonly log?: Log;
  readonly clock?: Clock;
  /** Called with the names of the migrations before they change a house in use; answers the file that it wrote. Nothing is changed when it throws. */
  readonly beforeUpdate?: (machine: Machine, names: readonly string[]) => Promise<string | undefined>;
  /** Called when the house has them, with that file. */
  readonly afterUpdate?: (machine: Machine, names: readonly string[], backup: string | undefined) => Promise<void>;
}

/** Opens the machine room: uses the running server or starts it, brings the tables up to date, opens the keys. */
export async function openMachine(settings: Settings, options: MachineOptions): Promise<Machine> {
  const { role, command, log = silentLog, clock = systemClock } = options;
  const { url, leave } = await findServer(settings, role, command, log);
  const database = openDatabase(url);
  try {
    const update = await findUpdateAlone(database);
    if (update.length === 0) await makeTables(database);
    const source = keySource(settings, (await findHeldKeys(database)) === undefined);
    const keys = readKeys(source, settings.dataFolder);
    await holdToKeys(database, keys, sourceName(source));
    const close = async (): Promise<void> => {
      await database.close();
      await leave();
    };
    const machine: Machine = { settings, database, keys, clock, log, close, abandon: leave };
    if (update.length > 0) await carryForward(machine, update, options);
    return machine;
  } catch (error) {
    await database.close();
    await leave();
    throw settings.databaseUrl === undefined ? error : connectionProblem(error, settings.databaseUrl);
  }
}

async function makeTables(database: Database): Promise<void> {
  if ((await migrate(database)).length > 0) await prepareJobs(database);
}

/** Brings a house in use to the structure of this program: all of it in one transaction, or nothing. */
async function carryForward(machine: Machine, names: readonly string[], { beforeUpdate, afterUpdate }: MachineOptions): Promise<void> {
  const backup = await beforeUpdate?.(machine, names);
  await makeTables(machine.database);
  machine.log.info('structure-updated', { files: names.join(' ') });
  await afterUpdate?.(machine, names, backup);
}

async function findServer(settings: Settings, role: UserRole, command: string, log: Log): Promise<{ url: string; leave: () => Promise<void> }> {
  if (settings.databaseUrl !== undefined) {
    makeFolder(settings.dataFolder);
    return { url: settings.databaseUrl, leave: async () => {} };
  }
  return await useEmbedded({
    dataFolder: settings.dataFolder,
    role,
    command,
    onTrouble: (error) => log.error('database-not-restarted', error),
  });
}

/** Keys and uploads lie in the data folder whatever server is used. */
function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderProblem(error, dataFolder);
  }
}

function readKeys(source: KeySource, dataFolder: string): Keys {
  try {
    return openKeys(source);
  } catch (error) {
    throw folderProblem(error, dataFolder);
  }
}

/** The address without its password. */
function connectionProblem(error: unknown, url: string): unknown {
  const cause = error instanceof AnjuProblem && error.cause !== undefined ? error.cause : error;
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (!/^(E[A-Z]+|28...|08...|3D000)$/.test(code)) return error;
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: '?', pathname: '' };
  return problems['not-reached']({ server: `${host}${pathname}`, ...systemReason(cause) }, { cause: error });
}
