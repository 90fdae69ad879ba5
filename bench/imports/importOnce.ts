/** Imports one file in a process of its own, so that its memory can be told. */
import { platformActor } from '../../src/features/audit/actor.ts';
import { importFile } from '../../src/features/imports/importFile.ts';
import { jumpableClock } from '../../src/platform/clock/clock.ts';
import { openKeys } from '../../src/platform/crypto/keys.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { answerTask } from '../otherProcess.ts';
import { seconds } from '../timing.ts';

/** What to import where. */
export interface ImportTask {
  readonly url: string;
  readonly dataFolder: string;
  readonly path: string;
  readonly register: string;
  readonly day: string;
  /** Do everything but keep the rows. */
  readonly dryRun: boolean;
}

/** How it went. */
export interface ImportAnswer {
  readonly seconds: number;
  readonly added: number;
  /** The most memory that the process held, in MB. */
  readonly memory: number;
  /** What was wrong with the first rows, should there be any. */
  readonly problems: readonly string[];
}

async function importOnce({ url, dataFolder, path, register, day, dryRun }: ImportTask): Promise<ImportAnswer> {
  const database = openDatabase(url, 3);
  const house = { database, keys: openKeys(dataFolder), clock: jumpableClock(day), dataFolder, actor: platformActor };
  let added = 0;
  const problems: string[] = [];
  const taken = await seconds(async () => {
    for (const report of await importFile(house, { source: path, fileName: path.replace(/^.*\//, ''), register, dataDate: day, dryRun })) {
      added += report.added;
      problems.push(...[...(report.problem ? [report.problem] : []), ...report.problems].slice(0, 3).map(({ en }) => en));
    }
  });
  await database.close();
  return { seconds: taken, added, memory: process.resourceUsage().maxRSS / 1024, problems };
}

answerTask(importOnce);
