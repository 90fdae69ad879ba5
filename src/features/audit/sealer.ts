/** The sealer of a server: looks twice a second for entries to chain, and keeps the head outside the database once a minute and at its end. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#platform/database/database.ts';
import { type Log, silentLog } from '#platform/log/log.ts';
import { keepHead } from './heads.ts';
import type { AuditAlgorithm } from './linkHash.ts';
import { sealAll, sealUnlessBusy } from './seal.ts';

const pauseBetween = 400;
const headEvery = 60_000;
const pauseAfterTrouble = 5_000;

/** What the sealer works with. */
export interface SealerHouse {
  readonly database: Database;
  readonly dataFolder: string;
  readonly algorithm: AuditAlgorithm;
  readonly log?: Log;
}

/** The running sealer. */
export interface Sealer {
  /** Chains what is left and keeps the last head. */
  stop(): Promise<void>;
}

/** Starts the sealer; a database that does not answer is tried again. */
export function startSealer(house: SealerHouse): Sealer {
  const { database, dataFolder, algorithm, log = silentLog } = house;
  const ending = new AbortController();
  let headDue = 0;
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      let wait = pauseBetween;
      try {
        if ((await sealUnlessBusy(database, algorithm)) > 0) wait = pauseBetween / 4;
        if (Date.now() >= headDue) {
          await keepHead(database, dataFolder);
          headDue = Date.now() + headEvery;
        }
      } catch (error) {
        log.error('audit-not-sealed', error);
        wait = pauseAfterTrouble;
      }
      await pause(wait, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    stop: async () => {
      ending.abort();
      await running;
      await sealNow(house);
    },
  };
}

/** Chains everything and keeps the head, as a command does at its end. */
export async function sealNow({ database, dataFolder, algorithm }: SealerHouse): Promise<void> {
  await sealAll(database, algorithm);
  await keepHead(database, dataFolder);
}
