/** Rows that were not stored are not lost: refused ones can be mended, waiting ones are tried again; none of it lies open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mendRow, readKeptRow } from '#features/imports/mendRow.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { openUpload } from '#features/imports/uploads.ts';
import { counts, csv, householdHeader, idNumber, lines, openTestHouse, people, personHeader, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const { wang, li, stranger } = people;
const seen = { isRestricted: false, isMinor: true, seesHealth: true, seesMinors: true };
const reader = { seen, sight: { restricted: { settlements: [] } } };
const header = '证件号码|姓名|迁出户籍地|迁入户籍地|申请日期|自愿确认';
const run = (importId: number | null, columns: string): Promise<unknown[]> => rowsOf(house, `import_run where import_id = ${importId}`, columns);

test('a row that waits for a person is stored after the next import of persons, as a row of its own import', async () => {
  const waiting = await send(house, `${header}\n${stranger.id}|${stranger.name}|甲|乙|2024-02-01|是\n${wang.id}|${wang.name}|甲|乙|2024-02-01|是`, {
    register: 'hukou_transfer',
    dataDate: '2024-02-10',
  });
  expect(counts(waiting)).toEqual([1, 0, 0, 0, 1]);
  const persons = await send(house, `${personHeader}\nH-0002|${stranger.name}|${stranger.id}|汉族|其他|1|8|P-0050`, { dataDate: '2024-03-01' });
  expect(persons.notes.map(({ code, params }) => [code, params])).toEqual([['imports.matched-later', { rows: 1 }]]);
  expect(await rowsOf(house, "hukou_transfer where person_no = 'P-0050'", 'import_id, sheet, line, data_date, settlement_code')).toEqual([
    { import_id: waiting.import, sheet: 0, line: 2, data_date: '2024-02-10', settlement_code: '522301A002' },
  ]);
  expect(await rowsOf(house, 'aside_row', 'line')).toEqual([]);
  expect(await run(waiting.import, 'rows, added, aside, settlements')).toEqual([
    { rows: 2, added: 2, aside: 0, settlements: ['522301A001', '522301A002'] },
  ]);
  expect(await rowsOf(house, `import_problem where import_id = ${waiting.import}`, 'code')).toEqual([]);
  await undoImport(house, waiting.import ?? 0);
  expect(await rowsOf(house, 'hukou_transfer', 'person_no')).toEqual([]);
});

test('a row that waits for a household comes after the next import of households', async () => {
  const waiting = await send(house, '户编号|走访人|走访日期|方式\nH-0009|张三|2024-02-01|1', { dataDate: '2024-02-10' });
  expect(counts(waiting)).toEqual([0, 0, 0, 0, 1]);
  await send(
    house,
    `${householdHeader}\nH-0009|${stranger.name}|${stranger.id}|兴义市|某乡|栗坪安置点|栗坪社区|1栋|1|109|2018-05-01|2018|1|1|1|1||1`,
    { dataDate: '2024-03-01' },
  );
  expect(await rowsOf(house, 'visit', 'household_no, import_id')).toEqual([{ household_no: 'H-0009', import_id: waiting.import }]);
});

test('one refused row is shown, mended and stored as part of its import', async () => {
  const refused = await send(house, `${header}\n${li.id}|${li.name}|甲|乙|2024-02-30|是`, { register: 'hukou_transfer', dataDate: '2024-03-10' });
  const place = { import: refused.import ?? 0, sheet: 0, line: 2 };
  expect(lines(refused)).toEqual(['refused E2 cell.no-such-date']);
  expect((await readKeptRow(house, place, reader)).slice(3)).toEqual([
    { header: '迁入户籍地', column: 'D', text: '乙', isMasked: false },
    { header: '申请日期', column: 'E', text: '2024-02-30', isMasked: false },
    { header: '自愿确认', column: 'F', text: '是', isMasked: false },
  ]);
  const masked = await readKeptRow(house, place, reader);
  expect(masked[0]).toMatchObject({ text: `${li.id.slice(0, 3)}***********${li.id.slice(-4)}`, isMasked: true });
  expect((await readKeptRow(house, place, reader, 'A'))[0]).toMatchObject({ text: li.id, isMasked: false });
  const still = await mendRow(house, place, { 申请日期: '2024-03-40' });
  expect([counts(still), await run(refused.import, 'added, refused')]).toEqual([[0, 0, 0, 1, 0], [{ added: 0, refused: 1 }]]);
  expect((await readKeptRow(house, place, reader))[4]?.text).toBe('2024-03-40');
  const mended = await mendRow(house, place, { 申请日期: '2024-02-28', 办结日期: '2024-03-01' });
  expect([counts(mended), await run(refused.import, 'added, refused')]).toEqual([[1, 0, 0, 0, 0], [{ added: 1, refused: 0 }]]);
  expect(await rowsOf(house, "hukou_transfer where person_no = 'P-0002'", 'applied_on, done_on, import_id, line')).toEqual([
    { applied_on: '2024-02-28', done_on: '2024-03-01', import_id: refused.import, line: 2 },
  ]);
  await expect(mendRow(house, place, {})).rejects.toMatchObject({ code: 'imports.row-not-found' });
  expect(await rowsOf(house, `import_problem where import_id = ${refused.import}`, 'code')).toEqual([]);
});

test('a person decides about a name that differs', async () => {
  const waiting = await send(house, `${header}\n${wang.id}|王大三|甲|乙|2024-04-01|是`, { register: 'hukou_transfer', dataDate: '2024-04-10' });
  expect(counts(waiting)).toEqual([0, 0, 0, 0, 1]);
  expect(counts(await mendRow(house, { import: waiting.import ?? 0, sheet: 0, line: 2 }, { 姓名: '' }))).toEqual([1, 0, 0, 0, 0]);
});

test('numbers of people lie nowhere in the clear: not in the uploads, the kept rows, the problems or the registers', async () => {
  const sentinel = wang.id;
  const text = `${header}\n${sentinel}|${li.name}|甲|乙|2024-05-01|是\n${sentinel.slice(0, 17)}9|${wang.name}|甲|乙|2024-05-01|是\n${stranger.id}1|x|甲|乙|2024-05-01|是`;
  const report = await send(house, text, { register: 'hukou_transfer', dataDate: '2024-05-10' });
  expect(counts(report)).toEqual([0, 0, 0, 2, 1]);
  const tables = await house.database.query<{ name: string }>(
    sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables) {
    const found = await rowsOf(
      house,
      `${name} t where t::text like '%${sentinel}%' or t::text like '%${sentinel.slice(0, 17)}%' or t::text like '%${Buffer.from(sentinel).toString('hex')}%'`,
      'count(*)::integer as rows',
    );
    expect({ name, found }).toEqual({ name, found: [{ rows: 0 }] });
  }
  const folder = join(house.dataFolder, 'uploads');
  expect(readdirSync(folder).length).toBeGreaterThan(5);
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(sentinel)).toBe(false);
  const [upload] = await rowsOf<{ sha256: string }>(house, `import_run where import_id = ${report.import}`, 'sha256');
  expect((await openUpload(house.dataFolder, house.keys, upload?.sha256 ?? '')).equals(csv(text))).toBe(true);
});

test('a row that names a refused person of its own file waits, and comes in with the mended row', async () => {
  const [guardian, orphan] = [idNumber('1970-01-01', 91), idNumber('2015-01-01', 92)];
  const header = '人员编号|户编号|姓名|证件号码|民族|与户主关系|劳动能力|监护人证件号码|去世/迁出日期';
  const rows = `P-0061|H-0002|孙某|${guardian}|汉族|其他|1||2024-01-01\nP-0062|H-0002|孙小某|${orphan}|汉族|其他|5|${guardian}|`;
  const report = await send(house, `${header}\n${rows}`, { register: 'person', dataDate: '2024-05-20', alsoOthers: true });
  expect([lines(report), counts(report)]).toEqual([
    ['refused 2 imports.check', 'aside H3 imports.waits-for-refused'],
    [0, 0, 0, 1, 1],
  ]);
  expect(await rowsOf(house, `aside_row where import_id = ${report.import}`, 'line, waits_for, number_index is not null as has_number')).toEqual([
    { line: 3, waits_for: 'person', has_number: true },
  ]);
  expect(counts(await mendRow(house, { import: report.import ?? 0, sheet: 0, line: 2 }, { '去世/迁出日期': '' }))).toEqual([1, 0, 0, 0, 0]);
  expect(await rowsOf(house, "person where person_no in ('P-0061', 'P-0062')", 'person_no, guardian, import_id')).toEqual([
    { person_no: 'P-0061', guardian: null, import_id: report.import },
    { person_no: 'P-0062', guardian: 'P-0061', import_id: report.import },
  ]);
});
