/** Full evaluation: all settlements from the registers to the warnings, on the first day and again. */
import { evaluate } from '../src/features/evaluation/evaluate.ts';
import { evaluationTables } from '../src/features/evaluation/tables.ts';
import { warningTables } from '../src/features/warnings/tables.ts';
import { factTables } from '../src/facts/factTables.ts';
import type { Database } from '../src/platform/database/database.ts';
import { stepOf } from './evaluationSteps.ts';
import type { Bench, Figure } from './figure.ts';
import { lastDay, settlePrefecture } from './prefecture.ts';
import { timedDatabase, type Times } from './timedDatabase.ts';
import { seconds } from './timing.ts';

/** Steps that take less of the whole are not told. */
const leastShare = 0.01;

const forget = (database: Database): Promise<void> =>
  database.transaction((tx) => tx.raw(`truncate ${[...factTables, ...evaluationTables, ...warningTables].map(({ name }) => name).join(', ')}`));

export const evaluation: Bench = {
  name: 'evaluation',
  what: 'registers to warnings, all items, all settlements',
  async run(place): Promise<Figure[]> {
    await settlePrefecture(place);
    const { database } = place.machine;
    await forget(database);
    const first = await seconds(() => evaluate(database, lastDay));
    const daily: { whole: number; times: Times }[] = [];
    for (let run = 0; run < 2; run += 1) {
      const times: Times = new Map();
      daily.push({ whole: await seconds(() => evaluate(timedDatabase(database, stepOf, times), lastDay)), times });
    }
    const [best] = daily.sort((a, b) => a.whole - b.whole);
    const { whole = Number.NaN, times = new Map<string, number>() } = best ?? {};
    const sum = [...times.values()].reduce((total, one) => total + one, 0);
    const steps = [...times].sort((a, b) => b[1] - a[1]).filter(([, taken]) => taken > leastShare * sum);
    return [
      { name: 'full evaluation, the first', value: first, unit: 's', goal: { atMost: 10 } },
      { name: 'full evaluation, the daily one (best of 2)', value: whole, unit: 's', goal: { atMost: 10 } },
      ...steps.map(([step, taken]): Figure => ({ name: `· ${step} (added up over slices side by side)`, value: taken, unit: 's' })),
    ];
  },
};
