/** README section 7: full lists (`--mode full`), and the second person who confirms what they leave out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmImport } from '#features/imports/confirmImport.ts';
import { counts, idNumber, lines, openTestHouse, people, personHeader, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const header = '设备编号|安置点|设备类型|状态';
const list = (names: readonly string[], settlement = '栗坪安置点'): string =>
  `${header}\n${names.map((name) => `${name}|${settlement}|1|1`).join('\n')}`;
const full = (text: string, dataDate: string, more = {}): ReturnType<typeof send> =>
  send(house, text, { register: 'device', mode: 'full', dataDate, ...more });
const missing = (): Promise<unknown[]> => rowsOf(house, 'device where missing_since is not null', 'device_no, missing_since, data_date');

test('rows of the covered settlements that the list does not hold are missing from its day on; others are left alone', async () => {
  await send(house, list(['A', 'B', 'C']), { dataDate: '2024-01-31' });
  await send(house, list(['X'], '洒金安置点'), { dataDate: '2024-01-31' });
  const report = await full(list(['A', 'B']), '2024-02-29');
  expect([counts(report), report.missing, report.settlements]).toEqual([[0, 0, 2, 0, 0], 1, ['522301A001']]);
  expect(await missing()).toEqual([{ device_no: 'C', missing_since: '2024-02-29', data_date: '2024-02-29' }]);
  expect(await rowsOf(house, "device_history where device_no = 'C'", 'data_date, valid_to, missing_since')).toEqual([
    { data_date: '2024-01-31', valid_to: '2024-02-29', missing_since: null },
  ]);
});

test('a further list without the row does not move the day; the row that returns is no longer missing', async () => {
  await full(list(['A', 'B']), '2024-03-31');
  expect(await missing()).toEqual([{ device_no: 'C', missing_since: '2024-02-29', data_date: '2024-02-29' }]);
  const back = await full(list(['A', 'B', 'C']), '2024-04-30');
  expect([counts(back), await missing()]).toEqual([[0, 1, 2, 0, 0], []]);
});

test('a list never marks rows whose own data date is newer than its own', async () => {
  await send(house, list(['D']), { dataDate: '2024-05-31' });
  await send(house, list(['B']), { dataDate: '2024-05-31' });
  const report = await full(list(['A']), '2024-05-15');
  expect(report.missing).toBe(1);
  expect(await missing()).toEqual([{ device_no: 'C', missing_since: '2024-05-15', data_date: '2024-05-15' }]);
});

test('a row of the list that is refused is not missing', async () => {
  const report = await full(`${list(['A', 'B', 'C'])}\nD|栗坪安置点|1|?`, '2024-05-31');
  expect([counts(report), report.missing]).toEqual([[0, 1, 2, 1, 0], 0]);
});

test('only state registers have full lists', async () => {
  expect(
    lines(await send(house, '案号|安置点|类别|涉及人数|受理日期|来源\n1|栗坪安置点|1|1|2024-01-01|1', { mode: 'full', dataDate: '2024-02-01' })),
  ).toEqual(['imports.full-needs-state']);
});

test('a list that leaves out more than 5 % of what stands waits, with nothing stored, until a second person confirms', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `M${String(at).padStart(2, '0')}`);
  const green = '青山安置点';
  await send(house, list(names, green), { dataDate: '2024-01-31' });
  expect((await full(list(names.slice(2), green), '2024-02-15')).missing).toBe(2);
  const waiting = await full(list(names.slice(0, 30), green), '2024-02-29', { statedBy: '张三' });
  expect([waiting.state, lines(waiting), waiting.problem?.params]).toEqual(['waiting', ['imports.full-list-drops'], { dropped: 10, standing: 38 }]);
  expect(await rowsOf(house, `import_run where import_id = ${waiting.import}`, 'state, mode')).toEqual([{ state: 'waiting', mode: 'full' }]);
  expect(await rowsOf(house, "register_feed where settlement_code = '522323A001' and data_date = '2024-02-29'", 'register')).toEqual([]);
  await expect(confirmImport(house, waiting.import ?? 0, '张三')).rejects.toMatchObject({ code: 'imports.same-person' });
  const confirmed = await confirmImport(house, waiting.import ?? 0, '李四');
  expect([confirmed.import, confirmed.state, confirmed.missing]).toEqual([waiting.import, 'stored', 10]);
  expect(await rowsOf(house, `import_run where import_id = ${waiting.import}`, 'state, stated_by, confirmed_by, missing')).toEqual([
    { state: 'stored', stated_by: '张三', confirmed_by: '李四', missing: 10 },
  ]);
  await expect(confirmImport(house, waiting.import ?? 0, '李四')).rejects.toMatchObject({ code: 'imports.not-waiting' });
  expect((await full(list(names.slice(0, 20), green), '2024-03-31', { confirmedBy: '李四' })).missing).toBe(10);
});

test('a list looks at where a row belonged on its day, not at where its household or person went since', async () => {
  const header = '身份证号|姓名|就业状态|求职意愿|确认方式|确认日期|失业日期';
  const { wang, li, child, zhao } = people;
  const lodger = { name: '甲', id: idNumber('1990-01-01', 3) };
  const employment = (...some: { id: string; name: string }[]): string =>
    `${header}\n${some.map(({ id, name }) => `${id}|${name}|2|1|1|2024-01-20|2023-12-01`).join('\n')}`;
  const listOf = (covers: string, someone: { id: string; name: string }): ReturnType<typeof send> =>
    send(house, employment(someone), { register: 'employment', mode: 'full', dataDate: '2024-01-31', covers: [covers] });
  const gone = (): Promise<unknown[]> => rowsOf(house, 'employment where missing_since is not null', 'person_no, missing_since');
  await send(house, `${personHeader}\nH-0002|${lodger.name}|${lodger.id}|汉族|其他|1|8|P-0009`, { dataDate: '2024-01-15' });
  await send(house, employment(wang, li, child, zhao, lodger), { dataDate: '2024-01-20' });
  await send(house, '户编号|安置点|社区|楼栋\nH-0002|青山安置点|青山社区|1栋', { register: 'household', dataDate: '2024-02-10' });
  await send(house, '人员编号|户编号\nP-0003|H-0002\nP-0009|H-0001', { register: 'person', dataDate: '2024-02-15' });
  expect((await listOf('522301A001', wang)).missing).toBe(2);
  const left = ['P-0002', 'P-0003'].map((person_no) => ({ person_no, missing_since: '2024-01-31' }));
  expect(await gone()).toEqual(left);
  expect((await listOf('522301A002', lodger)).missing).toBe(1);
  expect(await gone()).toEqual([...left, { person_no: 'P-0004', missing_since: '2024-01-31' }]);
});
