/** Rights of the person: a copy with everything and nobody else, correction with trace, restriction that no list lifts, and what each leaves in the log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prefectureCode } from '#catalog/areas/areas.ts';
import { scoped, type ScopedDatabase, wholeScope } from '#features/areas/scope.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import type { Sight } from '#features/people/sight.ts';
import { readKeptRow } from '#features/imports/mendRow.ts';
import { writeMarkedImport } from '#features/imports/writeMarkedFile.ts';
import { getHousehold, listHouseholds } from '#features/households/viewHouseholds.ts';
import { correctPerson } from '#features/personRights/correctPerson.ts';
import { exportPerson } from '#features/personRights/exportPerson.ts';
import { findPersonNo } from '#features/personRights/findPerson.ts';
import { liftRestriction, restrictPerson } from '#features/personRights/restrictPerson.ts';
import { rememberRowCounts } from '#features/registers/countRows.ts';
import { getRegister, listRows } from '#features/registers/viewRegisters.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import { defaultLimits } from '#platform/files/sheets.ts';
import { openZip } from '#platform/files/zipPackage.ts';
import { buffer } from 'node:stream/consumers';
import { openTestHouse, people, personHeader, rowsOf, send, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
let everything: ScopedDatabase;
let sight: Sight;
let answering: Sight;
const folder = mkdtempSync(join(tmpdir(), 'anju-rights-'));
const asked = { asker: 'self', purpose: '本人到窗口申请' } as const;
const jobsHeader = '身份证号|姓名|就业状态|就业形式|务工地|就业时间|求职意愿|确认方式|确认日期|欠薪天数|失业日期';

beforeAll(async () => {
  house = await openTestHouse();
  await house.database.transaction((tx) => seedCalendar(tx));
  await settle(house);
  await send(house, `${jobsHeader}\n${people.li.id}|李小花|就业|1|兴义市|2023-05-01|一般|1|2024-02-01|0|`, { dataDate: '2024-02-01' });
  await send(house, `${jobsHeader}\n${people.li.id}|李小花|就业|1|普安县|2023-05-01|一般|1|2024-03-01|0|`, { dataDate: '2024-03-01' });
  await send(house, `${personHeader}\nH-0001|${people.li.name}|${people.li.id}|没有这个民族|配偶|1|8|P-0002`, { dataDate: '2024-03-02' });
  await evaluate(house.database, { day: '2024-06-30', moment: momentOf('2024-06-30', new Date('2000-01-01')) });
  const scope = await wholeScope(house.database);
  everything = scoped(house.database, scope);
  sight = {
    day: '2024-06-30',
    health: scope,
    minors: scope,
    silent: scope,
    restricted: { areas: [], settlements: [], places: [], everything: false },
  };
  answering = { ...sight, restricted: scope };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const entries = (): Promise<{ verb: string; purpose: string | null; after: Record<string, unknown> | null }[]> =>
  house.database.query(sql`select verb, purpose, after from audit_entry where verb like 'person-rights.%' order by entry_id`);

test('a person is found by number of the platform and by identity number, others are not found', async () => {
  expect(await findPersonNo(everything, house.keys, people.li.id)).toEqual({ personNo: 'P-0002', settlement: '522301A001' });
  await expect(findPersonNo(everything, house.keys, people.stranger.id)).rejects.toMatchObject({ code: 'person-rights.person-not-found' });
  const elsewhere = scoped(house.database, { areas: [prefectureCode], settlements: ['522301A002'], places: [], everything: false });
  await expect(findPersonNo(elsewhere, house.keys, 'P-0002')).rejects.toMatchObject({ code: 'person-rights.person-not-found' });
});

test('the copy holds every version with its origin, findings, kept rows and readers, and nobody else by name or number', async () => {
  const file = join(folder, 'li.zip');
  await appendAudit(house.database, house.actor, { verb: 'households.read', object: { kind: 'household', key: 'H-0001' } });
  await appendAudit(house.database, house.actor, { verb: 'households.read', object: { kind: 'household', key: 'H-0002' } });
  const { right, rows, write } = await exportPerson(house, { ...asked, personNo: 'P-0002' }, 'machine');
  await write(file);
  expect(rows).toBe(3);
  const zip = await openZip(file, defaultLimits);
  const json = JSON.parse(await text(await zip.stream('data.json'))) as {
    registers: { register: string; rows: { version: string; fields: { name: string; value: string }[]; origin: { file: string; line: number } }[] }[];
    findings: unknown[];
    facts: unknown[];
    imports: { register: string; kind: string }[];
    keptRows: { kind: string; line: number }[];
    audit: { verb: string; object_key: string }[];
  };
  expect(json.audit).toEqual([expect.objectContaining({ verb: 'households.read', object_key: 'H-0001' })]);
  expect(json.registers.map(({ register, rows: versions }) => [register, versions.map(({ version }) => version)])).toEqual([
    ['person', ['current']],
    ['employment', ['current', 'history']],
  ]);
  const person = json.registers[0]?.rows[0]?.fields ?? [];
  expect(person.find(({ name }) => name === 'id_no')?.value).toBe(people.li.id);
  expect(json.registers[1]?.rows[0]?.origin).toMatchObject({ file: 'test.csv', line: 2 });
  expect([json.facts.length, json.imports.length, json.keptRows]).toEqual([1, 3, [{ kind: '退回', import: expect.any(Number), sheet: 0, line: 2 }]]);
  const whole = await text(await zip.stream('data.json'));
  for (const other of [people.wang, people.child, people.zhao]) for (const mark of [other.name, other.id]) expect(whole).not.toContain(mark);
  const book = await openSheets(await buffer(await zip.stream('个人信息-P-0002.xlsx')));
  expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['说明', '搬迁人口台账', '来源导入', '查阅记录', '退回和待匹配行']));
  await book.close();
  zip.close();
  expect((await entries()).at(-1)).toEqual({
    verb: 'person-rights.export',
    purpose: asked.purpose,
    after: { person: 'P-0002', asker: 'self', proof: '', rows: 3 },
  });
  expect(await rowsOf(house, `person_right where right_id = ${right}`, 'kind, state, person_no')).toEqual([
    { kind: 'export', state: 'done', person_no: 'P-0002' },
  ]);
});

test('the head of a household receives the household, with the numbers of others masked', async () => {
  const { write } = await exportPerson(house, { asker: 'guardian', purpose: '代办', proof: '户口簿', personNo: 'P-0001' }, 'machine');
  const file = join(folder, 'wang.zip');
  await write(file);
  const zip = await openZip(file, defaultLimits);
  const whole = await text(await zip.stream('data.json'));
  zip.close();
  const { registers } = JSON.parse(whole) as { registers: { register: string }[] };
  expect(registers.map(({ register }) => register)).toContain('household');
  expect(whole).toContain(people.wang.id);
  for (const other of [people.li, people.child]) for (const mark of [other.name, other.id]) expect(whole).not.toContain(mark);
});

test('whoever is not the person shows a proof', async () => {
  const before = (await entries()).length;
  await expect(exportPerson(house, { asker: 'kin', purpose: '查阅', personNo: 'P-0002' }, 'machine')).rejects.toMatchObject({
    code: 'person-rights.proof-needed',
  });
  expect((await entries()).length).toBe(before);
});

test('a correction is an import of one row: history, origin, evaluation, the audit entry, and no delivery', async () => {
  const [row] = await rowsOf<{ row_id: number }>(house, "person where person_no = 'P-0002'", 'row_id');
  const delivered = await rowsOf(house, "register_feed where register = 'person'", 'settlement_code, data_date');
  await house.database.execute(sql`delete from evaluation_request`);
  const order = { ...asked, personNo: 'P-0002', register: 'person', row: row?.row_id ?? 0 };
  const { right, importId, changed } = await correctPerson(house, { ...order, values: { name: '李晓花', education: '高中' } });
  expect(changed).toBe(1);
  expect(await rowsOf(house, "person where person_no = 'P-0002'", 'name, education, import_id')).toEqual([
    { name: '李晓花', education: '60', import_id: importId },
  ]);
  expect(await rowsOf(house, "person_history where person_no = 'P-0002'", 'name, education')).toEqual([{ name: '李小花', education: null }]);
  expect(await rowsOf(house, `import_run where import_id = ${importId}`, 'file_name, state, changed')).toEqual([
    { file_name: `更正 ${right}`, state: 'stored', changed: 1 },
  ]);
  expect(await rowsOf(house, 'evaluation_request', 'settlement_code')).toEqual([{ settlement_code: '522301A001' }]);
  expect(await rowsOf(house, "register_feed where register = 'person'", 'settlement_code, data_date')).toEqual(delivered);
  expect((await entries()).at(-1)).toMatchObject({
    verb: 'person-rights.correct',
    purpose: asked.purpose,
    after: { fields: ['name', 'education'], import: importId },
  });
});

test('what the checks refuse, what is not the person’s, and what is not their own to state changes nothing', async () => {
  const [row] = await rowsOf<{ row_id: number }>(house, "person where person_no = 'P-0002'", 'row_id');
  const [other] = await rowsOf<{ row_id: number }>(house, "person where person_no = 'P-0004'", 'row_id');
  const count = async (): Promise<unknown> =>
    house.database.one(sql`select (select count(*) from import_run) as runs, (select count(*) from person_right) as rights, (select count(*) from refused_row) as refused,
      (select count(*) from audit_entry) as entries`);
  const before = await count();
  const order = { ...asked, personNo: 'P-0002', register: 'person', row: row?.row_id ?? 0 };
  await expect(correctPerson(house, { ...order, values: { ethnic: '没有这个民族' } })).rejects.toMatchObject({
    code: 'person-rights.correction-refused',
  });
  await expect(correctPerson(house, { ...order, values: { person_no: 'P-9999' } })).rejects.toMatchObject({ code: 'person-rights.field-not-own' });
  await expect(correctPerson(house, { ...order, values: { nothing: '1' } })).rejects.toMatchObject({ code: 'person-rights.field-unknown' });
  await expect(correctPerson(house, { ...order, row: other?.row_id ?? 0, values: { education: '高中' } })).rejects.toMatchObject({
    code: 'person-rights.row-not-found',
  });
  await expect(correctPerson(house, { ...order, values: {} })).rejects.toMatchObject({ code: 'person-rights.nothing-to-correct' });
  expect(await count()).toEqual(before);
});

test('a restricted person is shown to nobody who does not answer for them; later lists do not lift it; it is lifted by hand', async () => {
  await restrictPerson(house, { ...asked, personNo: 'P-0002' }, '522301A001');
  await expect(restrictPerson(house, { ...asked, personNo: 'P-0002' }, '522301A001')).rejects.toMatchObject({
    code: 'person-rights.restricted-already',
  });
  await send(house, `${personHeader}\nH-0001|李晓花|${people.li.id}|汉族|配偶|1|8|P-0002`, { dataDate: '2024-06-01' });
  const hidden = await getHousehold(everything, 'H-0001', house.keys, sight);
  const member = hidden.persons.find(({ no }) => no === 'P-0002');
  expect(member).toMatchObject({ name: '已限制', number: '', relation: '', isRestricted: true });
  expect(JSON.stringify(hidden)).not.toMatch(/李[晓小]花|普安县/);
  expect(hidden.findings.filter(({ subject }) => subject === 'P-0002')).toEqual([]);
  const rows = await listRows(
    everything,
    getRegister('employment'),
    { page: 1, size: 10 },
    { sight, countsOf: rememberRowCounts(), open: (sealed) => house.keys.openText(Buffer.from(sealed)) },
  );
  expect(rows.rows[0]?.fields).toEqual([expect.objectContaining({ name: 'person_no', value: '已限制', valueEn: 'restricted' })]);
  const find = async (by: Sight, q: string) => (await listHouseholds(everything, { q, state: 'all', page: 1, size: 10 }, house.keys, by)).total;
  expect([await find(sight, people.li.id), await find(sight, '李晓花'), await find(answering, people.li.id)]).toEqual([0, 0, 1]);
  const open = await getHousehold(everything, 'H-0001', house.keys, answering);
  expect(open.persons.find(({ no }) => no === 'P-0002')?.name).toBe('李晓花');
  const facts = await rowsOf(house, "person_fact where subject_key = 'P-0002'", 'month');
  expect(facts).toHaveLength(1);

  // Views for other tools: no row about the person, and no number of theirs in the rows of others.
  for (const view of ['person', 'employment', 'warning_case'])
    expect(await rowsOf(house, `bi.${view} v where v::text like '%P-0002%'`, '1')).toEqual([]);
  expect(await rowsOf(house, 'bi.person', 'person_no')).toEqual(['P-0001', 'P-0003', 'P-0004'].map((number) => ({ person_no: number })));

  await liftRestriction(house, { ...asked, personNo: 'P-0002' }, '522301A001');
  expect((await getHousehold(everything, 'H-0001', house.keys, sight)).persons.find(({ no }) => no === 'P-0002')?.name).toBe('李晓花');
  await expect(liftRestriction(house, { ...asked, personNo: 'P-0002' }, null)).rejects.toMatchObject({ code: 'person-rights.not-restricted' });
  expect((await entries()).slice(-2).map(({ verb }) => verb)).toEqual(['person-rights.restrict', 'person-rights.lift']);
});

test('a restricted head: the household stays, without its name and number', async () => {
  await restrictPerson(house, { ...asked, personNo: 'P-0001' }, '522301A001');
  const { rows } = await listHouseholds(everything, { state: 'all', page: 1, size: 10 }, house.keys, sight);
  expect(rows.map(({ no, head }) => [no, head])).toEqual([
    ['H-0001', '已限制'],
    ['H-0002', '赵*'],
  ]);
  const file = await getHousehold(everything, 'H-0001', house.keys, sight);
  expect(JSON.stringify(file)).not.toContain('王大山');
  expect(file.fields.map(({ name }) => name)).not.toContain('head_id_no');
  expect(await rowsOf(house, 'bi.household', 'household_no, head_name, origin_address')).toEqual([
    { household_no: 'H-0001', head_name: null, origin_address: null },
    { household_no: 'H-0002', head_name: people.zhao.name, origin_address: '某乡某村' },
  ]);
  await liftRestriction(house, { ...asked, personNo: 'P-0001' }, '522301A001');
});

test('rows that came back, and the marked file, do not show whom a row is about while they are restricted', async () => {
  const xlsx = `${personHeader}\nH-0001|李晓花|${people.li.id}|没有这个民族|配偶|1|8|P-0002\nH-0001|${people.child.name}|${people.child.id}|没有这个民族|子|5|3|P-0003`;
  const report = await send(house, xlsx, { dataDate: '2024-06-05' });
  const place = (line: number) => ({ import: report.import ?? 0, sheet: 0, line });
  const seen = { isRestricted: false, isMinor: true, seesHealth: true, seesMinors: true };
  const texts = async (by: Sight, line: number) => (await readKeptRow(house, place(line), { seen, sight: by }, 'D')).map(({ text }) => text);
  const marked = async (by: Sight): Promise<string> => {
    const file = join(folder, 'marked.xlsx');
    await writeMarkedImport(house, report.import ?? 0, file, by);
    const book = await openSheets(file);
    const rows: string[] = [];
    for (const sheet of book.sheets)
      for await (const batch of sheet.rowBatches()) rows.push(...batch.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')));
    await book.close();
    const zip = await openZip(file, defaultLimits);
    const whole = await Promise.all(zip.names.map(async (name) => text(await zip.stream(name))));
    zip.close();
    return [...rows, ...whole].join('\n');
  };
  expect(await texts(sight, 2)).toContain('李晓花');
  await restrictPerson(house, { ...asked, personNo: 'P-0002' }, '522301A001');
  expect(new Set(await texts(sight, 2))).toEqual(new Set(['已限制', '没有这个民族']));
  expect(await texts(sight, 3)).toContain(people.child.name);
  expect(await texts(answering, 2)).toContain('李晓花');
  const held = await marked(sight);
  for (const mark of ['李晓花', people.li.id, 'P-0002']) expect(held).not.toContain(mark);
  expect(held).toContain(people.child.id);
  expect(held).toContain('本人的信息已限制处理');
  expect(await marked(answering)).toContain(people.li.id);
  await liftRestriction(house, { ...asked, personNo: 'P-0002' }, '522301A001');
});
