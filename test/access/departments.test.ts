/** A department sees its registers and items and no other, whether it looks at all of its area or names a part of it. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { openTestHouse, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
let cookie = '';

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  app = await createHouse(testMachine(house), { version: '0' });
  cookie = (await signedIn(house, [{ role: 'department', area: '522301', department: '人社局' }])).cookie;
  for (const item of ['C01', 'D01'])
    await house.database.execute(sql`
      insert into warning (warning_no, item_code, subject_kind, subject_key, household_no, settlement_code, level, highest_level, state, raised_on, level_since,
        standard_version, facts, parameters)
      values (${`W-${item}`}, ${item}, 'household', 'H-0001', 'H-0001', '522301A001', 'red', 'red', 'open', '2024-06-01', '2024-06-01', '1', '{}', '{}')`);
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const get = async (path: string) => (await app.inject({ url: `/api/v1${path}`, headers: { cookie } })).json();
const areas = ['', '522301', '522301001', '522301A001'];

test.each(areas)('in area %j', async (area) => {
  const named = area === '' ? '' : `area=${area}`;
  const { rows, byLevel } = await get(`/warnings?${named}`);
  expect(rows.map(({ item }: { item: string }) => item)).toEqual(['C01']);
  expect(byLevel).toEqual({ red: 1 });
  expect((await get(`/registers/employment/rows?${named}`)).total).toBe(0);
  expect((await get(`/registers/pupil/rows?${named}`)).code).toBe('registers.unknown-register');
});

test('the households of an area are as many as its list holds; those that left are found when they are asked for', async () => {
  await house.database.execute(sql`update household set status = '5' where household_no = 'H-0002'`);
  const { areas: all } = await get('/areas');
  const county = all.find(({ code }: { code: string }) => code === '522301');
  const total = async (query: string): Promise<number> => (await get(`/households?${query}`)).total;
  expect([county.households, await total('area=522301'), await total('area=522301&state=all'), await total('q=H-0002')]).toEqual([1, 1, 2, 1]);
});
