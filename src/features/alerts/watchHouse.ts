/** Looks after the house every ten minutes, and tells those who run it what is wrong: once a day for each matter. */
import { notify, type NoticeOrder } from '#features/notices/notify.ts';
import type { Database } from '#platform/database/database.ts';
import { readHouseState, sealWithinMinutes } from './houseState.ts';

const to = { holders: { isEverybody: true } } as const;

/** Tells what is wrong at the moment; answers the number of new notices. Messages that were given up have told it themselves. */
export async function watchHouse(database: Database, day: string): Promise<number> {
  const { failedTasks, unsealedLong } = await readHouseState(database);
  const orders: NoticeOrder[] = failedTasks.map(({ task, attempts }) => ({
    kind: 'alerts.jobs-failed',
    words: { task, attempts },
    to,
    object: { kind: 'job', key: task },
    once: `${task} ${day}`,
  }));
  if (unsealedLong > 0)
    orders.push({
      kind: 'alerts.seal-behind',
      words: { count: unsealedLong, minutes: sealWithinMinutes },
      to,
      object: { kind: 'audit', key: '' },
      once: day,
    });
  return database.transaction((tx) => notify(tx, ...orders));
}
