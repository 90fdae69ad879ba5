/** Workbooks of programs from before Excel 97, as old systems of offices still write them, hold their Chinese in a code page. */
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#features/imports/importFile.ts';
import { counts, openTestHouse, rowsOf, settlementCsv, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** The library writes no Chinese into them: each text goes in as so many other letters, and is put in their place. */
function oldWorkbook(rows: readonly (readonly string[])[], bookType: 'biff5' | 'biff2'): Buffer {
  const letters = (place: number, bytes: number): string => `${String.fromCharCode(65 + (place % 26))}${place}`.padEnd(bytes, 'z').slice(0, bytes);
  const texts = [...new Set(rows.flat().filter((text) => /[\u4e00-\u9fff]/.test(text)))];
  const standIns = new Map(texts.map((text, place) => [text, letters(place, iconv.encode(text, 'gbk').length)]));
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => standIns.get(text) ?? text)));
  const bytes = write(utils.book_new(sheet, 'a'), { type: 'buffer', bookType }) as Buffer;
  const codePage = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
  if (codePage >= 0) bytes.writeUInt16LE(936, codePage + 4);
  for (const [text, standIn] of standIns)
    for (let at = bytes.indexOf(standIn); at >= 0; at = bytes.indexOf(standIn, at + 1)) iconv.encode(text, 'gbk').copy(bytes, at);
  return bytes;
}

const rows = settlementCsv
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

test.each([
  ['of Excel 5, which names its code page', 'biff5', [3, 0, 0, 0, 0]],
  ['of Excel 2, which names none', 'biff2', [0, 0, 3, 0, 0]],
] as const)('an xls %s', async (_what, bookType, expected) => {
  const [report] = await importFile(house, { source: oldWorkbook(rows, bookType), fileName: '安置点.xls', dataDate: '2024-01-01' });
  expect([report?.problem, report && counts(report)]).toEqual([null, expected]);
  expect(await rowsOf(house, 'settlement', 'settlement_name as name', 'settlement_code')).toEqual(rows.slice(1).map(([, name]) => ({ name })));
});
