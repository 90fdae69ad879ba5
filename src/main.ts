/** The only place where everything meets: the features' routes and jobs, the machine room, and the server that opens them to people. */
import type { HouseContext } from '#features/context.ts';
import type { App } from '#platform/http/routes.ts';
import type { Machine } from '#platform/machine.ts';
import { hangDoor } from '#features/accounts/door.ts';
import { openProvider } from '#features/accounts/provider.ts';
import { houseFigures } from '#features/alerts/houseState.ts';
import { startSealer } from '#features/audit/sealer.ts';
import { routeWords } from '#features/routeWords.ts';
import { workSources } from '#features/workSources.ts';
import { createServer, listen } from '#platform/http/server.ts';
import { queueJob, startJobs } from '#platform/jobs/jobs.ts';
import { openOutgoing } from '#platform/outgoing/outgoing.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import sql from 'sql-template-tag';
import { routeGroups } from '#features/routeGroups.ts';
import { schedule, tasksOf } from '#features/tasks.ts';

/** The open house. */
export interface OpenHouse {
  /** Where people reach it: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Closes the doors and lets running work finish. */
  close(): Promise<void>;
}

/** How the house is opened. */
export interface HouseOptions {
  readonly port: number;
  readonly version: string;
  /** The accounts of the demonstration may sign in. */
  readonly isDemo?: boolean;
}

/** Builds the server of a machine room that is ready, without listening. */
export async function createHouse(machine: Machine, { version, isDemo = false }: Omit<HouseOptions, 'port'>): Promise<App> {
  const { database, keys, clock, log, settings } = machine;
  const door = hangDoor(database, clock);
  const provider = settings.oidc && openProvider(settings.oidc, log);
  const context: HouseContext = {
    ...door,
    database,
    keys,
    clock,
    dataFolder: settings.dataFolder,
    workSources,
    isDemo,
    outgoing: openOutgoing(settings.outgoing),
    ...(provider && { provider }),
  };
  return createServer({
    groups: routeGroups.map((routes) => routes(context)),
    admit: door.admit,
    keyOf: door.keyOf,
    isReady: async () => (await database.one<{ fine: number }>(sql`select 1 as fine`)).fine === 1,
    figures: async () => ({ ...(await houseFigures(database)), anju_database_connections: database.connections().open }),
    log,
    version,
    wordsOf: routeWords,
    webFolder: projectPath('dist', 'web'),
    hosts: settings.hosts,
    ...(settings.tls && { tls: settings.tls }),
    ...(settings.proxies && { proxies: settings.proxies }),
    ...(settings.allowances && { allowances: settings.allowances }),
  });
}

/** Opens the server and the jobs on a machine room that is ready. */
export async function openHouse(machine: Machine, options: HouseOptions): Promise<OpenHouse> {
  const { database, log, settings } = machine;
  const server = await createHouse(machine, options);
  const sealer = startSealer({ database, dataFolder: settings.dataFolder, algorithm: settings.auditHash ?? 'sha256', log });
  const jobs = await startJobs(database, tasksOf(machine, options.version), { log, schedule });
  // A day on which the house was closed at the time of telling is made good; what was told is not told again.
  await queueJob(database, 'tell-daily', {}, { key: 'tell-daily' });
  await queueJob(database, 'tell-cut-off-imports', {}, { key: 'tell-cut-off-imports' });
  const address = await listen(server, options.port, settings.listen).catch(async (error: unknown) => {
    await jobs.stop();
    await sealer.stop();
    throw error;
  });
  return {
    address,
    close: async () => {
      await server.close();
      await jobs.stop();
      await sealer.stop();
    },
  };
}
