/** A workbook that was damaged on its way is refused as such: nothing hangs, nothing is read wrongly, and nothing of it is stored. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '#features/imports/importFile.ts';
import type { ImportReport } from '#features/imports/report.ts';
import { openTestHouse, rowsOf, settlementCsv, type TestHouse } from './house.ts';
import { sheetXml, workbook } from './workbook.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const rows = settlementCsv
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

async function sent(source: Buffer, fileName = 'test.xlsx'): Promise<ImportReport | undefined> {
  const [report] = await importFile(house, { source, fileName, dataDate: '2024-01-01' });
  return report;
}

test('one changed bit in an amount is seen by the checksum of its part', async () => {
  const whole = await workbook(rows, { packed: false });
  const changed = Buffer.from(whole);
  changed[changed.indexOf('>500<') + 1] = 0x37;
  const report = await sent(changed);
  expect([report?.state, report?.problem?.code, report?.import]).toEqual(['refused', 'files.damaged', null]);
  expect(await rowsOf(house, 'settlement', 'settlement_code')).toEqual([]);
  expect((await sent(whole))?.added).toBe(3);
});

test('a part that is longer than its package says is damaged, not a bomb', async () => {
  const whole = await workbook(rows);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(sheetXml(rows)));
  const short = Buffer.from(whole);
  short.writeUInt32LE(size.readUInt32LE(0) - 2, short.lastIndexOf(size));
  expect((await sent(short))?.problem?.code).toBe('files.damaged');
});

test.each([
  ['an equals sign that has moved, which once was looked for without end', sheetXml(rows).replace('<c r="B2" t="inlineStr">', '<c r "B2=">')],
  ['a sign that is no entity', sheetXml(rows).replace('栗坪', 'A & B')],
  ['a tag that closes what never opened', sheetXml(rows).replace('</row>', '</row></row></row></row></row>')],
])('%s', async (_what, xml) => {
  const report = await sent(await workbook(rows, { parts: { 'xl/worksheets/sheet1.xml': xml } }));
  expect(report?.problem?.code).toBe('files.damaged');
  // What the file says goes into no sentence: it may be somebody's number.
  expect(report?.problem?.zh).toMatch(/（(row \d+|XML)）/);
});

test('a workbook that has lost the way to its sheets is damaged, and no table of unknown headers', async () => {
  expect((await sent(await workbook(rows, { parts: { 'xl/_rels/workbook.xml.rels': null } })))?.problem?.code).toBe('files.damaged');
});

test('an inline text that is written a second time as a value is read once', async () => {
  const twice = rows.map((row, at) =>
    at === 1 ? row.map((text, column) => (column === 1 ? `<c r="B2" t="inlineStr"><v>栗</v><is><t>${text}</t></is><v>栗</v></c>` : text)) : row,
  );
  expect(await sent(await workbook(twice))).toMatchObject({ unchanged: 3, changed: 0, problemCount: 0 });
});

test('a workbook whose sheets are all hidden says so', async () => {
  expect((await sent(await workbook(rows, { sheet: 'state="veryHidden"' })))?.problem?.code).toBe('imports.all-sheets-hidden');
});

test('of thousands of columns that nobody knows, the first are named', async () => {
  const wide = rows.map((row, at) => row.concat(Array.from({ length: 2000 }, (_, column) => (at === 0 ? `第${column}项` : ''))).join(','));
  const report = await sent(Buffer.from(wide.join('\n')), 'test.csv');
  expect(report?.unchanged).toBe(3);
  expect(report?.notes.map(({ zh }) => zh)).toEqual([expect.stringMatching(/第29项…（2000）。如应取用，请指明对应的字段。$/)]);
});
