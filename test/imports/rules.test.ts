/** README sections 4, 5 and 16.3: what refuses a row, what marks a cell, what the platform fills and computes. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { mendRow } from '#features/imports/mendRow.ts';
import { wordRules } from '#features/imports/wordRules.ts';
import { importedRegisters } from '#features/imports/recogniseRegister.ts';
import { counts, householdHeader, idNumber, lines, openTestHouse, people, personHeader, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await house.database.transaction((tx) => seedCalendar(tx));
  await settle(house);
});
afterAll(() => house.close());

const { wang, li, zhao, stranger } = people;
const dispute = '案号|安置点|类别|涉及人数|受理日期|来源|结果|结案日期';

test('every rule in words is carried out in its one place', () => {
  const declared = importedRegisters.flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, field]) => field.words.length > 0)
      .map(([name]) => `${register.name}.${name}`),
  );
  expect(declared.filter((name) => !(name in wordRules))).toEqual([]);
});

test('a new row without a required field is refused with all its problems; the other rows are stored', async () => {
  const report = await send(
    house,
    `
    ${dispute}
    R1|栗坪安置点||0|2024-13-01|1||
    R2|栗坪安置点|1|2|2024-01-10|1||
    R3|栗坪安置点||2||1||`,
    { register: 'dispute', dataDate: '2024-02-01' },
  );
  expect(counts(report)).toEqual([1, 0, 0, 2, 0]);
  expect(lines(report)).toEqual([
    'refused D2 cell.too-small',
    'refused E2 cell.no-such-date',
    'refused C4 imports.required',
    'refused E4 imports.required',
  ]);
  expect(report.problems[2]).toMatchObject({ row: 4, column: 'C', header: '类别', zh: '新增的行必须有“类别”。请补填。' });
});

test('required concerns new rows: a known row may leave the cell empty', async () => {
  const report = await send(house, '案号|涉及人数\nR2|3', { register: 'dispute', dataDate: '2024-02-02' });
  expect(counts(report)).toEqual([0, 1, 0, 0, 0]);
  expect(await rowsOf(house, "dispute where case_no = 'R2'", 'people, dispute_type, source')).toEqual([
    { people: 3, dispute_type: '1', source: '1' },
  ]);
});

test('checks look at the merged row, refuse when false and pass when unknown', async () => {
  const wrong = await send(house, '案号|结案日期\nR2|2024-01-20', { register: 'dispute', dataDate: '2024-02-03' });
  expect([lines(wrong), wrong.problems[0]?.zh]).toEqual([
    ['refused 2 imports.check'],
    '这一行须做到而没有做到：“结果未填”与“结案日期未填”同时成立或同时不成立。请核对。',
  ]);
  const right = await send(house, '案号|结果|结案日期\nR2|1|2024-01-20', { register: 'dispute', dataDate: '2024-02-03' });
  expect([lines(right), counts(right)]).toEqual([[], [0, 1, 0, 0, 0]]);
  const before = await send(house, '案号|结案日期\nR2|2024-01-09', { register: 'dispute', dataDate: '2024-02-04' });
  expect(lines(before)).toEqual(['refused B2 imports.check-with-standing']);
  expect(before.problems[0]?.zh).toContain('“受理日期”（自2024-02-01起');
});

test('a row that breaks a rule by what the register holds says where that stands, and is mended by stating it', async () => {
  const work = '证件号码|就业状态|就业形式|务工地|起始日期|求职意愿|确认方式|确认日期';
  const stated = { register: 'employment', dataDate: '2024-02-01' };
  const first = await send(house, `${work}|暂不能就业原因\n${li.id}|2||||2|1|2024-02-01|2`, stated);
  await send(house, `证件号码|指导次数\n${li.id}|2`, { register: 'employment', dataDate: '2024-02-15' });
  const again = { register: 'employment', dataDate: '2024-03-01' };
  const report = await send(house, `${work}\n${li.id}|1|1|520000|2024-02-20|2|1|2024-03-01`, again);
  expect(
    report.problems.filter(({ effect }) => effect === 'refused').map(({ row, column, needs, code, zh }) => ({ row, column, needs, code, zh })),
  ).toEqual([
    {
      row: 2,
      column: null,
      needs: ['暂不能就业原因'],
      code: 'imports.check-with-standing',
      zh: `这一行须做到而没有做到：暂不能就业原因未填，或者就业状态不是“就业”。表中没有填写、而《就业务工台账》中已有的是“暂不能就业原因”（自2024-02-01起，第${first.import}号导入）。请在这一行补上：填现在的内容，不再有的填“#清空”。`,
    },
  ]);
  // What the sheet itself states wrongly is no matter of the register.
  const own = await send(house, `${work}|暂不能就业原因\n${li.id}|1|1|520000|2024-02-20|2|1|2024-03-01|9`, again);
  expect(lines(own)).toContain('refused I2 imports.check');
  const mended = await mendRow(house, { import: report.import ?? 0, sheet: 0, line: 2 }, { 暂不能就业原因: '#清空' });
  expect(counts(mended)).toEqual([0, 1, 0, 0, 0]);
});

test('a cell that could not be read is told once, not again as a number that is not found', async () => {
  const wrong = `${wang.id.slice(0, -1)}${wang.id.endsWith('1') ? '2' : '1'}`;
  const report = await send(house, `证件号码|姓名|事项|申请日期\n${wrong}|${wang.name}|1|2024-01-01`, {
    register: 'legal_aid',
    dataDate: '2024-02-01',
  });
  expect(lines(report)).toEqual(['refused A2 cell.id-check-digit']);
});

test('a warning takes the row and marks the cell', async () => {
  const report = await send(
    house,
    `
    案号|证件号码|姓名|事项|申请日期|审查决定日期
    L1|${wang.id}|${wang.name}|1|2024-01-01|2024-01-20`,
    { register: 'legal_aid', dataDate: '2024-02-01' },
  );
  expect([lines(report), counts(report)]).toEqual([['marked F2 imports.warn'], [1, 0, 0, 0, 0]]);
});

test('a month without a day becomes the 1st and the cell is marked', async () => {
  const report = await send(house, `${dispute}\nR9|栗坪安置点|1|2|2024年1月|1||`, { register: 'dispute', dataDate: '2024-02-01' });
  expect(report.problems.map(({ effect, column }) => [effect, column])).toEqual([['marked', 'E']]);
  expect(await rowsOf(house, "dispute where case_no = 'R9'", 'accepted_on')).toEqual([{ accepted_on: '2024-01-01' }]);
});

test('a past date is not after the day of import', async () => {
  expect(lines(await send(house, `${dispute}\nR8|栗坪安置点|1|2|2024-07-01|1||`, { register: 'dispute', dataDate: '2024-02-01' }))).toEqual([
    'refused E2 cell.in-future',
  ]);
});

test('computed fields are always computed; a column of the sheet is only compared', async () => {
  const report = await send(
    house,
    `
    户编号|收入年季|项目|总金额|生产经营支出|净额|采集方式|采集人|采集日期
    H-0001|2023Q1|21|1000|300|700|1|张三|2023-04-05
    H-0001|2023Q2|21|1000|300|800|1|张三|2023-07-05
    H-0001|2023Q3|11|1000|300||1|张三|2023-10-05`,
    { dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['marked F3 imports.calc-differs', 'refused E4 imports.check']);
  expect(await rowsOf(house, 'income', 'period, net_amount, income_type, is_oneoff')).toEqual([
    { period: '2023-Q1', net_amount: '700.00', income_type: '2', is_oneoff: false },
    { period: '2023-Q2', net_amount: '700.00', income_type: '2', is_oneoff: false },
  ]);
});

test('a default is for new rows and never overwrites; one over the row is computed', async () => {
  const header = '户编号|收入年季|项目|总金额|采集方式|采集人|采集日期|一次性收入';
  await send(house, `${header}\nH-0002|2023Q1|36|1000|1|张三|2023-04-05|\nH-0002|2023Q2|36|1000|1|张三|2023-04-05|否`, { dataDate: '2024-02-01' });
  expect(await rowsOf(house, "income where household_no = 'H-0002'", 'period, is_oneoff')).toEqual([
    { period: '2023-Q1', is_oneoff: true },
    { period: '2023-Q2', is_oneoff: false },
  ]);
});

test('a default that is tied to a change is written anew at that change', async () => {
  const header = '设施编号|设施类型|名称|安置点|责任单位|启用日期|运行状态|状态起始日期';
  const since = (): Promise<unknown[]> => rowsOf(house, 'facility', 'status, status_since');
  await send(house, `${header}\nF1|01|卫生室|栗坪安置点|卫健局|2018-08-01|1|`, { dataDate: '2024-01-31' });
  expect(await since()).toEqual([{ status: '1', status_since: '2024-01-31' }]);
  await send(house, `${header}\nF1|01|卫生服务站|栗坪安置点|卫健局|2018-08-01|1|`, { dataDate: '2024-02-29' });
  expect(await since()).toEqual([{ status: '1', status_since: '2024-01-31' }]);
  await send(house, `${header}\nF1|||||2018-08-01|3|`, { dataDate: '2024-03-31' });
  expect(await since()).toEqual([{ status: '3', status_since: '2024-03-31' }]);
  await send(house, `${header}\nF1|||||2018-08-01|1|2024-04-10`, { dataDate: '2024-04-30' });
  expect(await since()).toEqual([{ status: '1', status_since: '2024-04-10' }]);
});

test('a date that repeats the old one while the status changes is renewed and marked; another date wins', async () => {
  const header = '设施编号|设施类型|名称|安置点|责任单位|启用日期|运行状态|状态起始日期';
  const say = async (status: string, since: string, dataDate: string): Promise<string[]> =>
    lines(await send(house, `${header}\nF2|01|卫生室|栗坪安置点|卫健局|2018-08-01|${status}|${since}`, { dataDate }));
  const since = (): Promise<unknown[]> => rowsOf(house, "facility where facility_no = 'F2'", 'status, status_since');
  expect(await say('1', '2018-08-01', '2024-01-31')).toEqual([]);
  expect([await say('3', '2024-02-15', '2024-02-29'), await since()]).toEqual([[], [{ status: '3', status_since: '2024-02-15' }]]);
  expect(await say('3', '2024-02-15', '2024-03-10')).toEqual([]);
  expect([await say('4', '2024-02-15', '2024-03-31'), await since()]).toEqual([
    ['marked H2 imports.renewed'],
    [{ status: '4', status_since: '2024-03-31' }],
  ]);
  expect([await say('4', '2024-03-20', '2024-04-30'), await since()]).toEqual([[], [{ status: '4', status_since: '2024-03-20' }]]);
});

test('a required field cannot be erased, only replaced; the household of a dwelling can', async () => {
  const said = async (text: string, register: string): Promise<string[]> => lines(await send(house, text, { register, dataDate: '2024-02-20' }));
  expect(await said('户编号|搬迁日期\nH-0001|#清空', 'household')).toEqual(['refused B2 imports.not-erasable']);
  expect(await said('人员编号|户编号\nP-0002|#清空', 'person')).toEqual(['refused B2 imports.not-erasable']);
  const dwelling = '安置点|楼栋|单元|房号|户编号|房屋坐落|建筑面积|实际居住状态|最近核查日期';
  const place = '栗坪安置点|1栋|1|101';
  expect(await said(`${dwelling}\n${place}|H-0001|某路|80|1|2024-02-01`, 'housing')).toEqual(['marked 2 imports.warn']);
  expect(await said(`${dwelling}\n${place}|#清空||||`, 'housing')).toEqual([]);
  expect(await rowsOf(house, 'housing', 'household_no')).toEqual([{ household_no: null }]);
});

test('unique values are held against the register and inside the file; with a condition only among the rows that fulfil it', async () => {
  const place = '兴义市|某乡|栗坪安置点|栗坪社区|1栋|1|102|2018-05-01|2018|1|1|1|1|';
  const twice = await send(
    house,
    `
    ${householdHeader}
    H-0010|${wang.name}|${wang.id}|${place}|1
    H-0011|${stranger.name}|${stranger.id}|${place}|1
    H-0012|${stranger.name}|${stranger.id}|${place}|1`,
    { dataDate: '2024-02-01' },
  );
  expect(lines(twice)).toEqual(['refused C2 imports.not-unique', 'refused C3 imports.not-unique', 'refused C4 imports.not-unique']);
  const closed = await send(house, `${householdHeader}\nH-0010|${wang.name}|${wang.id}|${place}|6`, { dataDate: '2024-02-01' });
  expect(counts(closed)).toEqual([1, 0, 0, 0, 0]);
  const swapped = await send(
    house,
    `
    户编号|户主姓名|户主身份证号
    H-0001|${zhao.name}|${zhao.id}
    H-0002|${wang.name}|${wang.id}`,
    { register: 'household', dataDate: '2024-02-02' },
  );
  expect([lines(swapped), counts(swapped)]).toEqual([[], [0, 2, 0, 0, 0]]);
  await send(house, `户编号|户主姓名|户主身份证号\nH-0001|${wang.name}|${wang.id}\nH-0002|${zhao.name}|${zhao.id}`, {
    register: 'household',
    dataDate: '2024-02-03',
  });
});

test('sex and date of birth follow from the number of a resident card and must agree with it', async () => {
  const header = `${personHeader}|性别|出生日期|证件类型`;
  const one = idNumber('2001-05-05', 11);
  const other = idNumber('2001-05-05', 12);
  const report = await send(
    house,
    `
    ${header}
    H-0001|甲|${one}|汉族|子|1|8||男|2001-05-05|
    H-0001|乙|${other}|汉族|女|1|8||男|2001-05-06|
    H-0001|丙|PASS12345|汉族|其他|1|8||女|1990-01-01|护照
    H-0001|丁||汉族|子|5|8||女|2024-01-05|暂无
    H-0001|戊||汉族|子|5|8||女|2024-01-05|1`,
    { register: 'person', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['refused I3 imports.sex-differs', 'refused J3 imports.birth-date-differs', 'refused C6 imports.check']);
  expect(await rowsOf(house, "person where name in ('甲', '丙', '丁')", 'name, sex, birth_date, id_type', 'person_no')).toEqual([
    { name: '甲', sex: '1', birth_date: '2001-05-05', id_type: '1' },
    { name: '丙', sex: '2', birth_date: '1990-01-01', id_type: '5' },
    { name: '丁', sex: '2', birth_date: '2024-01-05', id_type: '9' },
  ]);
  const known = await send(house, '人员编号|出生日期\nP-0002|1999-01-01', { register: 'person', dataDate: '2024-02-02' });
  expect(lines(known)).toEqual(['refused B2 imports.birth-date-differs']);
});

test('a person without a number is known again by household, name and date of birth, and keeps the row when the number comes', async () => {
  const header = `${personHeader}|性别|出生日期|证件类型`;
  const again = await send(house, `${header}\nH-0001|丁||汉族|子|5|8||女|2024-01-05|暂无`, { register: 'person', dataDate: '2024-03-01' });
  expect(counts(again)).toEqual([0, 0, 1, 0, 0]);
  const numbered = await send(house, `${header}\nH-0001|丁|${idNumber('2024-01-05', 2)}|汉族|子|5|8||女|2024-01-05|1`, {
    register: 'person',
    dataDate: '2024-04-01',
  });
  expect([lines(numbered), counts(numbered)]).toEqual([[], [0, 1, 0, 0, 0]]);
});

test('the number of members is compared with the living persons of the household', async () => {
  const report = await send(house, '户编号|家庭人口\nH-0002|4', { register: 'household', dataDate: '2024-02-10' });
  expect([lines(report), counts(report)]).toEqual([['marked B2 imports.members-differ'], [0, 1, 0, 0, 0]]);
});

test('the county of a settlement is one of the prefecture; a street may be named', async () => {
  const report = await send(
    house,
    `
    安置点编码|安置点名称|所在县|街道代码|安置方式|设计户数|设计人数|楼栋数|首批入住日期|牵头单位
    522301A011|甲|贵州省|522301001|1|500|2000|10|2018-05-01|移民局
    522301A012|乙|兴义市|桔山街道|1|500|799|10|2018-05-01|移民局
    522301A013|丙|兴义市|无此街道|1|500|2000|10|2018-05-01|移民局
    522301A014|丁|普安县|522301001|1|500|2000|10|2018-05-01|移民局`,
    { dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['refused C2 imports.not-a-county', 'refused D4 cell.wrong-form', 'refused A5 imports.check']);
  expect(await rowsOf(house, "settlement where settlement_name = '乙'", 'street_code, size_class, status')).toEqual([
    { street_code: '522301003', size_class: '1', status: '1' },
  ]);
});

test('codes are taken as code, label, both, without leading zeros and by synonym, and must be valid on the day of the event', async () => {
  const report = await send(
    house,
    `
    户编号|对象类型|风险类型|线索日期
    H-0001|1|1、2|2023-01-01
    H-0002|9|1|2023-01-01`,
    { register: 'relapse_object', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['refused B3 cell.unknown-code']);
  expect(await rowsOf(house, 'relapse_object', 'object_type, risks')).toEqual([{ object_type: '1', risks: ['1', '2'] }]);
  const types = await send(house, `户编号|户类型\nH-0001|建档立卡户\nH-0002|3 同步搬迁户`, { register: 'household', dataDate: '2024-02-11' });
  expect(types.refused).toBe(0);
});

test('keys that the platform gives: numbers of households and persons, buildings, dwellings, bills, logs, members of teams', async () => {
  const place = '兴义市|某乡|栗坪安置点|栗坪社区|1栋|1|103|2018-05-01|2018|1|1|1|1||1';
  const header = householdHeader.replace('户编号|', '');
  const made = await send(house, `${header}\n${stranger.name}|${stranger.id}|${place}\n${li.name}|${idNumber('1960-01-01', 21)}|${place}`, {
    dataDate: '2024-02-01',
  });
  expect(counts(made)).toEqual([2, 0, 0, 0, 0]);
  expect(await rowsOf(house, "household where household_no like '%-H%'", 'household_no')).toEqual([
    { household_no: '522301A001-H000001' },
    { household_no: '522301A001-H000002' },
  ]);
  expect(counts(await send(house, `${header}\n${stranger.name}|${stranger.id}|${place}`, { dataDate: '2024-03-01' }))).toEqual([0, 0, 1, 0, 0]);
  const bill = '户编号|支出类别|总额|报销救助额|发生日期';
  expect(
    counts(await send(house, `${bill}\nH-0001|1|100|20|2024-01-05\nH-0001|1|100|20|2024-01-05`, { register: 'expense', dataDate: '2024-02-01' })),
  ).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await send(house, `${bill}\nH-0001|1|100|20|2024-01-05`, { register: 'expense', dataDate: '2024-03-01' }))).toEqual([0, 0, 1, 0, 0]);
  await send(house, '安置点|类型|开始\n栗坪安置点|1|2024-01-05 08:30', { register: 'service_log', dataDate: '2024-02-01' });
  expect(await rowsOf(house, 'service_log', 'log_no, announced, object_ref')).toEqual([
    { log_no: '522301A001-1-202401050830', announced: false, object_ref: null },
  ]);
  await send(house, '工作队编号|派出单位|社区|队员|职务|起始日期\nT1|州财政局|栗坪社区|张三|1|2023-01-01', {
    register: 'work_team',
    dataDate: '2024-02-01',
  });
  expect(await rowsOf(house, 'work_team', 'staff_no, settlement_code')).toEqual([{ staff_no: 'T1-张三', settlement_code: '522301A001' }]);
});

test('the time limit of an appeal is computed from track, nature and urgency when the sheet has none', async () => {
  const header = '诉求编号|安置点|来源渠道|性质|内容|办理类型|受理时间|紧急程度|办理时限';
  const report = await send(
    house,
    `
    ${header}
    Q1|栗坪安置点|1|1|问题|1|2024-01-05 10:00||
    Q2|栗坪安置点|1|3|问题|2|2024-01-05 10:00||
    Q3|栗坪安置点|1|2|问题|3|2024-01-05 10:00|1|
    Q4|栗坪安置点|1|2|问题|3|2024-01-05 10:00|3|2024-01-30 18:00`,
    { register: 'appeal', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual([]);
  expect(await rowsOf(house, 'appeal', 'appeal_no, due_at')).toEqual([
    { appeal_no: 'Q1', due_at: '2024-01-10T23:59:59+08:00' },
    { appeal_no: 'Q2', due_at: '2024-03-05T23:59:59+08:00' },
    { appeal_no: 'Q3', due_at: '2024-01-05T12:00:00+08:00' },
    { appeal_no: 'Q4', due_at: '2024-01-30T18:00:00+08:00' },
  ]);
});

test('with declared settlements, rows of others are refused; without, the settlements of the rows are covered', async () => {
  const header = '设备编号|安置点|设备类型|状态';
  const declared = await send(house, `${header}\nD1|栗坪安置点|1|1\nD2|洒金安置点|1|1`, {
    dataDate: '2024-02-01',
    covers: ['522301A001', '522323A001'],
  });
  expect([lines(declared), counts(declared), declared.settlements]).toEqual([
    ['refused B3 imports.outside-covers'],
    [1, 0, 0, 1, 0],
    ['522301A001', '522323A001'],
  ]);
  expect(lines(await send(house, `${header}\nD1|栗坪安置点|1|1`, { dataDate: '2024-02-01', covers: ['522301A999'] }))).toEqual([
    'imports.covers-unknown',
  ]);
});

test('a dry run tells everything and stores nothing', async () => {
  const before = await rowsOf(house, 'import_run', 'count(*)');
  const report = await send(house, '设备编号|安置点|设备类型|状态\nD7|栗坪安置点|1|1\nD8|栗坪安置点|1|X', { dataDate: '2024-02-01', dryRun: true });
  expect([report.import, report.state, counts(report), lines(report)]).toEqual([null, 'tried', [1, 0, 0, 1, 0], ['refused D3 cell.unknown-code']]);
  expect(await rowsOf(house, 'import_run', 'count(*)')).toEqual(before);
  expect(await house.database.query(sql`select from device where device_no = 'D7'`)).toEqual([]);
});
