/** All jobs, as the rooms register them, and when they run by themselves. */
import type { Machine } from '#platform/machine.ts';
import type { Tasks } from '#platform/jobs/jobs.ts';
import { backUpAndProve } from './backups/backUpAndProve.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { evaluateRequested } from './evaluation/evaluateRequested.ts';
import { finishErasures } from './personRights/finishErasures.ts';
import { moveOpenWork } from './accounts/handOver.ts';
import { noticeTasks } from './noticeTasks.ts';
import { openOutgoing } from '#platform/outgoing/outgoing.ts';
import { platformActor } from './audit/actor.ts';
import { tellCutOff } from './imports/cutOff.ts';
import { verifyAndTell } from './audit/verifyAndTell.ts';
import { watchAppeals } from './appeals/watchAppeals.ts';
import { watchClocks } from './workOrders/watchClocks.ts';
import { workSources } from './workSources.ts';

/** Times of China: daily before anybody comes to work; clocks of hours are looked at all day. */
export const schedule = {
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

/** What each job does. */
export function tasksOf(machine: Machine, version: string): Tasks {
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
