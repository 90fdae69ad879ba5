import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSheets } from '../openSheets.ts';
import type { SheetContent } from './sheetXml.ts';
import { writeCsv } from './writeCsv.ts';
import { writeWorkbook } from './writeWorkbook.ts';

async function bytesOf(write: (target: PassThrough) => Promise<void>): Promise<Buffer> {
  const target = new PassThrough();
  const chunks: Buffer[] = [];
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await write(target);
  return Buffer.concat(chunks);
}

const workbook = (...sheets: SheetContent[]): Promise<Buffer> => bytesOf((target) => writeWorkbook(target, { sheets }));

test('a template with titles, lists to choose from and comments', async () => {
  const bytes = await workbook({
    name: '人口/户籍',
    titles: ['某某安置点人口台账'],
    columns: [
      { header: '姓名*', required: true, note: '与身份证一致' },
      { header: '性别', list: ['男', '女'] },
      { header: '出生日期', format: 'date' },
      { header: '金额(元)', format: 'money' },
      { header: '有无', list: ['有', '无'] },
    ],
    rows: [
      ['王小明', '男', '1990-01-02', 1200.5, true],
      ['=1+1', null, '1990年', Number.NaN, undefined],
    ],
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['人口 户籍', 'visible'],
    ['选项', 'hidden'],
  ]);
  const sheet = book.worksheets[0];
  expect(sheet?.getCell('A2').note).toBe('与身份证一致');
  expect(sheet?.getCell('A3').numFmt).toBe('@');
  expect(sheet?.getCell('B9').dataValidation).toMatchObject({ type: 'list', formulae: ['选项!$A$1:$A$2'] });
  expect(sheet?.getCell('E9').dataValidation.formulae).toEqual(['选项!$B$1:$B$2']);
  expect(sheet?.getCell('C3').value).toEqual(new Date(Date.UTC(1990, 0, 2)));
  expect(sheet?.getCell('D3').value).toBe(1200.5);
  expect(sheet?.getCell('A4').value).toBe('=1+1');
  expect(sheet?.getCell('C4').value).toBe('1990年');
  expect(sheet?.getCell('A1').isMerged).toBe(true);
});

test('the same rows give the same bytes', async () => {
  const sheet = { name: '表', columns: [{ header: '姓名' }], rows: [['王']] };
  expect((await workbook(sheet)).equals(await workbook(sheet))).toBe(true);
});

test('a failing source of rows leaves no file', async () => {
  const rows = (async function* () {
    yield ['1'];
    throw new Error('gone');
  })();
  await expect(writeWorkbook('/tmp/anju-never-written.xlsx', { sheets: [{ name: '表', columns: [{ header: 'a' }], rows }] })).rejects.toThrow('gone');
  await expect(openSheets('/tmp/anju-never-written.xlsx')).rejects.toMatchObject({ code: 'files.not-found' });
});

const cellText = fc
  .string({
    unit: fc.constantFrom('王', '𠮷', '1', '0', 'a', ' ', '\n', '"', ',', '<', '&', '_x0041_', '=', "'", ';', '-', ']]>', 'é'),
    maxLength: 8,
  })
  .filter((text) => text === '' || text.trim() !== '');
const tables = fc.array(fc.array(cellText, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const trimmed = (row: readonly string[]): string[] => row.slice(0, row.findLastIndex((text) => text !== '') + 1);
const expected = (rows: readonly (readonly string[])[]): unknown[] =>
  rows.map((row, at) => ({ row: at + 2, cells: trimmed(row) })).filter(({ cells }) => cells.length > 0);

async function readBack(bytes: Buffer): Promise<unknown[]> {
  const file = await openSheets(bytes);
  const rows: unknown[] = [];
  for await (const { row, cells } of file.sheets[0]?.rows() ?? []) if (row > 1) rows.push({ row, cells: cells.map((cell) => cell?.text ?? '') });
  await file.close();
  return rows;
}

test('texts come back from xlsx as they went', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      expect(await readBack(await workbook({ name: '表', columns: ['a', 'b', 'c', 'd', 'e', 'f'].map((header) => ({ header })), rows }))).toEqual(
        expected(rows),
      );
    }),
    { numRuns: 60 },
  );
});

test('numbers come back from xlsx as they went', async () => {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (numbers) => {
      const file = await openSheets(
        await workbook({ name: '表', columns: [{ header: 'n', format: 'decimal' }], rows: numbers.map((value) => [value]) }),
      );
      const found: unknown[] = [];
      for await (const { row, cells } of file.sheets[0]?.rows() ?? [])
        if (row > 1) found.push([cells[0]?.number, Number(cells[0]?.text), cells[0]?.text.includes('e'), cells[0]?.digitsLost === true]);
      expect(found).toEqual(numbers.map((value) => [value + 0, value + 0, false, Math.abs(value) >= 1e15]));
    }),
    { numRuns: 60 },
  );
});

test('texts come back from csv as they went, but for the apostrophe before formulas', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom('utf-8' as const, 'gb18030' as const), async (rows, encoding) => {
      const safe = rows.map((row) => row.map((text) => text.replace(/^[=\-\n]+/, 'z').replace(/^'/, 'z')));
      const bytes = await bytesOf((target) => writeCsv(target, ['a', 'b', 'c', 'd', 'e', 'f'], safe, { encoding }));
      const file = await openSheets(bytes, { separator: ',', encoding });
      const found: unknown[] = [];
      for await (const { row, cells } of file.sheets[0]?.rows() ?? []) if (row > 1) found.push({ row, cells: cells.map((cell) => cell?.text ?? '') });
      expect(found).toEqual(expected(safe));
    }),
    { numRuns: 60 },
  );
});

test('csv defuses formulas and leaves numbers alone', async () => {
  const bytes = await bytesOf((target) =>
    writeCsv(
      target,
      ['名称', '值'],
      [
        ['=HYPERLINK("http://example.invalid")', -5],
        ['@x', '+1,200.5'],
        ['\tx', '-0.5%'],
        ['-x', '-'],
        ['＝1', null],
        ['正常,"引"', true],
      ],
    ),
  );
  expect(bytes.toString()).toBe(
    '\uFEFF名称,值\r\n"\'=HYPERLINK(""http://example.invalid"")",-5\r\n\'@x,"+1,200.5"\r\n\'\tx,-0.5%\r\n\'-x,-\r\n\'＝1,\r\n"正常,""引""",true\r\n',
  );
});
