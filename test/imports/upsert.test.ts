/** README sections 3, 7 and 16.2 to 16.6: adding, changing, versions, moves, repeated keys, deliveries. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importRows } from '#features/imports/importRows.ts';
import { reportNil } from '#features/imports/reportNil.ts';
import { counts, householdHeader, idNumber, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const { wang, li, zhao } = people;
const header = '设备编号|安置点|设备类型|状态|维保单位';
let number = 0;
let key = '';
beforeEach(() => {
  key = `D${++number}`;
});
const device = (line: string, dataDate: string): ReturnType<typeof send> => send(house, `${header}\n${line}`, { register: 'device', dataDate });
const current = (): Promise<unknown[]> => rowsOf(house, `device where device_no = '${key}'`, 'status, keeper_org, data_date');
const history = (): Promise<unknown[]> =>
  rowsOf(house, `device_history where device_no = '${key}'`, 'status, keeper_org, data_date, valid_to', 'version_id');

test('a new key is added, a known one updated; a filled cell replaces, an empty one never erases, #清空 does', async () => {
  expect(counts(await device(`${key}|栗坪安置点|1|1|甲公司`, '2024-01-31'))).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await device(`${key}|||2|`, '2024-02-29'))).toEqual([0, 1, 0, 0, 0]);
  expect(await current()).toEqual([{ status: '2', keeper_org: '甲公司', data_date: '2024-02-29' }]);
  expect(counts(await device(`${key}||||#清空`, '2024-03-31'))).toEqual([0, 1, 0, 0, 0]);
  expect(await current()).toEqual([{ status: '2', keeper_org: null, data_date: '2024-03-31' }]);
  expect(await history()).toEqual([
    { status: '1', keeper_org: '甲公司', data_date: '2024-01-31', valid_to: '2024-02-29' },
    { status: '2', keeper_org: '甲公司', data_date: '2024-02-29', valid_to: '2024-03-31' },
  ]);
});

test('a known row with equal values is unchanged: the version is stored once, and that it was said again is remembered', async () => {
  const first = await device(`${key}|栗坪安置点|1|1|甲`, '2024-01-31');
  expect(counts(await device(`${key}|栗坪安置点|1|1|甲`, '2024-02-29'))).toEqual([0, 0, 1, 0, 0]);
  expect([await current(), await history()]).toEqual([[{ status: '1', keeper_org: '甲', data_date: '2024-01-31' }], []]);
  expect(await rowsOf(house, `device where device_no = '${key}'`, 'import_id, sheet, line')).toEqual([
    { import_id: first.import, sheet: 0, line: 2 },
  ]);
});

test('a late version goes to its place in the history and leaves the current row alone', async () => {
  await device(`${key}|栗坪安置点|1|1|甲`, '2024-01-31');
  await device(`${key}|栗坪安置点|1|3|甲`, '2024-03-31');
  expect(counts(await device(`${key}|||2|`, '2024-02-29'))).toEqual([0, 1, 0, 0, 0]);
  expect([await current(), await history()]).toEqual([
    [{ status: '3', keeper_org: '甲', data_date: '2024-03-31' }],
    [
      { status: '1', keeper_org: '甲', data_date: '2024-01-31', valid_to: '2024-02-29' },
      { status: '2', keeper_org: '甲', data_date: '2024-02-29', valid_to: '2024-03-31' },
    ],
  ]);
});

test('January = A, March = A and a late February = B: B holds from February, A again from March', async () => {
  await device(`${key}|栗坪安置点|1|1|甲`, '2024-01-31');
  await device(`${key}|栗坪安置点|1|1|甲`, '2024-03-31');
  await device(`${key}|栗坪安置点|1|2|甲`, '2024-02-29');
  expect([await current(), await history()]).toEqual([
    [{ status: '1', keeper_org: '甲', data_date: '2024-03-31' }],
    [
      { status: '1', keeper_org: '甲', data_date: '2024-01-31', valid_to: '2024-02-29' },
      { status: '2', keeper_org: '甲', data_date: '2024-02-29', valid_to: '2024-03-31' },
    ],
  ]);
});

test('of one day, what is stored later replaces; the replaced version holds on no day', async () => {
  await device(`${key}|栗坪安置点|1|1|甲`, '2024-01-31');
  await device(`${key}|栗坪安置点|1|2|甲`, '2024-01-31');
  expect([await current(), await history()]).toEqual([
    [{ status: '2', keeper_org: '甲', data_date: '2024-01-31' }],
    [{ status: '1', keeper_org: '甲', data_date: '2024-01-31', valid_to: '2024-01-31' }],
  ]);
});

test('a row older than everything known begins the history', async () => {
  await device(`${key}|栗坪安置点|1|2|甲`, '2024-03-31');
  expect(counts(await device(`${key}|栗坪安置点|1|1|`, '2024-01-31'))).toEqual([0, 1, 0, 0, 0]);
  expect(await history()).toEqual([{ status: '1', keeper_org: null, data_date: '2024-01-31', valid_to: '2024-03-31' }]);
});

test('the first version of a row takes the defaults and needs the required fields, in whatever order the sheets come', async () => {
  const allowance = (line: string, dataDate: string) =>
    send(house, `户编号|低保类型|批准日期|保障人数|月保障金额|最近发放月|下次核查日期\n${line}`, { register: 'subsistence_allowance', dataDate });
  const decisions = () => rowsOf(house, "subsistence_allowance_history where household_no = 'H-0002'", 'decision, data_date', 'version_id');
  expect(counts(await allowance('H-0002|城市低保|2023-05-01|1|900|2024-03|2024-12-31', '2024-03-31'))).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await allowance('H-0002|城市低保|2023-05-01|1|900|2023-10|2024-12-31', '2024-01-31'))).toEqual([0, 1, 0, 0, 0]);
  expect(await decisions()).toEqual([{ decision: '1', data_date: '2024-01-31' }]);
  expect(lines(await allowance('H-0002||2023-04-01||||', '2023-12-31'))).toContain('refused B2 imports.required');
  expect(await decisions()).toHaveLength(1);
});

test('the same key twice in a file: equal rows count once, differing rows are both refused', async () => {
  const report = await send(
    house,
    `
    ${header}
    ${key}|栗坪安置点|1|1|甲
    ${key}|522301A001|1| 1 |甲
    ${key}x|栗坪安置点|1|1|甲
    ${key}x|栗坪安置点|1|2|甲`,
    { dataDate: '2024-01-31' },
  );
  expect([counts(report), report.rows, lines(report)]).toEqual([
    [1, 0, 0, 2, 0],
    3,
    ['refused A4 imports.key-twice', 'refused A5 imports.key-twice'],
  ]);
  expect(report.problems[0]?.zh).toContain('4、5');
});

test('of several rows of one key, one that comes back for a cell takes the differing others along; one with a wrong name but equal values does not', async () => {
  const report = await send(
    house,
    `
    ${header}
    ${key}|栗坪安置点|1|1|甲
    ${key}|栗坪安置点|1|坏|甲
    ${key}y|栗坪安置点|1|1|甲
    ${key}z|无此安置点|1|1|甲
    ${key}z|栗坪安置点|1|1|甲`,
    { dataDate: '2024-01-31' },
  );
  expect([counts(report), report.rows, lines(report)]).toEqual([
    [1, 0, 0, 4, 0],
    5,
    [
      'refused A2 imports.key-twice',
      'refused D3 cell.unknown-code',
      'refused B5 imports.not-in-register',
      'refused A5 imports.key-twice',
      'refused A6 imports.key-twice',
    ],
  ]);
  const hukou = '证件号码|姓名|迁出户籍地|迁入户籍地|申请日期|自愿确认';
  const names = await send(
    house,
    `
    ${hukou}
    ${wang.id}|${li.name}|甲村|乙社区|2024-01-01|是
    ${wang.id}|${wang.name}|甲村|乙社区|2024-01-01|是
    ${li.id}|${wang.name}|甲村|乙社区|2024-01-01|是
    ${li.id}|${li.name}|丙村|乙社区|2024-01-01|是`,
    { register: 'hukou_transfer', dataDate: '2024-01-31' },
  );
  expect([counts(names), lines(names)]).toEqual([
    [1, 0, 0, 2, 1],
    ['aside A2 imports.name-differs', 'aside A4 imports.name-differs', 'refused A4 imports.key-twice', 'refused A5 imports.key-twice'],
  ]);
  const place = `兴义市|某乡|栗坪安置点|栗坪社区|1栋|1|109|2018-05-01|2018|1|1|1|1|`;
  const head = `${householdHeader.replace('户编号|', '')}`;
  const numberless = await send(
    house,
    `
    ${head}
    钱某|${idNumber('1961-01-01', 31)}|${place}|1
    钱某|${idNumber('1961-01-01', 31)}|${place}|坏`,
    { register: 'household', dataDate: '2024-01-31' },
  );
  expect(counts(numberless)).toEqual([0, 0, 0, 2, 0]);
});

test('an optional key field that is empty is a key value of its own', async () => {
  const insurance = '保单年度|证件号码|姓名|保费|赔案号|失业起始日|申请日期|结论';
  const rows = `
    ${insurance}
    2024|${wang.id}|${wang.name}|50||||
    2024|${wang.id}|${wang.name}||C1|2024-01-01|2024-01-10|2`;
  expect(counts(await send(house, rows, { register: 'employment_insurance', dataDate: '2024-02-01' }))).toEqual([2, 0, 0, 0, 0]);
  expect(counts(await send(house, rows, { register: 'employment_insurance', dataDate: '2024-03-01' }))).toEqual([0, 0, 2, 0, 0]);
});

test('an event is corrected by the same key, and its earlier row is kept', async () => {
  const dispute = '案号|安置点|类别|涉及人数|受理日期|来源';
  await send(house, `${dispute}\n${key}|栗坪安置点|1|2|2024-01-10|1`, { dataDate: '2024-02-01' });
  await send(house, `${dispute}\n${key}|栗坪安置点|1|5|2024-01-12|1`, { dataDate: '2024-03-01' });
  expect(await rowsOf(house, `dispute where case_no = '${key}'`, 'people, accepted_on, data_date')).toEqual([
    { people: 5, accepted_on: '2024-01-12', data_date: '2024-03-01' },
  ]);
  expect(await rowsOf(house, `dispute_history where case_no = '${key}'`, 'people, data_date')).toEqual([{ people: 2, data_date: '2024-02-01' }]);
});

test('an event that says in an earlier sheet what stands is unchanged', async () => {
  const dispute = '案号|安置点|类别|涉及人数|受理日期|来源';
  const say = async (people: number | '', dataDate: string): Promise<number[]> =>
    counts(await send(house, `${dispute}\n${key}|栗坪安置点|1|${people}|2024-01-10|1`, { dataDate }));
  expect(await say(2, '2024-02-20')).toEqual([1, 0, 0, 0, 0]);
  expect(await say(2, '2024-02-10')).toEqual([0, 0, 1, 0, 0]);
  expect(await say('', '2024-02-05')).toEqual([0, 0, 1, 0, 0]);
  expect(await say(3, '2024-02-09')).toEqual([0, 1, 0, 0, 0]);
  expect(await rowsOf(house, `dispute where case_no = '${key}'`, 'people, data_date')).toEqual([{ people: 2, data_date: '2024-02-20' }]);
});

test('deliveries are written for the settlements of the rows, or those declared; a second one of the day is no second row', async () => {
  const feed = (): Promise<unknown[]> => rowsOf(house, "register_feed where register = 'activity'", 'settlement_code, data_date, nil', '1, 2');
  const row = '活动编号|类型|主题|社区|日期|参加人数|搬迁群众\nA1|1|感恩|栗坪社区|2024-01-05|30|20';
  await send(house, row, { dataDate: '2024-01-31' });
  await send(house, row, { dataDate: '2024-01-31' });
  await send(house, row, { dataDate: '2024-02-29', covers: ['522301A001', '522301A002'] });
  expect(await feed()).toEqual([
    { settlement_code: '522301A001', data_date: '2024-01-31', nil: false },
    { settlement_code: '522301A001', data_date: '2024-02-29', nil: false },
    { settlement_code: '522301A002', data_date: '2024-02-29', nil: false },
  ]);
  const nil = await reportNil(house, { register: 'activity', dataDate: '2024-03-31', covers: ['522323A001'] });
  expect(nil).toMatchObject({ mode: 'nil', settlements: ['522323A001'], rows: 0 });
  expect(await feed()).toContainEqual({ settlement_code: '522323A001', data_date: '2024-03-31', nil: true });
  expect(lines(await send(house, `${row.split('\n')[0]}\nA2|1|感恩|栗坪社区|2024-13-05|30|20`, { dataDate: '2024-04-30' }))).toEqual([
    'refused E2 cell.no-such-date',
  ]);
  expect(await rowsOf(house, "register_feed where register = 'activity' and data_date = '2024-04-30'", 'settlement_code')).toEqual([]);
});

test('a household that moves takes its persons and their rows along; earlier versions stay where they were', async () => {
  const employment = '身份证号|姓名|就业状态|求职意愿|确认方式|确认日期|失业日期';
  await send(house, `${employment}\n${zhao.id}|${zhao.name}|2|1|1|2024-01-31|2023-12-01`, { dataDate: '2024-01-31' });
  await send(house, `户编号|走访人|走访日期|方式\nH-0002|张三|2024-01-15|1`, { dataDate: '2024-01-31' });
  const move = await send(house, `户编号|安置点|社区|楼栋\nH-0002|青山安置点|青山社区|1栋`, { register: 'household', dataDate: '2024-03-01' });
  expect([lines(move), counts(move)]).toEqual([[], [0, 1, 0, 0, 0]]);
  const place = { settlement_code: '522323A001', community_code: '522323100901', building_code: '522323A001-1' };
  expect(await rowsOf(house, "household where household_no = 'H-0002'", 'settlement_code, community_code, building_code')).toEqual([place]);
  expect(await rowsOf(house, "person where household_no = 'H-0002'", 'settlement_code, community_code, building_code, data_date')).toEqual([
    { ...place, data_date: '2024-01-01' },
  ]);
  expect(await rowsOf(house, "employment where person_no = 'P-0004'", 'settlement_code')).toEqual([{ settlement_code: '522323A001' }]);
  expect(await rowsOf(house, "visit where household_no = 'H-0002'", 'settlement_code')).toEqual([{ settlement_code: '522323A001' }]);
  expect(await rowsOf(house, "household_history where household_no = 'H-0002' and valid_to = '2024-03-01'", 'settlement_code')).toEqual([
    { settlement_code: '522301A002' },
  ]);
  expect((await rowsOf<{ settlement_code: string }>(house, 'evaluation_request', 'settlement_code')).map((row) => row.settlement_code)).toEqual(
    expect.arrayContaining(['522301A002', '522323A001']),
  );
  const late = await send(
    house,
    `${employment}\n${zhao.id}|${zhao.name}|1|1|1|2024-02-28|`
      .replace('就业状态', '就业状态|就业形式|务工地|起始日期')
      .replace('|1|1|1|2024', '|1|1|兴义市|2024-02-01|1|1|2024'),
    { register: 'employment', dataDate: '2024-02-29' },
  );
  expect([late.settlements, late.changed]).toEqual([['522301A002'], 1]);
});

test('a row that speaks of a day before the move and comes after it lies where the household lives now, which is evaluated', async () => {
  await house.database.execute(sql`delete from evaluation_request`);
  await send(house, `户编号|走访人|走访日期|方式\nH-0002|李四|2024-02-15|1`, { dataDate: '2024-02-28' });
  expect(await rowsOf(house, "visit where household_no = 'H-0002' and visited_on = '2024-02-15'", 'settlement_code')).toEqual([
    { settlement_code: '522323A001' },
  ]);
  const asked = (await rowsOf<{ settlement_code: string }>(house, 'evaluation_request', 'settlement_code')).map((row) => row.settlement_code);
  expect(asked).toEqual(expect.arrayContaining(['522301A002', '522323A001']));
});

test('a person who joins another household goes along with it', async () => {
  await send(house, `${'人员编号|户编号'}\nP-0002|H-0002`, { register: 'person', dataDate: '2024-04-01' });
  expect(await rowsOf(house, "person where person_no = 'P-0002'", 'settlement_code, building_code')).toEqual([
    { settlement_code: '522323A001', building_code: '522323A001-1' },
  ]);
  await send(house, `${'人员编号|户编号'}\nP-0002|H-0001`, { register: 'person', dataDate: '2024-05-01' });
});

test('rows by API obey the same rules', async () => {
  const report = await importRows(
    house,
    'device',
    [
      { device_no: key, settlement_code: '栗坪安置点', device_type: '1', status: 1, keeper_org: null },
      { device_no: `${key}b`, settlement_code: '栗坪安置点', device_type: '1', status: '没有' },
    ],
    { dataDate: '2024-02-01' },
  );
  expect([counts(report), lines(report)]).toEqual([[1, 0, 0, 1, 0], ['refused D2 cell.unknown-code']]);
  const erased = await importRows(house, 'device', [{ device_no: key, keeper_org: '乙' }], { dataDate: '2024-02-02' });
  expect(counts(erased)).toEqual([0, 1, 0, 0, 0]);
  expect(await importRows(house, 'person', [{ person_no: 'P-0001', special_tags: ['1', '9'] }], { dataDate: '2024-06-02' })).toMatchObject({
    changed: 1,
  });
  expect(await rowsOf(house, "person where person_no = 'P-0001'", 'special_tags')).toEqual([{ special_tags: ['1', '9'] }]);
});

test('what fails in the middle leaves nothing behind', async () => {
  const before = await rowsOf(house, 'import_run', 'count(*)');
  const failing = {
    ...house.keys,
    sealText: () => {
      throw new Error('no key');
    },
  };
  const broken = { ...house, keys: { ...failing, newest: () => failing } };
  await expect(
    send(broken, `${householdHeader}\nH-0099|${li.name}|${li.id}|兴义市|某乡|栗坪安置点|栗坪社区|1栋|1|101|2018-05-01|2018|1|1|1|1||1`),
  ).rejects.toThrow('no key');
  expect(await rowsOf(house, 'import_run', 'count(*)')).toEqual(before);
  expect(counts(await device(`${key}|栗坪安置点|1|1|甲`, '2024-01-31'))).toEqual([1, 0, 0, 0, 0]);
});
