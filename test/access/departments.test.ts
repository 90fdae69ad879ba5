/** A department sees its registers and items and no other, whether it looks at all of its area or names a part of it. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { openTestHouse, people, send, settle, type TestHouse } from '../imports/house.ts';

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

test('an import of another department is looked at and not changed, with that as the reason; its rows that wait are not counted', async () => {
  const { wang, stranger } = people;
  const moved = '证件号码|姓名|迁出户籍地|迁入户籍地|申请日期|自愿确认';
  const { import: id } = await send(
    house,
    `${moved}\n${stranger.id}|${stranger.name}|甲|乙|2024-02-01|是\n${wang.id}|${wang.name}|甲|乙|2024-02-01|是`,
    {
      register: 'hukou_transfer',
      dataDate: '2024-02-10',
    },
  );
  const seen = await get(`/imports/${id}`);
  expect(seen.onlySeen.zh).toMatch(/由公安局管理/);
  const refused = await app.inject({ method: 'POST', url: `/api/v1/imports/${id}/undo`, headers: { cookie } });
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'imports.other-department']);
  expect((await get('/aside-rows')).groups).toEqual([]);
  const police = (await signedIn(house, [{ role: 'department', area: '522301', department: '公安局' }])).cookie;
  const own = async (path: string) => (await app.inject({ url: `/api/v1${path}`, headers: { cookie: police } })).json();
  expect((await own(`/imports/${id}`)).onlySeen).toBe(null);
  expect((await own('/aside-rows')).groups).toMatchObject([{ register: 'hukou_transfer', rows: 1 }]);
});

test('a household shows the warnings that its reader may see: as many in the list as on its page', async () => {
  const team = (await signedIn(house, [{ role: 'work_team', area: '522301A001', department: null }])).cookie;
  const raise = (item: string, person: string, silentUntil: string | null) =>
    house.database.execute(sql`
      insert into warning (warning_no, item_code, subject_kind, subject_key, household_no, settlement_code, level, highest_level, state, raised_on, level_since,
        silent_until, standard_version, facts, parameters)
      values (${`W-${item}-${person}`}, ${item}, 'person', ${person}, 'H-0001', '522301A001', 'red', 'red', 'open', '2024-06-01', '2024-06-01',
        ${silentUntil}, '1', '{}', '{}')`);
  await raise('C02', 'P-0001', '2099-12-31');
  await raise('C02', 'P-0002', null);
  const told = async (by: string) => {
    const read = async (path: string) => (await app.inject({ url: `/api/v1${path}`, headers: { cookie: by } })).json();
    const file = await read('/households/H-0001');
    const [row] = (await read('/households?area=522301A001')).rows.filter(({ no }: { no: string }) => no === 'H-0001');
    expect(file.openWarnings).toBe(row.openWarnings);
    return [row.openWarnings, ...file.findings.map(({ item, subject, isOver }: Record<string, string>) => `${item} ${subject} ${isOver}`)];
  };
  expect(await told(cookie)).toEqual([3, 'C01 H-0001 true', 'C02 P-0001 true', 'C02 P-0002 true']);
  // Of the silent period leads alone see the warnings.
  expect(await told(team)).toEqual([3, 'C01 H-0001 true', 'C02 P-0002 true', 'D01 H-0001 true']);
  await house.database.execute(sql`insert into person_restriction (person_no, right_id, since) values ('P-0002', 1, '2024-01-01')`);
  expect(await told(cookie)).toEqual([2, 'C01 H-0001 true', 'C02 P-0001 true']);
  const ofItem = async (item: string): Promise<number> => (await get(`/households?area=522301A001&item=${item}`)).total;
  expect([await ofItem('C01'), await ofItem('C02'), await ofItem('D01')]).toEqual([1, 1, 0]);
  await house.database.execute(sql`delete from person_restriction`);
  await house.database.execute(sql`delete from warning where subject_kind = 'person'`);
});

test('the households of an area are as many as its list holds; those that left are found when they are asked for', async () => {
  await house.database.execute(sql`update household set status = '5' where household_no = 'H-0002'`);
  const { areas: all } = await get('/areas');
  const county = all.find(({ code }: { code: string }) => code === '522301');
  const total = async (query: string): Promise<number> => (await get(`/households?${query}`)).total;
  expect([county.households, await total('area=522301'), await total('area=522301&state=all'), await total('q=H-0002')]).toEqual([1, 1, 2, 1]);
});
