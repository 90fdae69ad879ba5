/** Addresses as people write them: a warning by the number that stands on paper, a month as it is said, and what is at no address. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WarningFile } from '#features/warnings/contract.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from '../scenes/caseHouse.ts';

let house: CaseHouse;
let warning: { readonly id: number; readonly no: string };

beforeAll(async () => {
  house = await openCaseHouse();
  await sendEmployment(
    house,
    '2024-07-01',
    [people.wang, people.li].map(({ id }) => ({ id, works: false, since: '2024-06-28' })),
  );
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  warning = await house.database.one(sql`
    select warning_id as id, warning_no as no from warning where item_code = 'C01' and household_no = 'H-0001'`);
});
afterAll(() => house?.close());

test('a warning is found by its number, by those who may see it', async () => {
  const { status, body } = await house.get<WarningFile>('community', `/warnings/${warning.no}`);
  expect({ status, id: body.id, no: body.no }).toEqual({ status: 200, ...warning });
  const hidden = await house.get('neighbour', `/warnings/${warning.no}`);
  expect([hidden.status, hidden.body.code]).toEqual([404, 'warnings.not-found']);
});

test('a number that no warning has is not found, also where its end is that of one', async () => {
  const other = warning.no.replace('C01', 'C02');
  for (const no of [other, warning.no.replace('2024', '2023'), `${warning.no.slice(0, -1)}9`]) {
    const { status, body } = await house.get('community', `/warnings/${no}`);
    expect([status, body.code]).toEqual([404, 'warnings.not-found']);
  }
});

test('a path that is no number says in both languages that nothing is there', async () => {
  for (const path of ['/warnings/abc', '/warnings/99999999999999999999', '/warnings/abc/handling', '/work-orders/abc']) {
    const { status, body } = await house.get('prefecture', path);
    expect({ path, status, body }).toMatchObject({ status: 404, body: { zh: '没有找到。', en: 'Not found.' } });
  }
});

test('whom an item concerns is said before its rule', async () => {
  const { body } = await house.get<WarningFile>('community', `/warnings/${warning.id}`);
  expect(body.applies).toEqual({ zh: '劳动力人数 > 0 人', en: 'members able to work > 0 persons' });
});

test('a month is taken as it is said', async () => {
  const subjects = async (month: string) =>
    (await house.get<{ month: string; total: number }>('prefecture', `/items/C01/subjects?month=${month}`)).body;
  expect(await subjects('2024-07')).toEqual(await subjects('2024-07-01'));
  expect((await subjects('2024-07')).total).toBeGreaterThan(0);
  expect((await house.get<{ month: string }>('prefecture', '/board?month=2024-07')).body.month).toBe('2024-07-01');
  for (const month of ['2024-13', '2024-07-02', 'July'])
    expect((await house.get('prefecture', `/items/C01/subjects?month=${month}`)).status).toBe(422);
});
