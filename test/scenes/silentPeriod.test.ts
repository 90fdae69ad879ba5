/** The story of an item's first ninety days: computed, shown to leads, dispatched to nobody; then what still stands becomes work, with clocks from that day. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderFile, OrderPage } from '#features/workOrders/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
const day = { first: '2024-07-01', last: '2024-09-29', after: '2024-09-30' };
const noWork = (on: string, wangWorks: boolean) =>
  sendEmployment(house, on, [
    { id: people.wang.id, works: wangWorks, since: '2024-06-28' },
    { id: people.li.id, works: wangWorks, since: '2024-06-28' },
    { id: people.zhao.id, works: false, since: '2024-06-28' },
  ]);
const stages = (): Promise<unknown[]> =>
  house.database.query(sql`select household_no as no, stage, worked from warning where item_code = 'C01' order by 1`);

beforeAll(async () => {
  house = await openCaseHouse();
  await house.database.execute(sql`update item_switch set on_from = ${day.first}::date`);
  await noWork(day.first, false);
  await house.evaluateOn(`${day.first}T10:00:00+08:00`);
});
afterAll(() => house?.close());

test('leads see the warnings, who works in the buildings does not, and nobody gets an order', async () => {
  const seen = async (as: 'leader' | 'grid' | 'community' | 'prefecture') => (await house.get<WarningPage>(as, '/warnings?item=C01')).body.total;
  expect([await seen('prefecture'), await seen('community'), await seen('grid'), await seen('leader')]).toEqual([2, 1, 0, 0]);
  const { id } = await house.database.one<{ id: number }>(
    sql`select warning_id as id from warning where item_code = 'C01' and household_no = 'H-0001'`,
  );
  for (const path of [`/warnings/${id}`, `/warnings/${id}/handling`]) {
    expect((await house.get('grid', path)).status).toBe(404);
    expect((await house.get('community', path)).status).toBe(200);
  }
  expect(await house.database.query(sql`select order_id from work_order`)).toEqual([]);
  expect(await house.watchAt('2024-07-10T10:00:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
});

test('what recovers meanwhile is cleared by the data alone', async () => {
  for (const on of ['2024-07-10', '2024-07-24', '2024-08-07', '2024-08-12']) {
    await noWork(on, true);
    await house.evaluateOn(on);
  }
  expect(await stages()).toEqual([
    { no: 'H-0001', stage: 'tracked', worked: false },
    { no: 'H-0002', stage: 'raised', worked: false },
  ]);
});

test('when the period is over, what stands is dispatched and its clocks begin', async () => {
  await noWork('2024-09-20', true);
  await house.evaluateOn(`${day.last}T10:00:00+08:00`);
  expect(await house.database.query(sql`select order_id from work_order`)).toEqual([]);
  await house.evaluateOn(`${day.after}T10:00:00+08:00`);
  const found = await house.get<OrderPage>('neighbour', '/work-orders?household=H-0002');
  const { body } = await house.get<OrderFile>('neighbour', `/work-orders/${found.body.rows[0]?.id}`);
  const [first] = body.checklist.filter(({ item }) => item === 'C01');
  expect(first?.clocks[0]).toMatchObject({ clock: 'sign', startedAt: expect.stringContaining('2024-09-30T10:00:00'), state: 'running' });
});
