/** Erasure: refused while duties are open, previewed, confirmed by a second person, and then nothing of the person is left in any file of the data folder. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStandard } from '#cli/withHouse.ts';
import { type Actor, platformActor } from '#features/audit/actor.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { askErasure, confirmErasure, planErasure } from '#features/personRights/erasePerson.ts';
import { finishErasures } from '#features/personRights/finishErasures.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { type Machine, openMachine } from '#platform/machine.ts';
import { householdHeader, idNumber, people, personHeader, rowsOf, send, settle, type TestHouse } from '../imports/house.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anju-erasure-')));
const dataFolder = join(folder, 'data');
let machine: Machine;
let house: TestHouse;
const leaver = { name: '欧阳不见踪', id: idNumber('1950-05-05', 9), phone: '13987654321' };
const clerk = (account: number, name: string): Actor => ({ ...platformActor, account, name, via: 'web' });
const first = clerk(1, '张三（zhang）');
const second = clerk(2, '李四（li）');
const order = { asker: 'kin', purpose: '近亲属申请', proof: '死亡证明', personNo: 'P-0009', ground: 'purpose-done' } as const;
const jobsHeader = '身份证号|姓名|就业状态|就业形式|务工地|就业时间|求职意愿|确认方式|确认日期|欠薪天数|失业日期';

beforeAll(async () => {
  chmodSync(folder, 0o755);
  machine = await openMachine({ dataFolder, hosts: [] }, { role: 'command', command: 'test' });
  await prepareStandard(machine);
  house = { ...machine, clock: jumpableClock('2024-06-30'), dataFolder, actor: first };
  await settle(house);
  // The person is the head of a household of their own, guardian of a child, employed, and in rows that came back.
  await send(
    house,
    `${householdHeader}\nH-0009|${leaver.name}|${leaver.id}|兴义市|某乡某村|栗坪安置点|栗坪社区|2栋|1|201|2018-05-01|2018|1|1|1|1|${leaver.phone}|1`,
    { dataDate: '2024-01-02' },
  );
  await send(house, `${personHeader}|联系电话\nH-0009|${leaver.name}|${leaver.id}|汉族|本人|1|8|P-0009|${leaver.phone}`, { dataDate: '2024-01-02' });
  await send(house, `人员编号|监护人证件号码\nP-0003|${leaver.id}`, { dataDate: '2024-01-03', register: 'person' });
  await send(house, `${jobsHeader}\n${leaver.id}|${leaver.name}|就业|1|兴义市|2023-05-01|一般|1|2024-02-01|0|`, { dataDate: '2024-02-01' });
  await send(house, `${personHeader}\nH-0009|${leaver.name}|${leaver.id}|没有这个民族|本人|1|8|P-0009`, { dataDate: '2024-02-02' });
  await evaluate(machine.database, { day: '2024-02-29', moment: momentOf('2024-02-29', new Date('2000-01-01')) });
});
let isClosed = false;
afterAll(async () => {
  if (!isClosed) await machine?.close();
  rmSync(folder, { recursive: true, force: true });
});

const sums = (): Promise<unknown[]> =>
  rowsOf(
    house,
    "indicator where month = date '2024-02-01'",
    'settlement_code, item_code, numerator, denominator, unknown, blue, yellow, orange, red',
    '1, 2',
  );

test('a member of a relocated household is not erased: the reason is said and on record, and nothing else happened', async () => {
  const before = await rowsOf(house, 'person', 'count(*)');
  await expect(askErasure(house, order)).rejects.toMatchObject({ code: 'person-rights.still-active' });
  expect(await rowsOf(house, 'person', 'count(*)')).toEqual(before);
  expect(await rowsOf(house, 'person_right', 'kind, state, person_no, ground')).toEqual([
    { kind: 'erase', state: 'refused', person_no: 'P-0009', ground: 'purpose-done' },
  ]);
  expect(await rowsOf(house, "audit_entry where verb like 'person-rights.%'", 'verb, account, purpose')).toEqual([
    { verb: 'person-rights.refuse', account: 1, purpose: '近亲属申请' },
  ]);
  const { against } = await planErasure(house, 'P-0009', 'purpose-done');
  expect(against.map(({ zh }) => zh).join()).toContain('第十三条');
  expect((await planErasure(house, 'P-0009', 'unlawful')).against).toEqual([]);
});

test('preview, request, second person, and nothing is left', async () => {
  await send(house, `${personHeader}|减少日期|减少原因\nH-0009|${leaver.name}|${leaver.id}|汉族|本人|1|8|P-0009|2024-03-01|1`, {
    dataDate: '2024-03-02',
  });
  await machine.database.execute(sql`update warning set state = 'recovered', stage = 'archived' where subject_key = 'P-0009'`);
  const tablesBefore = await sums();
  const count = () =>
    machine.database.one(
      sql`select (select count(*) from person) as persons, (select count(*) from person_history) as versions, (select count(*) from refused_row) as refused`,
    );
  const before = await count();
  const plan = await planErasure(house, 'P-0009', 'purpose-done');
  expect(await count()).toEqual(before);
  expect(plan.against).toEqual([]);
  expect(plan.removed.map(({ what }) => what)).toEqual(expect.arrayContaining(['person', 'person_history', 'employment', 'kept', 'person_fact']));
  expect(plan.anonymised.map(({ what }) => what)).toEqual(expect.arrayContaining(['household', 'person', 'finding']));
  expect(plan.uploads.length).toBeGreaterThan(3);

  // A list of which every row lies elsewhere needs not be opened: it may be out of order.
  const elsewhere = await send(house, `户编号|联系电话\nH-0002|13900000009`, { dataDate: '2024-03-03', register: 'household' });
  expect(elsewhere.changed).toBe(1);
  const garbled = join(
    dataFolder,
    'uploads',
    `${(await rowsOf<{ sha256: string }>(house, `import_run where import_id = ${elsewhere.import}`, 'sha256'))[0]?.sha256}.sealed`,
  );
  writeFileSync(garbled, 'no key opens this');

  // The name stands open in tables, the numbers do not.
  await machine.database.execute(sql`checkpoint`);
  expect([...new Set(filesIn(dataFolder).flatMap((file) => namesIn(readFileSync(file))))]).toEqual([leaver.name]);
  const right = await askErasure(house, order);
  await expect(askErasure(house, order)).rejects.toMatchObject({ code: 'person-rights.asked-already' });
  await expect(confirmErasure(house, right)).rejects.toMatchObject({ code: 'person-rights.same-person' });
  const others = await rowsOf(house, "person where person_no <> 'P-0009' and person_no <> 'P-0003'", '*', 'row_id');
  await confirmErasure({ ...house, actor: second }, right);
  await expect(confirmErasure({ ...house, actor: second }, right)).rejects.toMatchObject({ code: 'person-rights.not-waiting' });
  expect(await finishErasures({ ...house, actor: platformActor })).toBe(1);
  expect(await finishErasures({ ...house, actor: platformActor })).toBe(0);

  expect(await rowsOf(house, 'person', '*', 'row_id')).toEqual(expect.arrayContaining(others));
  expect(await rowsOf(house, "person where person_no in ('P-0003', 'P-0009')", 'person_no, name, guardian')).toEqual([
    { person_no: 'P-0003', name: people.child.name, guardian: null },
  ]);
  expect(await rowsOf(house, "household where household_no = 'H-0009'", 'head_name, head_id_no, head_id_no_index, phone, settlement_code')).toEqual([
    { head_name: '已删除', head_id_no: null, head_id_no_index: null, phone: null, settlement_code: '522301A001' },
  ]);
  expect(await sums()).toEqual(tablesBefore);
  expect(await rowsOf(house, "finding where subject_key = 'P-0009'", '1')).toEqual([]);
  expect(await rowsOf(house, `person_right where right_id = ${right}`, 'state, person_no, note, sought, stated_by, finished_by')).toEqual([
    { state: 'done', person_no: null, note: null, sought: null, stated_by: first.name, finished_by: second.name },
  ]);
  expect(await rowsOf(house, "audit_entry where verb = 'person-rights.confirm'", 'account, before', 'entry_id')).toEqual([
    { account: 2, before: { person: 'P-0009', state: 'waiting', ground: 'purpose-done' } },
    { account: null, before: { state: 'erasing' } },
  ]);
  // Files of others that do not name the person stay.
  expect(readFileSync(garbled, 'utf8')).toBe('no key opens this');
  expect(readdirSync(join(dataFolder, 'uploads')).length).toBeGreaterThan(0);
  expect(await rowsOf(house, 'upload', 'count(*)::integer as n')).toEqual([{ n: readdirSync(join(dataFolder, 'uploads')).length }]);
  const next = await evaluate(machine.database, { day: '2024-06-30', moment: momentOf('2024-06-30', new Date('2000-01-01')) });
  expect(next.settlements).toBe(3);
  await machine.close();
  isClosed = true;
  const left = filesIn(dataFolder).flatMap((file) => namesIn(readFileSync(file)).map((mark) => `${mark} in ${file}`));
  expect(left).toEqual([]);
  expect(namesIn(Buffer.from(`x${leaver.name}`))).toEqual([leaver.name]);
});

const filesIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** As text, as wide text, and in hexadecimal. */
const namesIn = (bytes: Buffer): string[] =>
  Object.values(leaver).filter((mark) =>
    [Buffer.from(mark), Buffer.from(mark, 'utf16le'), Buffer.from(Buffer.from(mark).toString('hex'))].some((form) => bytes.includes(form)),
  );
