/** Tells whether the memory of an import grows with its file: the most that a process held for one list and for one four times as long. */
import type { BenchPlace, Figure } from '../figure.ts';
import { bringList, bringPlaces, type Form, writeList } from './bringList.ts';
import { personList } from './peopleLists.ts';
import { withDestination } from './withDestination.ts';

const times = 4;
const mostMemory = 600;
/** What counts as flat. */
const mostGrowth = 1.25;

/** Measures with a list of `rows` people in one form of file; the rows are tried and not kept. */
export function measureMemory(place: BenchPlace, form: Form, rows: number): Promise<Figure[]> {
  return withDestination(place, async (to) => {
    await bringPlaces(to, rows * times);
    const memoryFor = async (people: number): Promise<number> => {
      const path = await writeList(to, `people-${people}`, form, personList(people));
      return (await bringList(to, path, 'person', people, true)).memory;
    };
    const [short, long] = [await memoryFor(rows), await memoryFor(rows * times)];
    const beside = { name: `${rows.toLocaleString('en')} rows`, value: short, ratio: long / short, goal: { atMost: mostGrowth } };
    const name = `most memory of the process for ${(rows * times).toLocaleString('en')} rows`;
    return [{ name, value: long, unit: 'MB', goal: { atMost: mostMemory }, baselines: [beside] }];
  });
}
