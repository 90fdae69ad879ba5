/** The only place where everything meets: the features' routes and jobs, the machine room, and the server that opens them to people. */
import { accountRoutes } from '#features/accounts/accountRoutes.ts';
import { moveOpenWork } from '#features/accounts/handOver.ts';
import { handoverRoutes } from '#features/accounts/handoverRoutes.ts';
import { hangDoor } from '#features/accounts/door.ts';
import { openProvider } from '#features/accounts/provider.ts';
import { providerRoutes } from '#features/accounts/providerRoutes.ts';
import { sessionRoutes } from '#features/accounts/sessionRoutes.ts';
import { residentRoutes } from '#features/appeals/publicRoutes.ts';
import { appealRoutes } from '#features/appeals/routes.ts';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { houseFigures } from '#features/alerts/houseState.ts';
import { alertRoutes } from '#features/alerts/routes.ts';
import type { HouseContext } from '#features/context.ts';
import { auditRoutes } from '#features/audit/routes.ts';
import { startSealer } from '#features/audit/sealer.ts';
import { verifyAndTell } from '#features/audit/verifyAndTell.ts';
import { platformActor } from '#features/audit/actor.ts';
import { areaRoutes } from '#features/areas/routes.ts';
import { backUpAndProve } from '#features/backups/backUpAndProve.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { calendarRoutes } from '#features/calendar/routes.ts';
import { dataHealthRoutes } from '#features/dataHealth/routes.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { evaluateRequested } from '#features/evaluation/evaluateRequested.ts';
import { figureRoutes } from '#features/figures/routes.ts';
import { householdRoutes } from '#features/households/routes.ts';
import { tellCutOff } from '#features/imports/cutOff.ts';
import { importRoutes } from '#features/imports/routes.ts';
import { importRowRoutes } from '#features/imports/rowRoutes.ts';
import { itemRoutes } from '#features/items/routes.ts';
import { noticeTasks } from '#features/noticeTasks.ts';
import { noticeRoutes } from '#features/notices/routes.ts';
import { webhookRoutes } from '#features/notices/webhookRoutes.ts';
import { peopleRoutes } from '#features/people/routes.ts';
import { finishErasures } from '#features/personRights/finishErasures.ts';
import { personRightRoutes } from '#features/personRights/routes.ts';
import { routeWords } from '#features/routeWords.ts';
import { registerRoutes } from '#features/registers/routes.ts';
import { settingRoutes } from '#features/standards/routes.ts';
import { visitRoutes } from '#features/visits/routes.ts';
import { warningRoutes } from '#features/warnings/routes.ts';
import { handlingRoutes } from '#features/workOrders/warningRoutes.ts';
import { workOrderRoutes } from '#features/workOrders/routes.ts';
import { watchClocks } from '#features/workOrders/watchClocks.ts';
import { workSources } from '#features/workSources.ts';
import type { App, RouteGroup } from '#platform/http/routes.ts';
import { createServer, listen } from '#platform/http/server.ts';
import { queueJob, startJobs, type Tasks } from '#platform/jobs/jobs.ts';
import type { Machine } from '#platform/machine.ts';
import { openOutgoing } from '#platform/outgoing/outgoing.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import sql from 'sql-template-tag';

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

const groups: readonly ((context: HouseContext) => RouteGroup)[] = [
  sessionRoutes,
  providerRoutes,
  accountRoutes,
  handoverRoutes,
  areaRoutes,
  boardRoutes,
  itemRoutes,
  warningRoutes,
  handlingRoutes,
  workOrderRoutes,
  visitRoutes,
  appealRoutes,
  residentRoutes,
  householdRoutes,
  personRightRoutes,
  dataHealthRoutes,
  figureRoutes,
  peopleRoutes,
  registerRoutes,
  importRoutes,
  importRowRoutes,
  calendarRoutes,
  settingRoutes,
  auditRoutes,
  noticeRoutes,
  webhookRoutes,
  alertRoutes,
];

/** Times of China: daily before anybody comes to work; clocks of hours are looked at all day. */
const schedule = {
  'hand-over-daily': '1 0 * * *',
  'backup-daily': '10 2 * * *',
  'verify-audit-daily': '40 3 * * *',
  'evaluate-daily': '30 5 * * *',
  'watch-clocks': '*/5 * * * *',
  'watch-appeals': '*/5 * * * *',
  'tell-daily': '20 7 * * *',
  'watch-house': '*/10 * * * *',
  'tell-cut-off-imports': '*/10 * * * *',
};

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
    groups: groups.map((routes) => routes(context)),
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

function tasksOf(machine: Machine, version: string): Tasks {
  const { database, clock, settings, log } = machine;
  const now = (): { day: string; moment: string } => ({ day: clock.today(), moment: clock.now().toISOString() });
  return {
    ...noticeTasks({ ...machine, outgoing: openOutgoing(settings.outgoing) }),
    'evaluate-requested': async () => void (await evaluateRequested(database, now())),
    'evaluate-daily': async () => void (await evaluate(database, now())),
    'watch-clocks': async () => void (await watchClocks(database, clock.now())),
    'watch-appeals': async () => void (await watchAppeals(database, clock.now())),
    'tell-cut-off-imports': async () => void (await tellCutOff(database)),
    'hand-over-daily': () => database.transaction((tx) => moveOpenWork(tx, workSources, clock.today(), clock.now())),
    'finish-erasures': async () => void (await finishErasures({ ...machine, dataFolder: settings.dataFolder, actor: platformActor })),
    'backup-daily': async () => {
      if (settings.backup === undefined) return;
      await backUpAndProve(machine, version, settings.backup, platformActor);
    },
    'verify-audit-daily': async () => {
      const { fault } = await verifyAndTell(database, platformActor, { dataFolder: settings.dataFolder });
      if (fault !== null) log.error('audit-chain-broken', new Error(fault.en));
    },
  };
}
