import { PassThrough } from 'node:stream';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { expect, test } from 'vitest';
import { findHeader } from '../findHeader.ts';
import { openSheets } from '../openSheets.ts';
import { reasonPlace, reasonTitle, type SheetMarks } from './marks.ts';
import { writeMarked } from './writeMarked.ts';

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('latin1'));
  }
  return parts;
}

async function marked(source: Buffer, marks: readonly SheetMarks[]): Promise<Buffer> {
  const target = new PassThrough();
  const chunks: Buffer[] = [];
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeMarked(source, target, marks);
  return Buffer.concat(chunks);
}

async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book;
}

const noteOf = (cell: ExcelJS.Cell | undefined): string => {
  const note = cell?.note;
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '');
};
const fillOf = (cell: ExcelJS.Cell | undefined): string | undefined => (cell?.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined);

async function original(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('人口', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow(['人口台账']);
  sheet.mergeCells('A1:C1');
  sheet.addRow(['姓名', '出生日期', '金额']);
  sheet.addRow(['王小明', new Date(Date.UTC(1990, 0, 2)), 12.5]);
  sheet.addRow(['李', '不是日期', undefined]);
  sheet.addRow(['张', new Date(Date.UTC(2000, 5, 6)), 3]);
  sheet.getCell('B3').numFmt = 'yyyy-mm-dd';
  sheet.getCell('A4').note = '原有批注';
  sheet.getCell('C5').font = { bold: true };
  sheet.getCell('E9').value = { formula: 'SUM(C3:C5)', result: 15.5 };
  sheet.addConditionalFormatting({
    ref: 'C3:C5',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [10], priority: 1, style: { font: { bold: true } } }],
  });
  book.addWorksheet('说明').addRow(['不动']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const marks = (more: Partial<SheetMarks> = {}): SheetMarks => ({
  sheet: 0,
  place: { headerRow: 2, column: 3, marked: false },
  cells: [
    { row: 4, column: 1, zh: '不是日期：不是日期', en: 'not a date' },
    { row: 4, column: 0, zh: '姓名太短', en: 'too short' },
    { row: 4, column: 2, zh: '不能为空', en: '' },
    { row: 5, column: 2, zh: '金额 < 5 & 太小', en: 'too small' },
  ],
  reasons: new Map([
    [4, '出生日期：不是日期；金额：不能为空'],
    [5, '金额太小'],
  ]),
  ...more,
});

test('the same workbook comes back with marks, comments and reasons', async () => {
  const before = await original();
  const after = await marked(before, [marks()]);
  const sheet = (await load(after)).worksheets[0];
  expect(['B4', 'A4', 'C4', 'C5'].map((at) => fillOf(sheet?.getCell(at)))).toEqual(Array(4).fill('FFFFC9CF'));
  expect(['A3', 'B3', 'C3', 'A5', 'B5'].map((at) => fillOf(sheet?.getCell(at)))).toEqual(Array(5).fill(undefined));
  expect(sheet?.getCell('C5').font.bold).toBe(true);
  expect(noteOf(sheet?.getCell('B4'))).toBe('不是日期：不是日期\nnot a date');
  expect(noteOf(sheet?.getCell('C4'))).toBe('不能为空');
  expect(noteOf(sheet?.getCell('A4'))).toBe('原有批注\n姓名太短\ntoo short');
  expect(noteOf(sheet?.getCell('C5'))).toBe('金额 < 5 & 太小\ntoo small');
  expect([2, 3, 4, 5].map((row) => sheet?.getCell(row, 4).value)).toEqual([reasonTitle, null, '出生日期：不是日期；金额：不能为空', '金额太小']);
  expect(sheet?.getCell('E9').value).toEqual({ formula: 'SUM(C3:C5)', result: 15.5 });
  expect(sheet?.getCell('B3').value).toEqual(new Date(Date.UTC(1990, 0, 2)));

  const [old, now] = [await partsOf(before), await partsOf(after)];
  const changed = [...old].filter(([name, text]) => now.get(name) !== text).map(([name]) => name);
  expect(changed.sort()).toEqual(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  expect([...now.keys()].filter((name) => !old.has(name))).toEqual([]);
});

test('a workbook without comments gets the parts for them, and all else stays', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('表').addRow(['姓名']);
  book.worksheets[0]?.addRow(['王']);
  const before = Buffer.from(await book.xlsx.writeBuffer());
  const after = await marked(before, [
    { sheet: 0, place: { headerRow: 1, column: 1, marked: false }, cells: [{ row: 2, column: 0, zh: '错', en: '' }], reasons: new Map([[2, '错']]) },
  ]);
  const sheet = (await load(after)).worksheets[0];
  expect(noteOf(sheet?.getCell('A2'))).toBe('错');
  const [old, now] = [await partsOf(before), await partsOf(after)];
  expect([...now.keys()].filter((name) => !old.has(name)).sort()).toEqual([
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ]);
  expect(
    [...old]
      .filter(([name, text]) => now.get(name) !== text)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['[Content_Types].xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
});

test('a workbook that comes back mended and is marked again loses its old marks', async () => {
  const first = await marked(await original(), [marks()]);
  const file = await openSheets(first);
  const area = await file.sheets[0]?.headerArea();
  const header = area && findHeader(area, (texts) => texts.filter((text) => ['姓名', '出生日期', '金额'].includes(text)).length);
  await file.close();
  const place = header && reasonPlace(header);
  expect(place).toEqual({ headerRow: 2, column: 3, marked: true });
  const second = await marked(first, [
    marks({
      place: { headerRow: 2, column: 3, marked: true },
      cells: [{ row: 5, column: 2, zh: '仍然太小', en: '' }],
      reasons: new Map([[5, '仍然太小']]),
    }),
  ]);
  const sheet = (await load(second)).worksheets[0];
  expect(['A4', 'B4', 'C4', 'C5'].map((at) => fillOf(sheet?.getCell(at)))).toEqual([undefined, undefined, undefined, 'FFFFC9CF']);
  expect([2, 4, 5].map((row) => sheet?.getCell(row, 4).value)).toEqual([reasonTitle, null, '仍然太小']);
  expect([noteOf(sheet?.getCell('B4')), noteOf(sheet?.getCell('C4')), noteOf(sheet?.getCell('C5'))]).toEqual(['', '', '仍然太小']);
  expect((await partsOf(second)).get('xl/drawings/vmlDrawing1.vml')?.match(/<v:shape /g)).toHaveLength(2);
});

test('csv and xls come back as a new workbook with their rows where they stood', async () => {
  const csv = Buffer.from('姓名,出生日期\n\n王,2023-01-05\n李,不是日期\n');
  const sheetMarks: SheetMarks = {
    sheet: 0,
    place: { headerRow: 1, column: 2, marked: false },
    cells: [{ row: 4, column: 1, zh: '不是日期', en: 'not a date' }],
    reasons: new Map([[4, '出生日期：不是日期']]),
  };
  const fromCsv = (await load(await marked(csv, [sheetMarks]))).worksheets[0];
  expect(fromCsv?.getSheetValues()).toEqual([
    undefined,
    [undefined, '姓名', '出生日期', reasonTitle],
    undefined,
    [undefined, '王', '2023-01-05'],
    [undefined, '李', '不是日期', '出生日期：不是日期'],
  ]);
  expect([fillOf(fromCsv?.getCell('B4')), noteOf(fromCsv?.getCell('B4'))]).toEqual(['FFFFC9CF', '不是日期\nnot a date']);
  const xls = write(
    utils.book_new(utils.aoa_to_sheet([['姓名', '出生日期'], [], ['王', { t: 'n', v: 44931, z: 'yyyy-mm-dd' }], ['李', 0.5]]), '人口'),
    { type: 'buffer', bookType: 'biff8' },
  ) as Buffer;
  const fromXls = (await load(await marked(xls, [sheetMarks]))).worksheets[0];
  expect(fromXls?.name).toBe('人口');
  expect(fromXls?.getCell('B3').value).toEqual(new Date(Date.UTC(2023, 0, 5)));
  expect([fromXls?.getCell('B4').value, fillOf(fromXls?.getCell('B4')), fromXls?.getCell('C4').value]).toEqual([
    0.5,
    'FFFFC9CF',
    '出生日期：不是日期',
  ]);
});
