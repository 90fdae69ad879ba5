/** The story of an import that is taken back after it raised warnings: what nobody has touched goes with it, what somebody has worked on stays and says so. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { undoImport } from '#features/imports/undoImport.ts';
import type { WarningFile } from '#features/warnings/contract.ts';
import type { OrderFile } from '#features/workOrders/contract.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
let wrong: number;
beforeAll(async () => {
  house = await openCaseHouse();
  const all = [people.wang, people.li, people.zhao];
  await sendEmployment(
    house,
    '2024-06-20',
    all.map(({ id }) => ({ id, works: true, since: '2023-01-01' })),
  );
  const report = await sendEmployment(
    house,
    '2024-07-01',
    all.map(({ id }) => ({ id, works: false, since: '2024-06-28' })),
  );
  wrong = report.import ?? 0;
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
});
afterAll(() => house?.close());

const ofHousehold = (no: string): Promise<unknown[]> =>
  house.database.query(sql`select stage, state from warning where item_code = 'C01' and household_no = ${no}`);
const orderOf = async (no: string): Promise<number> =>
  (await house.database.one<{ id: number }>(sql`select order_id as id from work_order where household_no = ${no}`)).id;

test('one is worked on, the other not, when the import is taken back', async () => {
  expect([await ofHousehold('H-0001'), await ofHousehold('H-0002')]).toEqual([
    [{ stage: 'raised', state: 'open' }],
    [{ stage: 'raised', state: 'open' }],
  ]);
  await house.order('community', await orderOf('H-0001'), 'sign');
  house.clock.set('2024-07-01T11:00:00+08:00');
  const undone = await undoImport(house, wrong);
  expect(undone.warnings).toBe(2);
  await house.evaluateOn('2024-07-01T11:01:00+08:00');
});

test('the untouched one is withdrawn and its order ends by itself', async () => {
  expect(await ofHousehold('H-0002')).toEqual([{ stage: 'withdrawn', state: 'retracted' }]);
  expect((await house.get<OrderFile>('county', `/work-orders/${await orderOf('H-0002')}`)).body).toMatchObject({ state: 'closed', warnings: 0 });
});

test('the other one stands, its order goes on, and it says that its import is gone', async () => {
  expect(await ofHousehold('H-0001')).toEqual([{ stage: 'signed', state: 'recovering' }]);
  const order = await orderOf('H-0001');
  expect((await house.get<OrderFile>('community', `/work-orders/${order}`)).body).toMatchObject({ state: 'signed', warnings: 1 });
  const { id } = await house.database.one<{ id: number }>(
    sql`select warning_id as id from warning where household_no = 'H-0001' and item_code = 'C01'`,
  );
  const { body } = await house.get<Pick<WarningFile, 'events' | 'evidence'>>('community', `/warnings/${id}`);
  expect(body.evidence.filter(({ importId }) => importId === wrong).map(({ register, undoneAt }) => [register, undoneAt !== null])).toContainEqual([
    'employment',
    true,
  ]);
  expect(body.evidence.filter(({ importId, undoneAt }) => importId !== wrong && undoneAt !== null)).toEqual([]);
  expect(body.events.map(({ kind }) => kind)).toEqual(['raised', 'import-undone', 'recovering']);
  await house.warning('community', id, 'check', { verdict: '3', falseReason: '1', note: '台账报错，已撤销' });
  await house.order('community', order, 'finish', { note: '数据错误' });
  await house.order('street', order, 'review');
  await house.order('street', order, 'close');
  expect(await ofHousehold('H-0001')).toEqual([{ stage: 'false-alarm', state: 'recovering' }]);
});
