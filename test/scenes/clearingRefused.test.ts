/** The county refuses the clearing of a warning: whether its order is still open or closed already, somebody has it in hand at once. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Handling, OrderFile } from '#features/workOrders/contract.ts';
import { makeCase } from '../fixtures/cases.ts';
import { heard } from '../notices/heard.ts';
import { type CaseHouse, openCaseHouse } from './caseHouse.ts';

let house: CaseHouse;
let warning: number;
let order: number;
beforeAll(async () => {
  house = await openCaseHouse();
}, 120_000);
afterAll(() => house?.close());

/** A warning about income that was handled, and reviewed with its order. */
beforeEach(async () => {
  const { database, accounts } = house;
  for (const table of ['work_order_event', 'work_order_item', 'work_order', 'warning_event', 'warning_clock', 'warning'])
    await database.execute(sql`delete from ${raw(table)}`);
  ({ warning, order } = await makeCase(database, { settlement: '522301A002', household: 'H-0002', day: '2024-06-20' }));
  for (const table of ['work_order', 'warning']) await database.execute(sql`update ${raw(table)} set community_code = '522301001902'`);
  await database.execute(sql`update warning set stage_since = '2024-06-20'`);
  await house.order('street', order, 'dispatch', { owner: String(accounts.neighbour) });
  await house.order('neighbour', order, 'sign');
  await house.warning('neighbour', warning, 'check', { verdict: '1', note: '一人户，打零工' });
  await house.warning('neighbour', warning, 'handle', { measures: '申请公益性岗位' });
  await house.order('neighbour', order, 'finish', { note: '已安排' });
  await house.order('street', order, 'review');
  await heard(house);
});

const refuse = () => house.warning('county', warning, 'refuse', { note: '收入没有核实' });
const orderNow = () =>
  house.database.one<{ id: number; state: string; owner: number; reopens: number | null }>(sql`
    select order_id as id, state, owner_account as owner, reopens from work_order_item join work_order using (order_id) where warning_id = ${warning} and left_at is null`);

test('an order that is reviewed is in hand again, of whoever has it, and they are told', async () => {
  expect(await refuse()).toMatchObject({ stage: 'checked' });
  expect(await orderNow()).toEqual({ id: order, state: 'signed', owner: house.accounts.neighbour, reopens: null });
  expect((await heard(house)).neighbour).toEqual(['work-orders.taken-up GD-CASE']);
  await house.warning('neighbour', warning, 'handle', { measures: '核实收入' });
  expect((await house.order('neighbour', order, 'finish', { note: '已核实' })).state).toBe('finished');
});

test('after the order was closed there is another at once, which names it', async () => {
  await house.order('street', order, 'close');
  await refuse();
  const next = await orderNow();
  expect(next).toMatchObject({ state: 'dispatched', reopens: order });
  expect(next.id).not.toBe(order);
  await house.order('neighbour', next.id, 'sign');
  await house.warning('neighbour', warning, 'handle', { measures: '核实收入' });
  expect((await house.order('neighbour', next.id, 'finish', { note: '已核实' })).state).toBe('finished');
  expect((await house.get<OrderFile>('street', `/work-orders/${order}`)).body.state).toBe('closed');
});

test('whoever finished the order neither approves nor refuses', async () => {
  await house.database.execute(sql`update warning set done_by = ${house.accounts.county} where warning_id = ${warning}`);
  const { status, body } = await house.post('county', `/warnings/${warning}/refuse`, { note: '不同意' });
  expect([status, body.zh]).toEqual([409, '须由另一人办理：您做过“办结反馈”。']);
  const { offers } = (await house.get<Handling>('county', `/warnings/${warning}/handling`)).body;
  expect(offers.find(({ verb }) => verb === 'refuse')?.blocked).toMatchObject({ zh: body.zh });
});
