/** The make-believe prefecture that benchmarks work on: written, imported and evaluated once for a number of people, and kept for the next run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareStandard } from '../src/cli/withHouse.ts';
import { platformActor } from '../src/features/audit/actor.ts';
import { evaluateRequested } from '../src/features/evaluation/evaluateRequested.ts';
import { momentOf } from '../src/features/evaluation/moment.ts';
import { importPaths } from '../src/features/imports/importPaths.ts';
import { jumpableClock } from '../src/platform/clock/clock.ts';
import { findMark, setMark } from '../src/platform/database/installation.ts';
import { openMachine } from '../src/platform/machine.ts';
import { projectPath } from '../src/platform/settings/projectFolder.ts';
import { writeSample } from '../src/sample/writeSample.ts';
import type { BenchPlace } from './figure.ts';

/** People of the real prefecture, for whom the goals hold. */
export const wholePrefecture = 338_506;

/** The last day of the data. */
export const until = '2023-12-31';

/** The evaluation of the last day. */
export const lastDay = { day: until, moment: momentOf(until, new Date()) };

/** Opens the data folder for a number of people; its machine is to be closed. */
export async function openPlace(people: number, say: (text: string) => void): Promise<BenchPlace> {
  const dataFolder = projectPath('.data', `bench-${people}`);
  const machine = await openMachine({ dataFolder, hosts: [] }, { role: 'command', command: 'bench', clock: jumpableClock(until) });
  return { people, machine, say };
}

/** Makes sure that the prefecture is imported and evaluated. */
export async function settlePrefecture({ people, machine, say }: BenchPlace): Promise<void> {
  if ((await findMark(machine.database, 'bench')) === 'evaluated') return;
  const { dataFolder } = machine.settings;
  const sheets = join(dataFolder, 'sheets');
  if (!existsSync(join(sheets, 'manifest.json'))) {
    say(`writing the sheets of ${people} people (only this once)`);
    await writeSample({ out: sheets, people, seed: 1, until });
  }
  await prepareStandard(machine);
  if ((await findMark(machine.database, 'bench')) === undefined) {
    say('importing them (only this once)');
    for await (const { file, problem } of importPaths({ ...machine, dataFolder, actor: platformActor }, [sheets], {}))
      if (problem) say(`${file}: ${problem.en}`);
    await setMark(machine.database, 'bench', 'imported');
  }
  say('evaluating them (only this once)');
  await evaluateRequested(machine.database, lastDay);
  await setMark(machine.database, 'bench', 'evaluated');
}
