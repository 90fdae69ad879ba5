/** Figures are computed once for everybody who looks, and anew when a register changed or an import was taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rememberFigures } from '#features/figures/rememberFigures.ts';
import { undoImport } from '#features/imports/undoImport.ts';
import { openTestHouse, send, settle, type TestHouse } from '../imports/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
});
afterAll(() => house.close());

const schools =
  '学校名称|学校编码|学段|建设类型|建成日期|安置点|学位数|班级数|大班额班数|在校生|搬迁子女|专任教师\n一小|5223010001|小学|新建|2023-03-01|522301A001|600|12|0|500|300|30';

test('one answer for all until a register changes', async () => {
  const figuresOf = rememberFigures(house.database);
  const ask = () => figuresOf(2023, new Date('2024-06-01T00:00:00Z'), '2023-12-31');
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(await ask()).toBe(await ask());
  expect(first).toEqual(second);
  const report = await send(house, schools, { dataDate: '2023-06-30' });
  expect(report.added, JSON.stringify(report.problems)).toBe(1);
  const after = await ask();
  expect(after).not.toBe(first);
  expect(after).not.toEqual(first);
  await undoImport(house, report.import ?? 0);
  expect(await ask()).toEqual(first);
});
