/** What happens on one order when several have a hand in it: however a warning was found, more facts that are needed, a department that joins, work that is sent back, a cause that holds back its consequence, a deputy; and the order of a settlement. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameDeputy } from '#features/accounts/handOver.ts';
import { evaluateRequested } from '#features/evaluation/evaluateRequested.ts';
import type { Handling, ListedWarning, OrderFile, OrderPage, Rates } from '#features/workOrders/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import { workSources } from '#features/workSources.ts';
import { householdHeader, people, personHeader, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

const { wang, li, zhao } = people;
const raise = async (as: Post, item: string, subject: string, source = '3'): Promise<number> => {
  const { status, body } = await house.post<{ id: number }>(as, '/warnings', { item, subject, level: 'yellow', source, note: '情况属实' });
  expect([status, body]).toEqual([200, { id: expect.any(Number) }]);
  return body.id;
};
const ordersOf = async (query: string): Promise<OrderPage> => (await house.get<OrderPage>('county', `/work-orders?${query}`)).body;
const orderOf = async (household: string): Promise<OrderFile> =>
  (await house.get<OrderFile>('county', `/work-orders/${(await ordersOf(`household=${household}`)).rows[0]?.id}`)).body;
const listed = async (household: string, item: string): Promise<ListedWarning | undefined> =>
  (await orderOf(household)).checklist.find((one) => one.item === item);
const work = (dataDate: string, works: boolean) =>
  sendEmployment(
    house,
    dataDate,
    [wang, li].map(({ id }) => ({ id, works, since: works ? dataDate : '2024-06-28' })),
  );

describe('a warning', () => {
  test('is raised by the import that shows it, not only at night: the two hours begin with the evaluation that it asked for', async () => {
    await sendEmployment(house, '2024-07-01', [{ id: zhao.id, works: false, since: '2024-06-19' }]);
    house.clock.set('2024-07-01T14:20:00+08:00');
    const { settlements } = await evaluateRequested(house.database, { day: house.clock.today(), moment: house.clock.now().toISOString() });
    expect(settlements).toContain('522301A002');
    expect((await listed('H-0002', 'C01'))?.clocks[0]).toMatchObject({
      clock: 'sign',
      limit: '2h',
      dueAt: expect.stringContaining('2024-07-01T16:20'),
    });
    expect((await house.get<WarningPage>('county', '/warnings?item=C01')).body.rows[0]?.source).toBe('1');
  });

  test('that people found says by which way: told, on a visit, by a department, by the county of origin', async () => {
    await raise('community', 'B01', 'H-0001', '2');
    await raise('leader', 'D01', 'P-0003', '3');
    await raise('labour', 'C05', 'P-0001', '4');
    await raise('county', 'F04', 'H-0001', '5');
    const { body } = await house.get<WarningPage>('county', '/warnings?household=H-0001');
    expect(Object.fromEntries(body.rows.map(({ item, source }) => [item, source]))).toEqual({ B01: '2', D01: '3', C05: '4', F04: '5' });
    expect((await house.post('county', '/warnings', { item: 'B03', subject: 'H-0001', level: 'red', source: '1', note: '-' })).status).toBe(422);
    expect(await orderOf('H-0001')).toMatchObject({ warnings: 4, departments: expect.arrayContaining(['人社局']) });
  });

  test('about which more facts are needed stays to be checked, its clock runs on, and it is no verdict yet', async () => {
    const { id: order } = await orderOf('H-0001');
    const warning = (await listed('H-0001', 'B01'))?.id ?? 0;
    await house.order('leader', order, 'sign');
    const before = (await listed('H-0001', 'B01'))?.clocks.find(({ clock }) => clock === 'check');
    const asked = await house.warning('leader', warning, 'check', { verdict: '4', note: '本人不在，约周五' });
    expect(asked).toMatchObject({ stage: 'signed', verdict: { zh: '待补' } });
    expect((await listed('H-0001', 'B01'))?.clocks.find(({ clock }) => clock === 'check')).toEqual(before);
    const judged = async () =>
      (await house.get<{ total: { falseAlarms: unknown } }>('county', '/work-orders/rates?from=2024-07-01&to=2024-07-31')).body;
    expect((await judged()).total.falseAlarms).toEqual({ count: 0, of: 0 });
    await house.warning('leader', warning, 'check', { verdict: '1', note: '已见到本人' });
    expect((await judged()).total.falseAlarms).toEqual({ count: 0, of: 1 });
  });
});

describe('an order', () => {
  test('is called by one tap: the phone of who is in charge, sealed where it is kept', async () => {
    const phone = '13800001111';
    await house.database.execute(sql`update account set phone = ${house.keys.sealText(phone)} where account_id = ${house.accounts.leader}`);
    expect(await orderOf('H-0001')).toMatchObject({ owner: '测试scene-leader', phone });
  });

  test('is joined by a department, which then sees it; one that does not exist cannot', async () => {
    const { id } = await orderOf('H-0002');
    expect((await house.get('labour', `/work-orders/${id}`)).status).toBe(404);
    expect((await house.post('street', `/work-orders/${id}/join`, { department: '天气局' })).status).toBe(422);
    const joined = await house.order('street', id, 'join', { department: '人社局', note: '请推荐岗位' });
    expect(joined).toMatchObject({ departments: ['人社局'], state: 'dispatched' });
    expect((await house.get('labour', `/work-orders/${id}`)).status).toBe(200);
  });

  test('goes to another person whom the street names, and is to be signed for again', async () => {
    const { id } = await orderOf('H-0002');
    await house.order('neighbour', id, 'sign');
    const moved = await house.order('street', id, 'transfer', { owner: String(house.accounts.labour), note: '由人社局首办' });
    expect(moved).toMatchObject({ state: 'dispatched', owner: '测试scene-labour' });
    await house.order('labour', id, 'sign');
  });

  test('that is sent back goes on with the same end', async () => {
    const { id, checklist } = await orderOf('H-0002');
    const warning = checklist[0]?.id ?? 0;
    await house.warning('labour', warning, 'check', { verdict: '1', note: '没有工作' });
    await house.warning('labour', warning, 'handle', { measures: '推荐岗位' });
    const dueOf = async () => (await listed('H-0002', 'C01'))?.clocks.find(({ clock }) => clock === 'close');
    const due = await dueOf();
    expect(due).toMatchObject({ state: 'running' });
    await house.order('labour', id, 'finish', { note: '已推荐' });
    expect(await dueOf()).toMatchObject({ state: 'met' });
    const back = await house.order('street', id, 'send-back', { note: '推荐不等于上岗' });
    expect([back.state, back.checklist[0]?.stage]).toEqual(['signed', 'checked']);
    expect(await dueOf()).toEqual(due);
  });

  test('an extension that is refused moves nothing, and is not asked for twice', async () => {
    const { id } = await orderOf('H-0002');
    const due = (await orderOf('H-0002')).dueAt;
    await house.order('labour', id, 'extend', { until: '2024-07-30', note: '企业在招' });
    expect((await ordersOf('mark=extension-asked')).rows.map((row) => row.id)).toEqual([id]);
    const now = house.clock.now();
    house.clock.set('2024-07-31T09:00:00+08:00');
    const tooLate = await house.post('county', `/work-orders/${id}/grant`, {});
    expect([tooLate.status, tooLate.body.zh]).toEqual([409, '不能“同意延期”：申请延至的日期已过。']);
    expect((await house.get<OrderFile>('county', `/work-orders/${id}`)).body.offers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ verb: 'grant', blocked: expect.objectContaining({ zh: tooLate.body.zh }) }),
        expect.objectContaining({ verb: 'refuse', blocked: null }),
      ]),
    );
    // Nobody decided in time: it is asked for again, whether somebody then said no to the day that is past or not.
    const again = (until: string) => house.order('labour', id, 'extend', { until, note: '企业八月再招' });
    expect((await again('2024-08-05')).extension).toEqual({ until: '2024-08-05', state: 'asked' });
    house.clock.set('2024-08-06T09:00:00+08:00');
    expect((await house.order('county', id, 'refuse', { note: '日期已过' })).extension).toBeNull();
    expect((await again('2024-08-20')).extension).toEqual({ until: '2024-08-20', state: 'asked' });
    house.clock.set(now.toISOString());
    await house.order('county', id, 'refuse', { note: '理由不足' });
    expect((await orderOf('H-0002')).dueAt).toBe(due);
    expect((await house.post('labour', `/work-orders/${id}/extend`, { until: '2024-07-31', note: '再请' })).status).toBe(409);
    house.clock.set('2024-08-21T09:00:00+08:00');
    expect((await house.post('labour', `/work-orders/${id}/extend`, { until: '2024-08-31', note: '再请' })).status).toBe(409);
    house.clock.set(now.toISOString());
  });

  test('the deputy of a leader on leave works on it in their stead, as themself', async () => {
    const { database, accounts, clock } = house;
    clock.set('2024-07-02');
    const handover = {
      giver: 'machine' as const,
      looker: 'machine' as const,
      sources: workSources,
      now: clock.now(),
      today: clock.today(),
      statedBy: '测试',
    };
    await database.transaction((tx) =>
      nameDeputy(tx, handover, { absent: accounts.leader, deputy: accounts.neighbour, from: '2024-07-02', to: '2024-07-10' }),
    );
    const { id, checklist } = await orderOf('H-0001');
    const warning = checklist.find(({ item }) => item === 'B01')?.id ?? 0;
    expect((await house.get('neighbour', `/work-orders/${id}`)).status).toBe(404);
    await house.actFor('neighbour', 'leader');
    expect((await house.get<OrderPage>('neighbour', '/work-orders?mine=yes')).body.rows.map((row) => row.id)).toEqual([id]);
    const done = await house.warning('neighbour', warning, 'handle', { measures: '电话劝返' });
    expect(done.deeds.at(-1)?.by).toMatch(/测试scene-neighbour.*代 测试scene-leader/);
    await house.actFor('neighbour', null);
  });

  test('stays whole when the household splits: what was begun goes on in one place', async () => {
    const before = await orderOf('H-0001');
    await send(
      house,
      `${householdHeader}\nH-0005|${li.name}|${li.id}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|102|2018-05-01|2018|1|1|1|1|13900000005|1`,
      { dataDate: '2024-07-02' },
    );
    await raise('community', 'C02', 'P-0002');
    await send(house, `${personHeader}\nH-0005|${li.name}|${li.id}|布依族|本人|1|8|P-0002`, { dataDate: '2024-07-02' });
    await house.evaluateOn('2024-07-03T09:00:00+08:00');
    const after = await orderOf('H-0001');
    expect([after.id, after.warnings]).toEqual([before.id, before.warnings + 1]);
    expect((await ordersOf('household=H-0005')).total).toBe(0);
    const { body } = await house.get<WarningPage>('county', '/warnings?household=H-0005');
    expect(body.rows.map(({ item }) => item)).toEqual(['C02']);
  });
});

describe('a cause', () => {
  const income = (day: string) =>
    send(
      house,
      `户编号|收入年季|项目|总金额|采集方式|采集人|采集日期\n${['2023Q3', '2023Q4', '2024Q1', '2024Q2'].map((quarter) => `H-0001|${quarter}|10|1500|1|网格员|${day}`).join('\n')}`,
      { register: 'income', dataDate: day },
    );

  test('holds back its consequence: that is on the list, is not asked for, and has no clocks', async () => {
    await work('2024-07-04', false);
    await income('2024-07-04');
    await house.evaluateOn('2024-07-04T10:00:00+08:00');
    expect(await listed('H-0001', 'F01')).toMatchObject({ heldBackBy: ['C01'], clocks: [] });
  });

  test('that ends lets it go: its clocks begin then, and the order is to be signed for again', async () => {
    const { id } = await orderOf('H-0001');
    await house.order('leader', id, 'sign');
    await work('2024-07-08', true);
    await house.evaluateOn('2024-07-08T11:00:00+08:00');
    const free = await listed('H-0001', 'F01');
    expect(free?.heldBackBy).toEqual([]);
    expect(free?.clocks[0]).toMatchObject({ clock: 'sign', startedAt: expect.stringContaining('2024-07-08T11:00') });
    expect((await orderOf('H-0001')).state).toBe('dispatched');
  });
});

describe('a settlement', () => {
  test('has one order for its own warnings, and a missed closing goes up to the prefecture', async () => {
    house.clock.set('2024-07-08T12:00:00+08:00');
    const id = await raise('prefecture', 'A06', '522323A001');
    await raise('prefecture', 'B04', '522323A001');
    const { body } = await house.get<OrderPage>('prefecture', '/work-orders');
    const own = body.rows.filter(({ subjectKind, settlement }) => subjectKind === 'settlement' && settlement === '青山安置点');
    expect(own).toMatchObject([{ household: null, warnings: 2 }]);
    await house.watchAt('2025-02-01T10:00:00+08:00');
    expect((await house.get<Handling>('prefecture', `/warnings/${id}/handling`)).body.escalatedTo).toBe('prefecture');
  });
});

describe('an order that was closed while its household is still at a level', () => {
  test('shows itself, and is taken up again from its own page as a new order that names it', async () => {
    house.clock.set('2025-02-24');
    await sendEmployment(house, '2025-02-24', [{ id: zhao.id, works: false, since: '2025-02-07' }]);
    await house.evaluateOn('2025-02-24T10:00:00+08:00');
    const { id } = await orderOf('H-0002');
    const warning = (await listed('H-0002', 'C01'))?.id ?? 0;
    await house.warning('neighbour', warning, 'handle', { measures: '登记求职' });
    await house.order('neighbour', id, 'finish', { note: '已登记' });
    await house.order('street', id, 'review', { satisfaction: '4', note: '没有解决' });
    const closed = await house.order('street', id, 'close');
    expect(closed).toMatchObject({ state: 'closed', marks: ['still-red'] });
    const here = closed.checklist.find((one) => one.id === warning);
    expect(here?.offers.filter(({ blocked }) => blocked === null).map(({ verb }) => verb)).toContain('take-up');
    await house.warning('street', warning, 'take-up', { note: '重新办理' });
    const again = await orderOf('H-0002');
    expect(again).toMatchObject({ state: 'dispatched', reopens: { id }, marks: ['reopened'] });
    const before = (await house.get<OrderFile>('street', `/work-orders/${id}`)).body;
    expect([before.marks, before.checklist.find((one) => one.id === warning)?.offers]).toEqual([[], []]);
    const { body } = await house.get<Rates>('county', '/work-orders/rates?by=unit&from=2024-07-01&to=2025-12-31');
    expect(body.total).toMatchObject({ reopened: { count: 1 }, stillRed: { count: 0 } });
  });
});
