/** What goes on while keys are changed: imports that find people by their numbers, people who are new, rows that wait, and searches. */
import { householdFilter } from '#features/households/contract.ts';
import { wholeScope, scoped } from '#features/areas/scope.ts';
import { listHouseholds } from '#features/households/viewHouseholds.ts';
import { counts, idNumber, send, type TestHouse } from '../imports/house.ts';

/** Somebody who was imported: the number of the paper and the telephone as they shall stand. */
export type Expected = Map<string, string>;

const header = '户编号|姓名|证件号码|民族|与户主关系|劳动能力|在校状态|联系电话';
const jobHeader = '身份证号|姓名|就业状态|就业形式|务工地|就业时间|求职意愿|确认方式|确认日期|欠薪天数|失业日期';
const dataDate = '2024-03-01';

/** The nth made-up person of a series: a thousand series of a thousand. */
export function numberOf(series: number, n: number): string {
  const day = new Date(Date.UTC(1950, 0, 1 + series * 2 + (n >= 500 ? 1 : 0)));
  return idNumber(day.toISOString().slice(0, 10), (n % 500) + 100);
}

const phoneOf = (series: number, n: number, round: number): string =>
  `139${String(series).padStart(2, '0')}${String(n * 100 + round)
    .padStart(6, '0')
    .slice(-6)}`;

/** Imports people of a series as they stand in a round; answers the counts. */
export async function importPeople(house: TestHouse, series: number, from: number, to: number, round: number, expected: Expected): Promise<number[]> {
  const rows = [];
  for (let n = from; n < to; n += 1) {
    expected.set(numberOf(series, n), phoneOf(series, n, round));
    rows.push(`H-000${(n % 2) + 1}|新来|${numberOf(series, n)}|汉族|子|1|8|${phoneOf(series, n, round)}`);
  }
  return counts(await send(house, [header, ...rows].join('\n'), { dataDate }));
}

/** Imports the work of somebody by number; answers the counts. */
export async function importJob(house: TestHouse, number: string): Promise<number[]> {
  return counts(await send(house, `${jobHeader}\n${number}|新来|就业|1|兴义市|2023-05-01|一般|1|2024-02-01|0|`, { dataDate }));
}

/** How many households the search for a number finds. */
export async function findByNumber({ database, keys }: TestHouse, number: string): Promise<number> {
  const filter = householdFilter.parse({ q: number });
  const all = await wholeScope(database);
  return (await listHouseholds(scoped(database, all), filter, keys, { day: '2024-06-30', health: all, minors: all, restricted: all, silent: all }))
    .total;
}

/** One round: known people again, the same with other telephones, new ones, one whose work came before the person, and searches. Throws when anything is not as it must be. */
export async function oneRound(house: TestHouse, series: number, round: number, expected: Expected): Promise<void> {
  const known = 20 * round;
  must(`round ${round} changed`, await importPeople(house, series, 0, 20, round, expected), [0, 20, 0, 0, 0]);
  must(`round ${round} unchanged`, await importPeople(house, series, 0, 20, round, expected), [0, 0, 20, 0, 0]);
  must(`round ${round} waits`, await importJob(house, numberOf(series, known)), [0, 0, 0, 0, 1]);
  must(`round ${round} new`, await importPeople(house, series, known, known + 20, 0, expected), [20, 0, 0, 0, 0]);
  must(`round ${round} no longer waits`, await importJob(house, numberOf(series, known)), [0, 0, 1, 0, 0]);
  for (const n of [0, 19, known, known + 19]) must(`round ${round} search ${n}`, await findByNumber(house, numberOf(series, n)), 1);
}

function must(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
