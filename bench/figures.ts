/** The published figures of a year, computed from the registers. */
import { computeFigures } from '../src/features/figures/computeFigures.ts';
import type { Bench, Figure } from './figure.ts';
import { settlePrefecture, until } from './prefecture.ts';
import { seconds } from './timing.ts';

export const figures: Bench = {
  name: 'figures',
  what: 'all published figures of a year, from the registers',
  async run(place): Promise<Figure[]> {
    await settlePrefecture(place);
    const { database, clock } = place.machine;
    const compute = (): Promise<unknown> => computeFigures(database, Number(until.slice(0, 4)), clock.now());
    const first = await seconds(compute);
    return [
      { name: `figures of ${until.slice(0, 4)}`, value: Math.min(await seconds(compute), await seconds(compute)), unit: 's' },
      { name: '· the first time', value: first, unit: 's' },
    ];
  },
};
