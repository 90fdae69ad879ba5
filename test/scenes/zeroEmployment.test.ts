/** The story of a household in which nobody works, from the bureau's sheet to the archive; it relapses once on the way. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderFile, OrderPage, Rates } from '#features/workOrders/contract.ts';
import { exportWorkOrders } from '#features/workOrders/exportWorkOrders.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
let order: number;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

const { wang, li, zhao } = people;
const bothAre = (works: boolean, since: string, dataDate: string) =>
  sendEmployment(
    house,
    dataDate,
    [wang, li].map(({ id }) => ({ id, works, since })),
  );

const marksOf = async (): Promise<unknown> => (await house.get<OrderFile>('community', `/work-orders/${order}`)).body.marks;

test('the sheet raises the warning, and an order goes to the community at once', async () => {
  const sheet = [
    { id: wang.id, works: false, since: '2024-06-19' },
    { id: li.id, works: false, since: '2024-06-19' },
    { id: zhao.id, works: true, since: '2020-01-01' },
  ];
  expect(await sendEmployment(house, '2024-06-30', sheet)).toMatchObject({ added: 3, problems: [] });
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'raised', state: 'open', level: 'red' });
  order = await house.lastOrder();
  const { body } = await house.get<OrderFile>('community', `/work-orders/${order}`);
  expect(body).toMatchObject({ state: 'dispatched', subject: '王**户', owner: '测试scene-community', unit: '栗坪社区 社区', level: 'red' });
  expect(body.checklist.map(({ item, heldBackBy, stage }) => [item, heldBackBy, stage])).toEqual([['C01', [], 'raised']]);
  const [first] = body.checklist.filter(({ item }) => item === 'C01');
  expect(first?.clocks.map(({ clock, limit, dueAt, state }) => [clock, limit, dueAt?.slice(0, 16), state])).toEqual([
    ['sign', '2h', '2024-07-01T12:00', 'running'],
    ['check', '24h', '2024-07-02T10:00', 'running'],
    ['measures', '3d', '2024-07-04T17:30', 'running'],
    ['close', '5wd', '2024-07-08T17:30', 'running'],
  ]);
});

test('evaluating again changes nothing; the neighbour community does not see the order', async () => {
  const rows = () =>
    house.database.query(
      sql`select order_id, state, (select count(*)::integer from work_order_event e where e.order_id = o.order_id) as events from work_order o order by 1`,
    );
  const before = await rows();
  await house.evaluateOn('2024-07-01T10:05:00+08:00');
  expect(await rows()).toEqual(before);
  const hidden = await house.get('neighbour', `/work-orders/${order}`);
  const never = await house.get('neighbour', '/work-orders/999999');
  expect([hidden.status, hidden.body.code]).toEqual([404, never.body.code]);
});

test('nobody signs for it in two hours: reminded before, then the street hears of it, once', async () => {
  expect(await house.watchAt('2024-07-01T11:20:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
  expect(await house.watchAt('2024-07-01T11:31:00+08:00')).toEqual({ reminded: 1, escalated: 0 });
  expect(await house.watchAt('2024-07-01T12:00:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
  expect(await house.watchAt('2024-07-01T12:01:00+08:00')).toEqual({ reminded: 0, escalated: 1 });
  expect(await house.watchAt('2024-07-01T12:06:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
  expect(await house.warningOf('C01')).toMatchObject({ escalated_to: 'street' });
  expect(await marksOf()).toEqual(['overdue']);
});

test('it is signed for, checked and handled; it cannot be finished before', async () => {
  const { id } = await house.warningOf('C01');
  house.clock.set('2024-07-01T13:00:00+08:00');
  await house.order('community', order, 'sign');
  const early = await house.post('community', `/work-orders/${order}/finish`, { note: '办好了' });
  expect([early.status, early.body.code]).toEqual([409, 'work-orders.move-conflict']);
  await house.warning('grid', id, 'check', { verdict: '1', note: '两名劳动力都没有工作' });
  await house.warning('grid', id, 'visit', { on: '2024-07-01', note: '夫妻在家' });
  house.clock.set('2024-07-03T10:00:00+08:00');
  await house.warning('community', id, 'handle', { measures: '推荐岗位3个，王大山到扶贫车间上班' });
  const finished = await house.order('community', order, 'finish', { note: '已上岗' });
  expect(finished.state).toBe('finished');
  expect(finished.checklist.find(({ item }) => item === 'C01')).toMatchObject({
    stage: 'fed-back',
    clocks: [{ state: 'met-late' }, { state: 'met' }, { state: 'met' }, { state: 'met' }],
  });
});

test('who finished it does not review it; another does, and it shows by itself that the data are still red', async () => {
  const own = await house.post('community', `/work-orders/${order}/review`);
  expect([own.status, own.body.zh ?? JSON.stringify(own.body)]).toEqual([409, expect.stringContaining('须由另一人办理')]);
  await house.order('street', order, 'review', { satisfaction: '2', note: '电话回访属实' });
  expect(await marksOf()).toContain('still-red');
  const { body } = await house.get<OrderPage>('county', '/work-orders?mark=still-red&state=all');
  expect(body.rows.map((row) => row.id)).toEqual([order]);
  const rates = await house.get<Rates>('county', '/work-orders/rates?by=unit&from=2024-07-01&to=2024-12-31');
  expect(rates.body.total).toMatchObject({ closed: 0, stillRed: { count: 1, of: 1 } });
  const exported = await exportWorkOrders(house.database, house.clock.now(), { mark: 'still-red' });
  expect(exported).toMatchObject([{ household: 'H-0001', state: 'reviewed', marks: 'still-red' }]);
  expect(await exportWorkOrders(house.database, house.clock.now(), { mark: 'reopened' })).toEqual([]);
});

test('with the next sheet it recovers, and after thirty days it is cleared by itself and the order closes', async () => {
  await bothAre(true, '2024-07-03', '2024-07-08');
  for (const day of ['2024-07-09', '2024-07-20', '2024-07-31']) {
    await bothAre(true, '2024-07-03', day);
    await house.evaluateOn(day);
  }
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'reviewed', state: 'recovering' });
  await bothAre(true, '2024-07-03', '2024-08-08');
  await house.evaluateOn('2024-08-08');
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'tracked', state: 'recovered', track_until: '2024-11-06' });
  expect((await house.get<OrderFile>('street', `/work-orders/${order}`)).body).toMatchObject({ state: 'closed' });
});

test('a relapse inside ninety days opens the same warning again, on an order that names the one before', async () => {
  await bothAre(false, '2024-08-15', '2024-08-20');
  await house.evaluateOn('2024-08-21T09:30:00+08:00');
  const again = await house.lastOrder();
  expect(again).not.toBe(order);
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'raised', round: 1 });
  const { body } = await house.get<OrderFile>('community', `/work-orders/${again}`);
  expect([body.marks, body.reopens?.id]).toEqual([['reopened'], order]);
  const rates = await house.get<Rates>('county', '/work-orders/rates?by=unit&from=2024-07-01&to=2024-12-31');
  expect(rates.body.total).toMatchObject({ closed: 1, reopened: { count: 1, of: 1 }, satisfied: { count: 1, of: 1 } });
  order = again;
});

test('helped again, it stays well, and after the days of following it is archived; a later fall is a new warning', async () => {
  const { id } = await house.warningOf('C01');
  await house.order('community', order, 'sign');
  await house.warning('community', id, 'check', { verdict: '2', note: '已在别处上班' });
  await house.warning('community', id, 'visit', { on: '2024-08-21', note: '核实' });
  await house.order('community', order, 'finish', { note: '已就业' });
  await house.order('county', order, 'review');
  await bothAre(true, '2024-08-22', '2024-08-22');
  await house.evaluateOn('2024-08-23');
  for (const day of ['2024-09-05', '2024-09-18', '2024-09-24']) {
    await bothAre(true, '2024-08-22', day);
    await house.evaluateOn(day);
  }
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'tracked', track_until: '2024-12-23' });
  await bothAre(true, '2024-08-22', '2024-12-24');
  await house.evaluateOn('2024-12-24');
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'archived' });
  await bothAre(false, '2024-12-25', '2025-01-05');
  await house.evaluateOn('2025-01-06');
  expect((await house.warningOf('C01')).id).not.toBe(id);
});

test('every move stands in the audit log, and R37 shows the handling', async () => {
  const told = await house.database.query<{ verb: string }>(
    sql`select distinct verb from audit_entry where verb like 'warnings.%' or verb like 'work-orders.%'`,
  );
  expect(told.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining([
      'work-orders.assign',
      'work-orders.sign',
      'work-orders.finish',
      'work-orders.review',
      'warnings.check',
      'warnings.handle',
      'warnings.visit',
      'warnings.escalate',
      'warnings.settle',
      'warnings.relapse',
      'warnings.archive',
    ]),
  );
  const [first] = await house.database.query(
    sql`select verdict, measures, owner_org, done_at is not null as done, cleared_by, history from bi.warning_case where item_code = 'C01' order by warning_no limit 1`,
  );
  expect(first).toMatchObject({ verdict: '2', owner_org: '栗坪社区 社区', done: true, cleared_by: 'anju' });
});
