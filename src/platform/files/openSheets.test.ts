import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSheets } from './openSheets.ts';
import type { OpenedSheets, SheetRow } from './sheets.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anju-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function xlsx(build: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  build(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function rowsOf(file: OpenedSheets, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of file.sheets[sheet]?.rows() ?? []) rows.push(row);
  return rows;
}

const texts = (rows: readonly SheetRow[]): (string | undefined)[][] => rows.map((row) => row.cells.map((cell) => cell?.text));

describe('xlsx', () => {
  test('values come out as a person sees them', async () => {
    const file = await openSheets(
      await xlsx((book) => {
        const sheet = book.addWorksheet('人口');
        sheet.getCell('A2').value = '522399199001011238';
        sheet.getCell('B2').value = 522399199001011200;
        sheet.getCell('C2').value = 1200.5;
        sheet.getCell('D2').value = new Date(Date.UTC(2023, 0, 5));
        sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"';
        sheet.getCell('E2').value = new Date(Date.UTC(2023, 0, 5, 14, 30));
        sheet.getCell('E2').numFmt = 'yyyy-mm-dd hh:mm';
        sheet.getCell('F2').value = { richText: [{ text: '王' }, { font: { bold: true }, text: '小明' }] };
        sheet.getCell('G2').value = true;
        sheet.getCell('H2').value = { formula: 'C2*2', result: 2401 };
        sheet.getCell('I2').value = { error: '#N/A' };
        sheet.getCell('J2').value = { text: '网站', hyperlink: 'http://example.invalid/' };
        sheet.getCell('K2').value = 0.153;
        sheet.getCell('K2').numFmt = '0.0%';
        sheet.getCell('L2').value = '第一行\n第二行 & <b>';
        sheet.getCell('M2').value = 0.1 + 0.2;
        sheet.getCell('N2').value = 1e-7;
        sheet.getCell('P5').value = '𠮷';
      }),
    );
    expect(file.format).toBe('xlsx');
    const [first, last, ...none] = await rowsOf(file);
    expect(none).toEqual([]);
    expect(first?.row).toBe(2);
    expect(first?.cells).toEqual([
      { text: '522399199001011238', kind: 'text' },
      { text: '522399199001011200', kind: 'number', number: 522399199001011200, digitsLost: true },
      { text: '1200.5', kind: 'number', number: 1200.5 },
      { text: '2023-01-05', kind: 'date', number: 44931, date: { serial: 44931, system: 1900, iso: '2023-01-05' } },
      {
        text: '2023-01-05 14:30:00',
        kind: 'date',
        number: expect.closeTo(44931.604, 2),
        date: { serial: expect.closeTo(44931.604, 2), system: 1900, iso: '2023-01-05T14:30:00' },
      },
      { text: '王小明', kind: 'text' },
      { text: 'TRUE', kind: 'bool', number: 1 },
      { text: '2401', kind: 'number', number: 2401, formula: true },
      { text: '#N/A', kind: 'error' },
      { text: '网站', kind: 'text' },
      { text: '15.3%', kind: 'number', number: 0.153 },
      { text: '第一行\n第二行 & <b>', kind: 'text' },
      { text: '0.30000000000000004', kind: 'number', number: 0.30000000000000004 },
      { text: '0.0000001', kind: 'number', number: 1e-7 },
    ]);
    expect(last?.row).toBe(5);
    expect(last?.cells).toHaveLength(16);
    expect(last?.cells[15]?.text).toBe('𠮷');
    await file.close();
  });

  test('dates of the 1904 system, hidden sheets, sheet names', async () => {
    const file = await openSheets(
      await xlsx((book) => {
        book.properties.date1904 = true;
        const first = book.addWorksheet('一');
        first.getCell('A1').value = new Date(Date.UTC(2023, 0, 5));
        first.getCell('B1').value = 43_469;
        book.addWorksheet('选项', { state: 'hidden' }).getCell('A1').value = 'x';
        book.addWorksheet('很隐', { state: 'veryHidden' });
      }),
    );
    expect(file.sheets.map(({ name, index, hidden }) => ({ name, index, hidden }))).toEqual([
      { name: '一', index: 0, hidden: false },
      { name: '选项', index: 1, hidden: true },
      { name: '很隐', index: 2, hidden: true },
    ]);
    const [row] = await rowsOf(file);
    expect(row?.cells[0]).toMatchObject({ text: '2023-01-05', date: { system: 1904, serial: 43469 } });
    expect(row?.cells[1]).toEqual({ text: '43469', kind: 'number', number: 43_469, system: 1904 });
    await file.close();
  });

  test('merged cells fill the header area only', async () => {
    const file = await openSheets(
      await xlsx((book) => {
        const sheet = book.addWorksheet('表');
        sheet.addRow(['某某安置点人口台账']);
        sheet.mergeCells('A1:D1');
        sheet.addRow(['姓名', '住址', '', '电话']);
        sheet.addRow(['', '楼栋', '房号', '']);
        sheet.mergeCells('A2:A3');
        sheet.mergeCells('B2:C2');
        sheet.mergeCells('D2:D3');
        sheet.addRow(['王小明', '3', '101', '']);
      }),
    );
    const area = await file.sheets[0]?.headerArea();
    expect(texts(area?.rows ?? [])).toEqual([
      ['某某安置点人口台账', '某某安置点人口台账', '某某安置点人口台账', '某某安置点人口台账'],
      ['姓名', '住址', '住址', '电话'],
      ['姓名', '楼栋', '房号', '电话'],
      ['王小明', '3', '101'],
    ]);
    expect(await file.sheets[0]?.merges()).toHaveLength(4);
    await file.close();
  });
});

test('cells merged downwards count in every row that they cover, when asked', async () => {
  const file = await openSheets(
    await xlsx((book) => {
      const sheet = book.addWorksheet('表');
      sheet.addRow(['户编号', '姓名']);
      sheet.addRow(['H1', '王']);
      sheet.addRow([undefined, '李']);
      sheet.addRow(['H2', '张']);
      sheet.mergeCells('A2:A3');
    }),
  );
  const filled: unknown[] = [];
  for await (const row of file.sheets[0]?.rows({ fillDown: true }) ?? []) filled.push(row.cells.map((cell) => cell?.text));
  expect(filled).toEqual([
    ['户编号', '姓名'],
    ['H1', '王'],
    ['H1', '李'],
    ['H2', '张'],
  ]);
  expect(texts(await rowsOf(file))[2]).toEqual([undefined, '李']);
  await file.close();
});

test('progress is told until all is read', async () => {
  const seen: [number, number, number][] = [];
  const file = await openSheets(Buffer.from('a,b\n'.repeat(200_000)), { onProgress: (...told) => seen.push(told) });
  expect(await rowsOf(file)).toHaveLength(200_000);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toEqual([0, 800_000, 800_000]);
});

describe('csv', () => {
  const table = '姓名,身份证号,备注\r\n\r\n王小明,522399199001011238,"一行\n又一行, ""引"""\r\n';
  const expected = [
    { row: 1, cells: ['姓名', '身份证号', '备注'] },
    { row: 3, cells: ['王小明', '522399199001011238', '一行\n又一行, "引"'] },
  ];
  const plain = async (source: Buffer | string): Promise<unknown> => {
    const file = await openSheets(source);
    return { encoding: file.encoding, rows: (await rowsOf(file)).map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell?.text) })) };
  };

  test.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\uFEFF${table}`)],
    ['utf-16le', iconv.encode(table, 'utf16le', { addBOM: true })],
    ['utf-16le', iconv.encode(table, 'utf16le', { addBOM: false })],
    ['utf-16be', iconv.encode(table, 'utf16be', { addBOM: true })],
    ['gb18030', iconv.encode(table, 'gb18030')],
  ])('%s', async (encoding, bytes) => {
    expect(await plain(bytes)).toEqual({ encoding, rows: expected });
  });

  test('rare characters of GB18030 and a file on disk', async () => {
    const path = join(folder, '名册.xlsx');
    writeFileSync(path, iconv.encode('姓名\n𠮷㐂䶮\n', 'gb18030'));
    expect(await plain(path)).toMatchObject({ encoding: 'gb18030', rows: [{ row: 1 }, { row: 2, cells: ['𠮷㐂䶮'] }] });
  });

  test.each([
    [';', 'a;b;c\n1,5;2;3\n4,5;5;6\n'],
    ['\t', 'a\tb\tc\n1,5\t2\t3\n'],
    ['|', 'a|b\n1|2\n'],
    [',', '只有一列\n值\n'],
    [';', 'sep=;\na;b\n'],
  ])('separator %j', async (separator, text) => {
    const file = await openSheets(Buffer.from(text));
    expect(file.separator).toBe(separator);
    const rows = await rowsOf(file);
    expect(rows.every((row) => !row.cells.some((cell) => cell?.text.startsWith('sep=')))).toBe(true);
  });

  test('what spreadsheets do to long numbers', async () => {
    const [row] = await rowsOf(await openSheets(Buffer.from('5.22399E+17,"=""522399199001011238""",1.5E+3\n')));
    expect(row?.cells).toEqual([
      { text: '5.22399E+17', kind: 'text', digitsLost: true },
      { text: '522399199001011238', kind: 'text' },
      { text: '1.5E+3', kind: 'text' },
    ]);
  });

  test('a quotation mark that is never closed names its row', async () => {
    await expect(rowsOf(await openSheets(Buffer.from('a,b\n1,2\n"3,4\n5,6\n')))).rejects.toMatchObject({
      code: 'files.quote-not-closed',
      params: { row: 3 },
    });
  });

  test('broken characters are shown and noted, not lost', async () => {
    const bytes = Buffer.concat([
      Buffer.from('姓名,住址在某某街道某某社区某某楼栋\n王'),
      Buffer.from([0xe5]),
      Buffer.from('明,黔西南布依族苗族自治州兴义市\n'),
    ]);
    const file = await openSheets(bytes);
    const rows = await rowsOf(file);
    expect(rows[1]?.cells[0]?.text).toBe('王\uFFFD明');
    expect(file.notes).toMatchObject([{ code: 'files.characters-damaged', params: { row: 2, encoding: 'utf-8' } }]);
  });
});

describe('xls, xlsb, ods', () => {
  test.each(['biff8', 'xlsb', 'ods'] as const)('%s', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['标题'],
      [],
      ['姓名', '身份证号', '出生日期', '金额'],
      ['王小明', '522399199001011238', { t: 'n', v: 44931, z: 'yyyy-mm-dd' }, 12.5],
      ['李', { t: 'n', v: 522399199001011200 }, '2024.3.5', { t: 'n', v: 3 }],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
    const book = utils.book_new(sheet, '人口');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '藏');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const file = await openSheets(write(book, { type: 'buffer', bookType }) as Buffer);
    expect(file.format).toBe(bookType === 'biff8' ? 'xls' : bookType);
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['人口', false],
      ['藏', bookType !== 'ods'],
    ]);
    const rows = await rowsOf(file);
    expect(rows.map((row) => row.row)).toEqual([1, 3, 4, 5]);
    expect(texts(rows.slice(1))).toEqual([
      ['姓名', '身份证号', '出生日期', '金额'],
      ['王小明', '522399199001011238', '2023-01-05', '12.5'],
      ['李', '522399199001011200', '2024.3.5', '3'],
    ]);
    expect(rows[2]?.cells[2]).toMatchObject({ kind: 'date', date: { iso: '2023-01-05' } });
    expect(rows[3]?.cells[1]).toMatchObject({ kind: 'number', digitsLost: true });
    expect(await file.sheets[0]?.merges()).toEqual([{ top: 1, left: 0, bottom: 1, right: 3 }]);
    await file.close();
  });
});
