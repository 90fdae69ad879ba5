/** Several imports at once: registers to which nobody refers store side by side, the others wait. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw } from 'sql-template-tag';
import { takeTurn } from '#features/imports/takeTurn.ts';
import { counts, openTestHouse, people, personCsv, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const workCsv = `
身份证号|姓名|就业状态|求职意愿|确认方式|确认日期|失业日期
${people.zhao.id}|${people.zhao.name}|2|1|1|2024-03-01|2023-12-01`;

/** Whether an import is through while an import of another register stands in the middle of its transaction. */
async function isThroughBeside(register: string, start: () => Promise<unknown>): Promise<boolean> {
  let isThrough = false;
  let running: Promise<void> = Promise.resolve();
  await house.database.transaction(async (tx) => {
    await takeTurn(tx, register);
    running = start().then(() => {
      isThrough = true;
    });
    // Through, or waiting for a lock.
    for (let look = 0; look < 400 && !isThrough; look++) {
      const [{ waiting } = { waiting: 0 }] = await house.database.query<{ waiting: number }>(
        raw(
          "select count(*)::integer as waiting from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
        ),
      );
      if (waiting > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    running.catch(() => {});
  });
  const wasThrough = isThrough;
  await running;
  return wasThrough;
}

const visits = (day: string): string => `
户编号|走访人|走访日期|走访方式
H-0001|走访员|${day}|1`;

test('an import of a register to which nobody refers goes on beside one of another', async () => {
  expect(await isThroughBeside('pupil', () => send(house, visits('2024-03-01'), { register: 'visit' }))).toBe(true);
  expect(await house.database.query(raw('select visited_on::text from visit'))).toEqual([{ visited_on: '2024-03-01' }]);
});

test('it waits for one of its own register, and for one of persons', async () => {
  expect(await isThroughBeside('visit', () => send(house, visits('2024-03-02'), { register: 'visit' }))).toBe(false);
  expect(await isThroughBeside('person', () => send(house, visits('2024-03-03'), { register: 'visit' }))).toBe(false);
});

test('an import of persons waits for everybody', async () => {
  expect(await isThroughBeside('pupil', () => send(house, personCsv, { register: 'person', dataDate: '2024-04-01' }))).toBe(false);
});

test('two at once of different registers lose nothing', async () => {
  const days = Array.from({ length: 8 }, (_, at) => `2024-05-0${at + 1}`);
  const reports = await Promise.all([...days.map((day) => send(house, visits(day), { register: 'visit' })), send(house, workCsv)]);
  expect(reports.map(counts)).toEqual(reports.map(() => [1, 0, 0, 0, 0]));
});
