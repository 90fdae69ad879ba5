/** The story of a household with too little income: what clears it are 180 days of good data, a visit, five days of publicity and the county, in that order; and it may relapse for 180 days. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handling, OrderFile } from '#features/workOrders/contract.ts';
import { send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse } from './caseHouse.ts';

let house: CaseHouse;
let order: number;
let id: number;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

async function sendIncome(day: string, quarters: readonly string[], amount: number): Promise<void> {
  house.clock.set(day);
  const rows = quarters.map((quarter) => `H-0002|${quarter}|10|${amount}|1|网格员|${day}`);
  const report = await send(house, `户编号|收入年季|项目|总金额|采集方式|采集人|采集日期\n${rows.join('\n')}`, { register: 'income', dataDate: day });
  expect(report).toMatchObject({ added: quarters.length, refused: 0 });
}

const stepsOf = async (): Promise<unknown> => {
  const { body } = await house.get<Handling>('street', `/warnings/${id}/handling`);
  return body.steps.map(({ zh, done }) => [zh, done]);
};

test('four thin quarters raise it; the community checks and helps', async () => {
  await sendIncome('2024-07-08', ['2023Q3', '2023Q4', '2024Q1', '2024Q2'], 1500);
  await house.evaluateOn('2024-07-08T10:00:00+08:00');
  ({ id } = await house.warningOf('F01'));
  expect(await house.warningOf('F01')).toMatchObject({ level: 'red', stage: 'raised' });
  order = await house.lastOrder();
  await house.order('neighbour', order, 'sign');
  await house.warning('neighbour', id, 'check', { verdict: '1', note: '一人户，打零工' });
  await house.warning('neighbour', id, 'handle', { measures: '申请公益性岗位' });
  await house.warning('neighbour', id, 'handle', { measures: '办理低保' });
  await house.order('neighbour', order, 'finish', { note: '已安排' });
  await house.order('street', order, 'review');
  expect((await house.get<Handling>('street', `/warnings/${id}/handling`)).body.measures).toBe('申请公益性岗位\n办理低保');
});

test('nobody clears it before its time, and the county does not approve before visit and publicity', async () => {
  expect(await stepsOf()).toEqual([
    ['数据连续180天无等级', false],
    ['入户核实', false],
    ['公示满5天', false],
    ['县级审批', false],
  ]);
  for (const [as, verb] of [
    ['street', 'clear'],
    ['county', 'approve'],
  ] as const) {
    const { status, body } = await house.post(as, `/warnings/${id}/${verb}`);
    expect([status, body.code]).toEqual([409, 'work-orders.move-conflict']);
  }
  expect((await house.post('street', `/warnings/${id}/approve`)).status).toBe(403);
});

test('good quarters make it recover, slowly', async () => {
  await sendIncome('2024-10-12', ['2024Q3'], 7000);
  for (const day of ['2024-10-12', '2024-11-11', '2024-12-11', '2025-01-05']) await house.evaluateOn(day);
  expect(await house.warningOf('F01')).toMatchObject({ state: 'recovering', stage: 'reviewed' });
  await sendIncome('2025-01-10', ['2024Q4'], 3000);
  for (const day of ['2025-01-20', '2025-02-18', '2025-03-20', '2025-04-09']) await house.evaluateOn(day);
  expect(await house.warningOf('F01')).toMatchObject({ state: 'recovering' });
  await sendIncome('2025-04-10', ['2025Q1'], 3000);
  await house.evaluateOn('2025-04-10');
  expect(await house.warningOf('F01')).toMatchObject({ state: 'recovered', stage: 'reviewed' });
});

test('visit, publicity of five whole days, approval; then it is cleared by a person and followed for 180 days', async () => {
  await house.warning('neighbour', id, 'visit', { on: '2025-04-10', note: '收入稳定' });
  await house.warning('neighbour', id, 'publicise', { on: '2025-04-10', place: '社区公告栏' });
  house.clock.set('2025-04-14');
  const early = await house.post('county', `/warnings/${id}/approve`);
  expect([early.status, early.body.zh]).toEqual([409, '还不能“县级审批同意”，须先：入户和公示完成。']);
  house.clock.set('2025-04-15');
  await house.warning('county', id, 'approve', { note: '同意' });
  expect(await stepsOf()).toEqual([
    ['数据连续180天无等级', true],
    ['入户核实', true],
    ['公示满5天', true],
    ['县级审批', true],
  ]);
  const cleared = await house.warning('street', id, 'clear');
  expect(cleared).toMatchObject({ stage: 'tracked', trackUntil: '2025-10-12', offers: [] });
  expect((await house.get<OrderFile>('street', `/work-orders/${order}`)).body.state).toBe('closed');
});

test('inside the 180 days it may relapse; what was approved counts no more', async () => {
  await sendIncome('2025-07-10', ['2025Q2'], 0);
  await sendIncome('2025-10-09', ['2025Q3'], 0);
  await house.evaluateOn('2025-10-10T09:00:00+08:00');
  expect(await house.warningOf('F01')).toMatchObject({ id, stage: 'raised', round: 1 });
  expect(await stepsOf()).toEqual([
    ['数据连续180天无等级', false],
    ['入户核实', false],
    ['公示满5天', false],
    ['县级审批', false],
  ]);
});
