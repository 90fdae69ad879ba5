/** Evaluation: all settlements from the registers to the warnings, and one settlement after a change. */
import sql from 'sql-template-tag';
import { evaluate } from '../src/features/evaluation/evaluate.ts';
import { momentOf } from '../src/features/evaluation/moment.ts';
import { type Bench, type Figure, percentile, seconds } from './figure.ts';
import { openPrefecture, until } from './prefecture.ts';

const times = 20;

export const evaluation: Bench = {
  name: 'evaluation',
  what: 'full evaluation of 34 items, and one settlement of about 5,000 people',
  async run(size): Promise<Figure[]> {
    const house = await openPrefecture(size);
    try {
      const order = { day: until, moment: momentOf(until, house.clock.now()) };
      await evaluate(house.database, order);
      const full = await seconds(() => evaluate(house.database, order));
      const one = await house.database.maybe<{ code: string; people: number }>(sql`
        select settlement_code as code, count(*) as people from person group by 1 order by abs(count(*) - 5000), 1 limit 1`);
      const measured: number[] = [];
      for (let n = 0; n < times; n += 1) {
        measured.push(1000 * (await seconds(() => evaluate(house.database, { ...order, settlements: [one?.code ?? ''] }))));
      }
      return [
        { name: `full evaluation, ${size.people} people`, value: full, unit: 's', goal: { atMost: 10 } },
        {
          name: `one settlement of ${one?.people ?? 0} people, p95 of ${times}`,
          value: percentile(measured, 0.95),
          unit: 'ms',
          goal: { atMost: 300 },
        },
      ];
    } finally {
      await house.close();
    }
  },
};
