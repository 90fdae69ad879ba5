/** README sections 5 and 16.1: how a sheet is read: its header, what is passed over, several sheets, encodings, and mappings that are remembered. */
import iconv from 'iconv-lite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#features/imports/importFile.ts';
import { meaningsOf } from '#features/imports/headers.ts';
import { importedRegisters } from '#features/imports/recogniseRegister.ts';
import { writeWorkbook } from '#platform/files/write/writeWorkbook.ts';
import { counts, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';
import { workbook } from './workbook.ts';

let house: TestHouse;
const folder = mkdtempSync(join(tmpdir(), 'anju-headers-'));
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const { wang, zhao } = people;
const raw = (text: string): Buffer => Buffer.from(text.replace(/^\n/, ''));

test('inside one register no header form stands for two fields', () => {
  for (const register of importedRegisters) {
    const own = Object.entries(register.fields).flatMap(([name, field]) => [field.zh, ...field.aliases].map((header) => [header, name] as const));
    for (const [header, name] of own) {
      const meaning = meaningsOf(register).get(header.normalize('NFKC').replace(/[\s*:]/g, ''));
      if (meaning?.is === 'wide') continue;
      expect({ register: register.name, header, meaning }).toEqual({ register: register.name, header, meaning: { is: 'field', field: name } });
    }
  }
});

test('headers are compared after NFKC, without blanks, stars, colons and a unit in brackets at the end; 万元 in the header multiplies', async () => {
  const report = await send(
    house,
    `
    * 户 编 号：|收入年季|项目（必填）|总金额(万元)|采集方式|采集人|采集日期
    H-0001|2023Q1|11|1.2|1|张三|2023-04-05`,
    { dataDate: '2024-01-02' },
  );
  expect([report.register, lines(report)]).toEqual(['income', []]);
  expect(await rowsOf(house, 'income', 'period, income_item, gross_amount, net_amount, income_type')).toEqual([
    { period: '2023-Q1', income_item: '11', gross_amount: '12000.00', net_amount: '12000.00', income_type: '1' },
  ]);
});

test('title rows, blank rows and columns, running numbers, totals, repeated headers and signatures are passed over', async () => {
  const report = await send(
    house,
    `
    某县2024年2月矛盾纠纷台账|||||||
    填报单位：司法局|||||||
    序号|案号|安置点||类别|涉及人数|受理日期|来源
    1|T1|栗坪安置点||1|2|2024-01-10|1
    |||||||
    2|T2|洒金安置点||1|3|2024-01-11|1
    序号|案号|安置点||类别|涉及人数|受理日期|来源
    3|T3|洒金安置点||1|3|2024-01-11|1
    合计||||3|8||
    填表人：|张三|||审核人：|李四||
    |（盖章）||||||
    单位负责人（签字）：||||填表日期：2024年2月1日|||
    备注：案号由司法所编制|||||||`,
    { dataDate: '2024-02-01' },
  );
  expect([report.register, lines(report), counts(report)]).toEqual(['dispute', [], [3, 0, 0, 0, 0]]);
  expect(await rowsOf(house, 'dispute', 'case_no, line')).toEqual([
    { case_no: 'T1', line: 4 },
    { case_no: 'T2', line: 6 },
    { case_no: 'T3', line: 8 },
  ]);
});

test('a header of two lines with merged cells is read by its lowest texts', async () => {
  const file = join(folder, 'two-lines.xlsx');
  await writeWorkbook(file, {
    sheets: [
      {
        name: '走访',
        bare: true,
        columns: ['a', 'b', 'c', 'd'].map((header) => ({ header })),
        rows: [
          ['户信息', null, '走访信息', null],
          ['户编号', '走访人', '走访日期', '方式'],
          ['H-0001', '张三', '2024-01-15', '1'],
        ],
      },
    ],
  });
  const [report] = await importFile(house, { source: file, fileName: 'x.xlsx', dataDate: '2024-02-01' });
  expect(report && [report.register, lines(report), counts(report)]).toEqual(['visit', [], [1, 0, 0, 0, 0]]);
});

test('sheets of several registers in one workbook are imported in load order; hidden and other sheets are left out', async () => {
  const file = join(folder, 'several.xlsx');
  const sheet = (name: string, header: string[], rows: string[][]): Parameters<typeof writeWorkbook>[1]['sheets'][number] => ({
    name,
    columns: header.map((text) => ({ header: text })),
    rows,
  });
  await writeWorkbook(file, {
    sheets: [
      sheet('说明', ['填写说明'], [['请认真填写']]),
      sheet('设备', ['设备编号', '安置点', '楼栋', '设备类型', '运行状态'], [['S1', '栗坪安置点', '9栋', '1', '1']]),
      sheet('楼栋', ['安置点', '楼栋号', '户数'], [['栗坪安置点', '9栋', '60']]),
    ],
  });
  const reports = await importFile(house, { source: file, fileName: 'several.xlsx', dataDate: '2024-02-01' });
  expect(reports.map((report) => [report.register, counts(report), report.notes.map(({ code }) => code)])).toEqual([
    ['building', [1, 0, 0, 0, 0], ['imports.sheet-skipped']],
    ['device', [1, 0, 0, 0, 0], ['imports.sheet-skipped']],
  ]);
});

test('csv in UTF-8 with mark and in GB18030 is read', async () => {
  const text = '案号,安置点,类别,涉及人数,受理日期,来源\n';
  const [marked] = await importFile(house, {
    source: raw(`\uFEFF${text}E1,栗坪安置点,1,2,2024-01-10,1\n`),
    fileName: 'a.csv',
    dataDate: '2024-02-02',
  });
  const [gb] = await importFile(house, {
    source: iconv.encode(`${text}E2,栗坪安置点,1,2,2024-01-10,1\n`, 'gb18030'),
    fileName: 'b.csv',
    dataDate: '2024-02-02',
  });
  expect([marked, gb].map((report) => report && counts(report))).toEqual([
    [1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0],
  ]);
});

test('a file that no register fits, and one that is no table, say what to do', async () => {
  expect(lines(await send(house, '甲|乙\n1|2'))).toEqual(['imports.register-not-recognised']);
  const [report] = await importFile(house, { source: Buffer.from('%PDF-1.4 …'), fileName: 'x.pdf' });
  expect(report && [report.state, lines(report)]).toEqual(['refused', ['files.not-a-table']]);
  const [blank] = await importFile(house, { source: await workbook([]), fileName: 'x.xlsx' });
  expect(blank && [blank.state, lines(blank)]).toEqual(['refused', ['imports.sheets-empty']]);
  expect(lines(await send(house, '户编号|姓名\n1|2', { register: 'nothing' }))).toEqual(['imports.register-unknown']);
  expect(lines(await send(house, '户编号|姓名\n1|2', { register: 'register_feed' }))).toEqual(['imports.not-imported']);
});

test('two columns for one field: a person chooses, and the choice is remembered for that sheet form', async () => {
  const text = (no: string): string => `
    案号|案件编号|安置点|类别|涉及人数|受理日期|来源
    ${no}|x${no}|栗坪安置点|1|2|2024-01-10|1`;
  const order = { register: 'dispute', dataDate: '2024-02-03' };
  expect(lines(await send(house, text('C1'), order))).toEqual(['imports.two-columns']);
  expect(counts(await send(house, text('C1'), { ...order, mapping: { 案件编号: null } }))).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await send(house, text('C2'), order))).toEqual([1, 0, 0, 0, 0]);
  expect(await rowsOf(house, "dispute where case_no like 'C%'", 'case_no')).toEqual([{ case_no: 'C1' }, { case_no: 'C2' }]);
});

test('unknown headers are named, mapped once by a person, and remembered', async () => {
  const text = (no: string): string => `
    卷号|安置点|类别|几个人|受理日期|来源
    ${no}|栗坪安置点|1|2|2024-01-10|1`;
  const before = await send(house, text('M1'), { register: 'dispute', dataDate: '2024-02-03' });
  expect([before.notes.map(({ zh }) => zh), counts(before)]).toEqual([
    ['未取用的列：卷号、几个人。如应取用，请指明对应的字段。', '没有必填列：案号、涉及人数。新增的行会因此退回。'],
    [0, 0, 0, 1, 0],
  ]);
  const mapping = { 卷号: 'case_no', 几个人: 'people' };
  expect(counts(await send(house, text('M1'), { register: 'dispute', dataDate: '2024-02-03', mapping }))).toEqual([1, 0, 0, 0, 0]);
  const later = await send(house, text('M2'), { dataDate: '2024-02-03' });
  expect([later.register, counts(later)]).toEqual(['dispute', [1, 0, 0, 0, 0]]);
});

test('a reference may have two columns; a clearing order stands in the number column', async () => {
  const header = '岗位编号|岗位名称|开发单位|安置点编码|安置点名称|证件号码|姓名|聘用日期|月补贴标准|资金来源';
  const taken = await send(
    house,
    `
    ${header}
    G1|1|社区|522301A001|栗坪安置点|${wang.id}|${wang.name}|2023-01-01|800|1
    G2|1|社区|522301A001|洒金安置点|${zhao.id}|${zhao.name}|2023-01-01|800|1`,
    { dataDate: '2024-02-01' },
  );
  expect([taken.register, lines(taken), counts(taken)]).toEqual(['public_post', ['aside D3 imports.numbers-differ'], [1, 0, 0, 0, 1]]);
  const vacant = await send(
    house,
    `
    ${header}
    G1|||||#清空|#清空|#清空||`,
    { dataDate: '2024-03-01' },
  );
  expect([lines(vacant), counts(vacant)]).toEqual([[], [0, 1, 0, 0, 0]]);
  expect(await rowsOf(house, 'public_post', 'post_no, person_no, from_date, settlement_code')).toEqual([
    { post_no: 'G1', person_no: null, from_date: null, settlement_code: '522301A001' },
  ]);
});

test('one cell for building, unit and room is divided', async () => {
  const report = await send(
    house,
    `
    安置点|楼栋-单元-房号|户编号|房屋坐落|建筑面积|实际居住状态|最近核查日期
    栗坪安置点|1栋-2-301|H-0001|某路1号|80|1|2024-01-31`,
    { register: 'housing', dataDate: '2024-02-01' },
  );
  expect(lines(report)).toEqual(['marked 2 imports.warn']);
  expect(await rowsOf(house, 'housing', 'house_no, building_code, unit_no, room_no, household_no, area_per_head, title_dispute')).toEqual([
    {
      house_no: '522301A001-1-2-301',
      building_code: '522301A001-1',
      unit_no: '2',
      room_no: '301',
      household_no: 'H-0001',
      area_per_head: '26.67',
      title_dispute: false,
    },
  ]);
});

test('rows of a column 数据日期 have their own day; the delivery has the day stated for the import', async () => {
  const report = await send(
    house,
    `
    设备编号|安置点|设备类型|状态|数据日期
    V1|洒金安置点|1|1|2024-01-31
    V1|洒金安置点|1|2|2024-02-29
    V2|洒金安置点|1|1|2024-07-01`,
    { register: 'device', dataDate: '2024-03-31' },
  );
  expect([lines(report), counts(report)]).toEqual([['refused E4 cell.in-future'], [1, 1, 0, 1, 0]]);
  expect(await rowsOf(house, "device where device_no like 'V%'", 'device_no, status, data_date')).toEqual([
    { device_no: 'V1', status: '2', data_date: '2024-02-29' },
  ]);
  expect(await rowsOf(house, "register_feed where register = 'device' and settlement_code = '522301A002'", 'data_date')).toEqual([
    { data_date: '2024-03-31' },
  ]);
});

test('a data date that has not come is refused', async () => {
  expect(lines(await send(house, '案号|安置点\n1|2', { dataDate: '2024-07-01' }))).toEqual(['imports.data-date-wrong']);
  expect(lines(await send(house, '案号|安置点\n1|2', { dataDate: '2024-02-30' }))).toEqual(['imports.data-date-wrong']);
});

test('a file already sent says so', async () => {
  const text = '案号|安置点|类别|涉及人数|受理日期|来源\nS1|栗坪安置点|1|2|2024-01-10|1';
  const first = await send(house, text, { dataDate: '2024-02-01' });
  const again = await send(house, text, { dataDate: '2024-02-01' });
  expect([first.notes, again.notes.map(({ code, params }) => [code, params]), counts(again)]).toEqual([
    [],
    [['imports.already-sent', { import: first.import, date: '2024-02-01' }]],
    [0, 0, 1, 0, 0],
  ]);
});

test('the bad cells of a file come back marked, and the marked file is read without its reasons', async () => {
  const out = join(folder, 'marked.xlsx');
  const text = `
    案号|安置点|类别|涉及人数|受理日期|来源
    W1|栗坪安置点|1|多|2024-01-10|1
    W2|栗坪安置点|1|2|2024-01-10|1`;
  const report = await send(house, text, { dataDate: '2024-02-01', dryRun: true, marked: out });
  expect([report.import, report.state, lines(report)]).toEqual([null, 'tried', ['refused D2 cell.not-a-number']]);
  const [again] = await importFile(house, { source: out, fileName: 'marked.xlsx', dataDate: '2024-02-01' });
  expect(again && [again.notes, lines(again), counts(again)]).toEqual([[], ['refused D2 cell.not-a-number'], [1, 0, 0, 1, 0]]);
});

test('signs that nobody sees, marks of what must be filled in, and several brackets do not hide a header', async () => {
  const header = `\u202d户编号\u202c|收入\u200b年季|★项目（必填）（填代码）|总金额【元】|采集\u200d方式|采集人〔签名〕|采集日期\uFE0E[年月日]`;
  const report = await send(house, `${header}\nH-0001|2023Q3|11|700|1|张三|2023-10-05`, { dataDate: '2024-01-02' });
  expect([report.register, report.added, lines(report), report.notes]).toEqual(['income', 1, [], []]);
});

test('an identity number is found whatever copying has put around it, and refused where a character is missing or too many', async () => {
  const table = (number: string): string => `证件号码|姓名|迁出户籍地|迁入户籍地|申请日期|自愿确认\n${number}|${wang.name}|甲|乙|2024-02-01|是`;
  const inDisguise = [
    '“N”',
    '\u202dN\u202c',
    'N\u200c',
    '\u180eN',
    'N，',
    '"N"',
    `${wang.id.slice(0, 6)}–${wang.id.slice(6, 14)}–${wang.id.slice(14)}`,
    '`N',
  ];
  for (const disguise of inDisguise) {
    const report = await send(house, table(disguise.replace('N', wang.id)), { register: 'hukou_transfer', dataDate: '2024-02-10', dryRun: true });
    expect([disguise, report.added, lines(report)]).toEqual([disguise, 1, []]);
  }
  for (const wrong of [wang.id.slice(0, 17), `${wang.id}1`, wang.id.slice(0, 16)]) {
    const report = await send(house, table(wrong), { register: 'hukou_transfer', dataDate: '2024-02-10', dryRun: true });
    expect([report.refused, report.aside, lines(report)]).toEqual([1, 0, ['refused A2 cell.id-form']]);
  }
});

test('a line that counts the columns, a title on every page, and the sign with which DOS ends a file are passed over', async () => {
  const header = '案号,安置点,类别,涉及人数,受理日期,来源';
  const row = (at: number): string => `U${at},栗坪安置点,1,2,2024-01-1${at},1`;
  for (const [at, counting] of ['1,2,3,4,5,6', '甲,乙,1,2,3,4', '（1）,（2）,（3）,（4）,（5）,（6）', '甲,乙,丙,4,5,6'].entries()) {
    const page = `矛盾纠纷台账,,,,,\n${header}`;
    const text = `${page}\n${counting}\n${row(2 * at)}\n${page}\n${row(2 * at + 1)}\n\u001A`;
    const [report] = await importFile(house, { source: raw(text), fileName: 'test.csv', register: 'dispute', dataDate: '2024-02-29' });
    expect(report && [counting, lines(report), counts(report)]).toEqual([counting, [], [2, 0, 0, 0, 0]]);
  }
  // Further down it is a row like any other.
  const [late] = await importFile(house, {
    source: raw(`${header}\n${row(0)}\n1,2,3,4,5,6`),
    fileName: 'test.csv',
    register: 'dispute',
    dataDate: '2024-02-29',
    dryRun: true,
  });
  expect(late && [late.rows, late.refused]).toEqual([2, 1]);
});
