/** What comes back marked is still the sender's own sheet: nothing of it is lost, and it can be mended and sent again. */
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#features/imports/importFile.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import { workbook } from './workbook.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const rows = [
  ['安置点编码', '安置点名称', '所在县', '街道代码', '安置方式', '设计户数', '设计人数', '楼栋数', '首批入住日期', '牵头单位'],
  ['522301A001', '栗坪安置点', '兴义市', '522301001', '1', '许多', '2000', '10', '2018-05-01', '移民局', '请先电话确认', '老周记'],
  ['522301A002', '洒金安置点', '兴义市', '522301001', '1', '300', '1200', '6', '2018-06-01', '移民局', undefined, undefined, '旁注'],
];

async function marked(source: Buffer, fileName: string): Promise<Buffer> {
  const target = new PassThrough();
  const chunks: Buffer[] = [];
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await importFile(house, { source, fileName, dataDate: '2024-01-01', dryRun: true, marked: target });
  return Buffer.concat(chunks);
}

async function texts(source: Buffer): Promise<string[][]> {
  const file = await openSheets(source);
  const found: string[][] = [];
  for await (const { cells } of file.sheets[0]?.rows() ?? []) found.push(cells.map((cell) => cell?.text ?? ''));
  await file.close();
  return found;
}

test.each([
  ['xlsx', () => workbook(rows)],
  ['csv', async () => Buffer.from(rows.map((row) => row.map((text) => text ?? '').join(',')).join('\n'))],
])('a remark beside the table, below no header, is not written over by the reasons (%s)', async (kind, made) => {
  const back = await marked(await made(), `安置点.${kind}`);
  const found = await texts(back);
  expect(found.map((row) => row.slice(10))).toEqual([
    ['', '', '', '问题说明'],
    ['请先电话确认', '老周记', '', expect.stringMatching(/^“许多”不是数字/)],
    ['', '', '旁注'],
  ]);
  expect(found.map((row) => row.slice(0, 10))).toEqual(rows.map((row) => row.slice(0, 10)));

  // Mended and sent again, it is read without its reasons.
  const again = await marked(back, '安置点.xlsx');
  expect((await texts(again)).map((row) => row.slice(10))).toEqual(found.map((row) => row.slice(10)));
});
