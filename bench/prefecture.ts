/** The house that benchmarks work on: a make-believe prefecture, made and imported once for a size and kept for the next run. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { importPaths } from '../src/features/imports/importPaths.ts';
import { findMark, setMark } from '../src/platform/database/installation.ts';
import { type Machine, openMachine } from '../src/platform/machine.ts';
import { projectPath } from '../src/platform/settings/projectFolder.ts';
import { prepareStandard } from '../src/cli/withHouse.ts';
import { writeSample } from '../src/sample/writeSample.ts';
import type { BenchSize } from './figure.ts';

/** The last day of the data. */
export const until = '2023-12-31';

/** The folder of the spreadsheets of a size; written when missing. */
export async function samplePath({ people }: BenchSize): Promise<string> {
  const out = projectPath('.data', `bench-${people}`, 'sheets');
  if (!existsSync(join(out, 'manifest.json'))) {
    mkdirSync(out, { recursive: true });
    await writeSample({ out, people, seed: 1, until });
  }
  return out;
}

/** Opens the house with everything imported; close it. */
export async function openPrefecture(size: BenchSize): Promise<Machine> {
  const dataFolder = projectPath('.data', `bench-${size.people}`);
  const sheets = await samplePath(size);
  const house = await openMachine({ dataFolder, hosts: [] }, { role: 'command', command: 'bench' });
  await prepareStandard(house);
  if ((await findMark(house.database, 'bench')) === undefined) {
    for await (const _report of importPaths({ ...house, dataFolder }, [sheets], {}));
    await setMark(house.database, 'bench', 'imported');
  }
  return house;
}
