/** A cell that is merged downwards, as a household's number beside its members, speaks for every row that it covers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw } from 'sql-template-tag';
import { importFile } from '#features/imports/importFile.ts';
import type { ImportReport } from '#features/imports/report.ts';
import { counts, idNumber, lines, openTestHouse, rowsOf, settle, type TestHouse } from './house.ts';
import { workbook } from './workbook.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const header = ['户编号', '姓名', '证件号码', '民族', '与户主关系', '劳动能力', '在校状态', '人员编号'];
const member = (at: number, household?: string): (string | undefined)[] => [
  household,
  `吴${'甲乙丙丁'[at]}`,
  idNumber('1990-01-01', 31 + 2 * at),
  at === 0 ? '汉族' : undefined,
  '其他',
  '1',
  '8',
  `P-09${at}`,
];
const rows = [['人口台账'], header, member(0, 'H-0001'), member(1), member(2), member(3, 'H-0002')];
const tail = '<mergeCells count="3"><mergeCell ref="A1:H1"/><mergeCell ref="A3:A5"/><mergeCell ref="D3:D6"/></mergeCells>';

async function sent(source: Buffer): Promise<ImportReport | undefined> {
  const [report] = await importFile(house, { source, fileName: '搬迁人口.xlsx', register: 'person', dataDate: '2024-02-01' });
  return report;
}

test('its value stands in all of them, and the report says so', async () => {
  const report = await sent(await workbook(rows, { tail }));
  expect(report && [lines(report), counts(report)]).toEqual([[], [4, 0, 0, 0, 0]]);
  expect(await rowsOf(house, "person where person_no like 'P-09%'", 'person_no, household_no, ethnic', 'person_no')).toEqual([
    { person_no: 'P-090', household_no: 'H-0001', ethnic: '01' },
    { person_no: 'P-091', household_no: 'H-0001', ethnic: '01' },
    { person_no: 'P-092', household_no: 'H-0001', ethnic: '01' },
    { person_no: 'P-093', household_no: 'H-0002', ethnic: '01' },
  ]);
  expect(report?.notes.map(({ code, params }) => [code, params])).toEqual([['imports.merged-filled', { sheet: '表', cells: 'A3:A5', count: 2 }]]);
});

test('a title or a header over two lines is no such cell, nor is one merged to the right', async () => {
  const wide = '<mergeCells><mergeCell ref="A1:H1"/><mergeCell ref="B3:C3"/></mergeCells>';
  expect((await sent(await workbook(rows.slice(0, 3), { tail: wide })))?.notes).toEqual([]);
});

test('in a sheet so large that merged cells are known only behind its rows, it is read once more for them', async () => {
  const large = (more: string): Promise<Buffer> => workbook(rows, { tail: `${`<!--${' '.repeat(2 ** 20)}-->`.repeat(25)}${more}` });
  await house.database.query(raw("delete from person where person_no like 'P-09%'"));
  const report = await sent(await large(tail));
  expect(report && [lines(report), counts(report)]).toEqual([[], [4, 0, 0, 0, 0]]);
  expect(report?.notes.filter(({ code }) => code !== 'imports.sent-before').map(({ code, params }) => [code, params])).toEqual([
    ['imports.merged-filled', { sheet: '表', cells: 'A3:A5', count: 2 }],
  ]);
  const plain = await sent(await large('<mergeCells><mergeCell ref="A1:H1"/></mergeCells>'));
  expect(plain?.notes).toEqual([]);
});
