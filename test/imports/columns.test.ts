/** What columns mean, said once by a person: the survey of an upload, what is remembered for a sheet form, and reading again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMappings, replaceMapping } from '#features/imports/headerMappings.ts';
import { registers } from '#catalog/catalog.ts';
import { suggestField } from '#features/imports/suggestField.ts';
import { surveyColumns } from '#features/imports/surveyColumns.ts';
import { counts, lines, openTestHouse, people, rowsOf, send, settle, type TestHouse } from './house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const remember = (register: string, form: string, decisions: Record<string, string | null>): Promise<void> =>
  house.database.transaction((tx) => replaceMapping(tx, register, form, new Map(Object.entries(decisions)), '王芳'));

test('unknown headers come as data, with sample cells and a proposal; once mapped, the same form is read without a question', async () => {
  const text = (no: string): string => `
    卷号|安置点|矛盾纠纷类别|几个人|受理日期|来源|经办人电话
    ${no}|栗坪安置点|1|2|2024-01-10|1|13900000001`;
  const order = { dataDate: '2024-02-03', register: 'dispute' };
  const before = await send(house, text('K1'), order);
  expect(before.unread?.map(({ column, header }) => `${column} ${header}`)).toEqual(['A 卷号', 'C 矛盾纠纷类别', 'D 几个人', 'G 经办人电话']);
  const survey = await surveyColumns(house, before.upload ?? '', { register: 'dispute' });
  expect(survey.sheets.map(({ open }) => open)).toEqual([4]);
  const columns = new Map(survey.shown?.columns.map((column) => [column.header, column]));
  expect(columns.get('经办人电话')).toMatchObject({ samples: ['139****0001'], decided: null, itself: null, isOpen: true });
  expect(columns.get('矛盾纠纷类别')).toMatchObject({ suggestion: 'dispute_type' });
  expect(columns.get('安置点')).toMatchObject({ decided: 'settlement_code', isOpen: false });
  expect(survey.shown?.missing).toEqual(expect.arrayContaining(['case_no', 'people', 'dispute_type']));
  await remember('dispute', survey.shown?.form ?? '', { 卷号: 'case_no', 矛盾纠纷类别: 'dispute_type', 几个人: 'people', 经办人电话: null });
  const after = await send(house, text('K2'), { dataDate: '2024-02-03' });
  expect([after.register, after.unread, counts(after), lines(after)]).toEqual(['dispute', [], [1, 0, 0, 0, 0], []]);
  expect((await listMappings(house.database)).map(({ register, by, columns: decided }) => [register, by, decided.length])).toEqual([
    ['dispute', '王芳', 4],
  ]);
  await remember('dispute', survey.shown?.form ?? '', {});
  expect(await listMappings(house.database)).toEqual([]);
  expect((await send(house, text('K3'), order)).unread).toHaveLength(4);
});

test('of two columns with the same header one is chosen', async () => {
  const text = (no: string): string => `
    案号|安置点|类别|涉及人数|涉及人数|受理日期|来源
    ${no}|栗坪安置点|1|2|7|2024-01-10|1`;
  const order = { dataDate: '2024-02-04', register: 'dispute' };
  const before = await send(house, text('T1'), order);
  expect(lines(before)).toEqual(['imports.two-columns']);
  const survey = await surveyColumns(house, before.upload ?? '', {});
  expect(survey.shown?.columns.filter(({ isOpen }) => isOpen).map(({ key }) => key)).toEqual(['涉及人数', '涉及人数#2']);
  await remember('dispute', survey.shown?.form ?? '', { 涉及人数: null, '涉及人数#2': 'people' });
  expect(counts(await send(house, text('T1'), order))).toEqual([1, 0, 0, 0, 0]);
  expect(await rowsOf(house, "dispute where case_no = 'T1'", 'people')).toEqual([{ people: 7 }]);
});

test('a sheet that no register knows is shown with its first line of texts; the register that a person chose is remembered', async () => {
  const text = `
    编号甲|地点乙|人丙
    1|栗坪安置点|${people.wang.id}`;
  const before = await send(house, text, { dataDate: '2024-02-05' });
  expect([lines(before), before.import]).toEqual([['imports.register-not-recognised'], null]);
  const unknown = await surveyColumns(house, before.upload ?? '', {});
  expect([unknown.shown?.register, unknown.shown?.headerRow, unknown.shown?.columns.map(({ samples }) => samples)]).toEqual([
    null,
    1,
    [['1'], ['栗坪安置点'], [`522***********${people.wang.id.slice(-4)}`]],
  ]);
  const chosen = await surveyColumns(house, before.upload ?? '', { register: 'device' });
  expect(chosen.shown?.form).toBe(unknown.shown?.form);
  await remember('device', chosen.shown?.form ?? '', { 编号甲: 'device_no', 地点乙: 'settlement_code', 人丙: null });
  expect((await send(house, text, { dataDate: '2024-02-05' })).register).toBe('device');
});

test('a decision for a field that the register does not have is refused', async () => {
  await expect(remember('device', 'x', { 甲: 'nothing' })).rejects.toMatchObject({ code: 'imports.mapped-field-unknown' });
});

test('a column of identity numbers is proposed as the person, whatever its header', () => {
  const proposed = (samples: readonly string[]): string | null => suggestField(registers.employment, '证照', samples, new Set());
  expect([proposed([people.wang.id]), proposed(['甲'])]).toEqual(['person_no', null]);
});
