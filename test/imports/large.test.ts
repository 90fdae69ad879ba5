/** Long lists: sealed by a thread, and stored into an empty register in a way of their own. What stands afterwards is what short ones leave. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildingCsv, communityCsv, counts, householdCsv, idNumber, openTestHouse, rowsOf, send, settlementCsv, type TestHouse } from './house.ts';

const rows = 6_000;
const dataDate = '2024-01-31';
const two = (n: number): string => String(n).padStart(2, '0');
const numberOf = (n: number): string => idNumber(`${1960 + (n % 40)}-${two(1 + (Math.floor(n / 40) % 12))}-15`, 1 + Math.floor(n / 480));
const phoneOf = (n: number): string => `139${String(n).padStart(8, '0')}`;
const rowOf = (n: number): string => `H-0001|甲乙|${numberOf(n)}|汉族|其他|1|8|P-0${n}|${phoneOf(n)}`;
const list = ['户编号|姓名|证件号码|民族|与户主关系|劳动能力|在校状态|人员编号|联系电话', ...Array.from({ length: rows }, (_, n) => rowOf(n))].join(
  '\n',
);

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  for (const text of [settlementCsv, communityCsv, buildingCsv, householdCsv]) await send(house, text, { dataDate: '2024-01-01' });
});
afterAll(() => house.close());

const indexes = (): Promise<{ indexdef: string }[]> =>
  house.database.query(sql`select indexdef from pg_indexes where schemaname = 'public' and tablename = 'person' order by indexname`);

test('an empty register that is filled has the indexes that it had, also after a try and while somebody looks at it', async () => {
  const before = await indexes();
  expect(before.length).toBeGreaterThan(5);
  expect(counts(await send(house, list, { dataDate, dryRun: true }))).toEqual([rows, 0, 0, 0, 0]);
  expect([await indexes(), await rowsOf(house, 'person', 'count(*)::integer as rows')]).toEqual([before, [{ rows: 0 }]]);
  await house.database.transaction(async (tx) => {
    await tx.query(sql`select from person`);
    expect(counts(await send(house, list, { dataDate }))).toEqual([rows, 0, 0, 0, 0]);
  });
  expect([await indexes(), await rowsOf(house, 'person', 'count(*)::integer as rows')]).toEqual([before, [{ rows }]]);
  await house.database.transaction((tx) => tx.raw('delete from person; delete from person_history'));
  expect(counts(await send(house, list, { dataDate }))).toEqual([rows, 0, 0, 0, 0]);
  expect([await indexes(), await rowsOf(house, 'person', 'count(*)::integer as rows')]).toEqual([before, [{ rows }]]);
});

test('each row holds its own numbers, sealed, and is found by them', async () => {
  const stored = await rowsOf<{ person_no: string; id_no: Buffer; id_no_index: Buffer; phone: Buffer; phone_index: Buffer }>(
    house,
    'person',
    'person_no, id_no, id_no_index, phone, phone_index',
  );
  expect(stored).toHaveLength(rows);
  for (const { person_no, id_no, id_no_index, phone, phone_index } of stored) {
    const n = Number(person_no.slice(2));
    expect([house.keys.openText(id_no), house.keys.openText(phone)]).toEqual([numberOf(n), phoneOf(n)]);
    expect([id_no_index, phone_index]).toEqual([house.keys.blindIndex('person-id', numberOf(n)), house.keys.blindIndex('phone', phoneOf(n))]);
  }
});

test('the same list again changes nothing', async () => {
  expect(counts(await send(house, list, { dataDate: '2024-02-29' }))).toEqual([0, 0, rows, 0, 0]);
});
