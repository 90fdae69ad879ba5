import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { findHeader, type FoundHeader } from './findHeader.ts';
import { openSheets } from './openSheets.ts';
import { isRepeatedHeader, isRunningNumber, isTotalRow } from './tableRows.ts';
import type { Cell } from './sheets.ts';

const known = new Set(['姓名', '身份证号', '户编号', '楼栋', '房号', '联系电话', '住房 楼栋', '住房 房号', '户主 姓名', '成员 姓名', '收入(元)']);
const score = (texts: string[]): number => texts.filter((text) => known.has(text.replaceAll('\n', ''))).length;

async function headerOf(lines: readonly (readonly string[])[], merges: readonly string[] = []): Promise<FoundHeader | undefined> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  for (const line of lines) sheet.addRow(line.map((text) => (text === '' ? undefined : text)));
  for (const merge of merges) sheet.mergeCells(merge);
  const file = await openSheets(Buffer.from(await book.xlsx.writeBuffer()));
  const area = await file.sheets[0]?.headerArea();
  await file.close();
  return area && findHeader(area, score);
}

async function headerOfCsv(text: string): Promise<FoundHeader | undefined> {
  const area = await (await openSheets(Buffer.from(text))).sheets[0]?.headerArea();
  return area && findHeader(area, score);
}

const cells = (...texts: string[]): (Cell | undefined)[] => texts.map((text) => (text === '' ? undefined : { text, kind: 'text' }));

test('a header in the first row', async () => {
  expect(
    await headerOf([
      ['序号', '姓名', '身份证号'],
      ['1', '王小明', '522399199001011238'],
    ]),
  ).toMatchObject({
    headerRows: [1],
    titles: [],
    firstDataRow: 2,
    columns: [{ index: 0, letter: 'A', text: '序号' }, { index: 1, letter: 'B', text: '姓名', joinedText: '姓名' }, { letter: 'C' }],
  });
});

test('titles, blank rows and blank columns around', async () => {
  const found = await headerOf(
    [
      ['', '某某街道人口台账'],
      [],
      ['', '填报单位:某某街道', '', '', '2024年3月'],
      [],
      ['', '姓名', '', '身份证号', '户编号'],
      ['', '王小明', '', '522399199001011238', 'H1'],
    ],
    ['B1:E1'],
  );
  expect(found).toMatchObject({ headerRows: [5], firstDataRow: 6 });
  expect(found?.columns.map(({ letter, text }) => letter + text)).toEqual(['B姓名', 'D身份证号', 'E户编号']);
  expect(found?.columns.every((column) => column.parentText === undefined)).toBe(true);
});

test('two lines with merged cells give parent and child', async () => {
  const found = await headerOf(
    [
      ['人口台账'],
      ['序号', '户主', '', '成员', '', '联系电话'],
      ['', '姓名', '身份证号', '姓名', '身份证号', ''],
      ['1', '王', '1', '李', '2', '139'],
    ],
    ['A1:F1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'],
  );
  expect(found).toMatchObject({ headerRows: [2, 3], firstDataRow: 4 });
  expect(found?.columns).toEqual([
    { index: 0, letter: 'A', text: '序号', joinedText: '序号' },
    { index: 1, letter: 'B', text: '姓名', parentText: '户主', joinedText: '户主 姓名' },
    { index: 2, letter: 'C', text: '身份证号', parentText: '户主', joinedText: '户主 身份证号' },
    { index: 3, letter: 'D', text: '姓名', parentText: '成员', joinedText: '成员 姓名' },
    { index: 4, letter: 'E', text: '身份证号', parentText: '成员', joinedText: '成员 身份证号' },
    { index: 5, letter: 'F', text: '联系电话', joinedText: '联系电话' },
  ]);
});

test('two lines without merged cells, as in csv', async () => {
  const found = await headerOfCsv('人口台账,,,,\n姓名,身份证号,住房,,联系电话\n,,楼栋,房号,\n王,522399199001011238,3,101,139\n');
  expect(found).toMatchObject({ headerRows: [2, 3], firstDataRow: 4 });
  expect(found?.columns.map((column) => column.joinedText)).toEqual(['姓名', '身份证号', '住房 楼栋', '住房 房号', '联系电话']);
});

test('a narrow title over the header is no parent', async () => {
  const found = await headerOf(
    [
      ['人口', '', '', ''],
      ['姓名', '身份证号', '楼栋', '房号'],
      ['王', '1', '3', '101'],
    ],
    ['A1:C1'],
  );
  expect(found).toMatchObject({ headerRows: [2] });
  expect(found?.columns.every((column) => column.parentText === undefined)).toBe(true);
});

test('a data row below that happens to hold a known word does not join the header', async () => {
  expect(await headerOfCsv('姓名,备注\n王,姓名\n李,\n')).toMatchObject({ headerRows: [1] });
});

test('no header is said so', async () => {
  expect(await headerOfCsv('甲,乙\n1,2\n')).toBeUndefined();
});

test('rows that are no data', async () => {
  for (const texts of [
    ['合计', '', '12'],
    ['', '合 计:', '12'],
    ['12', '小计'],
    ['总计（人）', '3'],
    ['Total', '3'],
  ])
    expect(isTotalRow(cells(...texts))).toBe(true);
  for (const texts of [['1', '王合计', '3'], ['王小明', '合计'], ['合计乡', '3'], ['']]) expect(isTotalRow(cells(...texts))).toBe(false);
  const header = await headerOf([
    ['序号', '姓名', '身份证号'],
    ['1', '王小明', '1'],
  ]);
  expect(header && isRepeatedHeader(cells('序 号', '姓名', '身份证号'), header)).toBe(true);
  expect(header && isRepeatedHeader(cells('1', '姓名', '身份证号'), header)).toBe(false);
  expect(['序号', '序 号', 'NO.', '编号'].map(isRunningNumber)).toEqual([true, true, true, false]);
});
