/** The jobs of notices and of the look after the house. */
import type { Machine } from '#platform/machine.ts';
import type { Outgoing } from '#platform/outgoing/outgoing.ts';
import type { Tasks } from '#platform/jobs/jobs.ts';
import { watchHouse } from './alerts/watchHouse.ts';
import { forgetOld } from './notices/forgetOld.ts';
import { spreadJob } from './notices/notify.ts';
import { queueNextSending, sendJob } from './notices/queueSending.ts';
import { sendDue } from './notices/sendDue.ts';
import { spreadNotices } from './notices/spread.ts';
import { takeBack, takeBackJob, type ToldObject } from './notices/takeBack.ts';
import { noticeSights } from './noticeSights.ts';
import { noticeSources } from './noticeSources.ts';

/** What each of them does. */
export function noticeTasks({
  database,
  keys,
  clock,
  log,
  outgoing,
}: Pick<Machine, 'database' | 'keys' | 'clock' | 'log'> & { outgoing: Outgoing }): Tasks {
  const moment = (): { now: Date; day: string } => ({ now: clock.now(), day: clock.today() });
  return {
    [spreadJob]: async () => void (await spreadNotices({ database, sights: noticeSights, ...moment() })),
    [takeBackJob]: async (payload) => void (await takeBack({ database, sights: noticeSights, day: clock.today() }, payload as ToldObject)),
    [sendJob]: () => sendDue({ database, keys, outgoing, log, ...moment() }),
    'tell-daily': async () => {
      // One transaction a room: what one cannot tell does not silence the others.
      const failures: unknown[] = [];
      for (const { tell } of noticeSources)
        await database.transaction((tx) => tell(tx, clock.today(), clock.now())).catch((error: unknown) => failures.push(error));
      await database.transaction((tx) => forgetOld(tx, clock.now()));
      if (failures.length > 0) throw new AggregateError(failures, 'some rooms could not tell what they look for');
    },
    'watch-house': async () => {
      await watchHouse(database, clock.today());
      // What a lost wake-up left behind is found again.
      await spreadNotices({ database, sights: noticeSights, ...moment() });
      await queueNextSending(database);
    },
  };
}
