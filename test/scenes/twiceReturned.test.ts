/** The story of an order that nobody wants: returned, given to another, returned again, decided by the county; the clock goes on all the time. And of a false alarm. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemVerdicts } from '#features/items/contract.ts';
import type { BatchAnswer, Candidate, OrderFile, OrderPage, Rates } from '#features/workOrders/contract.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
let order: number;
let due: string | null;
const { wang, li, zhao } = people;
const noWork = (dataDate: string, some: readonly { id: string }[], since = '2024-06-28') =>
  sendEmployment(
    house,
    dataDate,
    some.map(({ id }) => ({ id, works: false, since })),
  );
const shown = async (): Promise<OrderFile> => (await house.get<OrderFile>('county', `/work-orders/${order}`)).body;

beforeAll(async () => {
  house = await openCaseHouse();
  await noWork('2024-07-01', [wang, li]);
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  order = await house.lastOrder();
  due = (await shown()).dueAt;
});
afterAll(() => house?.close());

describe('an order that is returned twice', () => {
  test('the first time it waits for somebody else, and the clock goes on', async () => {
    const bare = await house.post('community', `/work-orders/${order}/return`, { reason: '1' });
    expect([bare.status, bare.body.zh]).toEqual([422, '请填写“依据”。']);
    const returned = await house.order('community', order, 'return', { reason: '4', evidence: '就业帮扶由人社局负责' });
    expect(returned).toMatchObject({ state: 'waiting', owner: null, returns: 1, marks: ['returned'], dueAt: due });
  });

  test('whoever dispatches sees how much each person has, and whom the area tree names', async () => {
    const { body } = await house.get<{ people: Candidate[] }>('street', `/work-orders/${order}/people`);
    expect(body.people.map(({ name, open }) => [name, open])).toEqual(
      ['leader', 'grid', 'community', 'street', 'county', 'labour'].map((name) => [`测试scene-${name}`, 0]),
    );
    const preview = await house.post<BatchAnswer>('street', '/work-orders/dispatch', { orders: [order], preview: true });
    expect(preview.body).toMatchObject({
      lines: [{ id: order, owner: '测试scene-community', refused: null }],
      loads: [{ name: '测试scene-community', before: 0, after: 1 }],
    });
    expect((await shown()).state).toBe('waiting');
    const done = await house.post<BatchAnswer>('street', '/work-orders/dispatch', { orders: [order], owner: house.accounts.labour, preview: false });
    expect(done.body.lines).toMatchObject([{ owner: '测试scene-labour', unit: '兴义市 人社局', refused: null }]);
    expect(await shown()).toMatchObject({ state: 'dispatched', departments: ['人社局'], dueAt: due });
  });

  test('nobody is put in charge who holds no post there', async () => {
    const { status, body } = await house.post('street', `/work-orders/${order}/transfer`, {
      owner: String(house.accounts.neighbour),
      note: '请办理',
    });
    expect([status, body.code]).toEqual([422, 'work-orders.owner-not-here']);
  });

  test('the second time the county decides, and after that nobody returns it', async () => {
    await house.order('labour', order, 'sign');
    const disputed = await house.order('labour', order, 'return', { reason: '1', evidence: '零就业家庭由社区首办' });
    expect(disputed).toMatchObject({ state: 'disputed', returns: 2 });
    expect((await house.post('street', `/work-orders/${order}/arbitrate`, { owner: String(house.accounts.grid), note: '网格员办理' })).status).toBe(
      403,
    );
    await house.order('county', order, 'arbitrate', { owner: String(house.accounts.grid), note: '网格员首办，人社局协办' });
    await house.order('grid', order, 'sign');
    const third = await house.post('grid', `/work-orders/${order}/return`, { reason: '9', evidence: '忙' });
    expect([third.status, third.body.zh]).toEqual([409, '不能“退单”：已经裁决，不能再退。']);
  });

  test('returns are counted for the unit that returned, extension is granted once by another person, a pause is lawful and moves the end', async () => {
    house.clock.set('2024-07-01T15:00:00+08:00');
    const { id } = await house.warningOf('C01');
    await house.warning('grid', id, 'check', { verdict: '1', note: '属实' });
    await house.order('grid', order, 'extend', { until: '2024-07-12', note: '企业面试在下周' });
    expect((await house.post('grid', `/work-orders/${order}/extend`, { until: '2024-07-20', note: '再延' })).status).toBe(409);
    await house.order('county', order, 'grant');
    const closeOf = async () => (await shown()).checklist.find(({ item }) => item === 'C01')?.clocks.find(({ clock }) => clock === 'close');
    expect(await closeOf()).toMatchObject({ dueAt: expect.stringContaining('2024-07-12T17:30') });
    await house.order('county', order, 'pause', { reason: '2', note: '劳动仲裁中' });
    expect(await closeOf()).toMatchObject({ state: 'paused', dueAt: null });
    expect(await house.watchAt('2024-07-20T10:00:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
    await house.order('county', order, 'resume');
    expect(await closeOf()).toMatchObject({ dueAt: expect.stringContaining('2024-07-26T17:30') });
    const { body } = await house.get<Rates>('county', '/work-orders/rates?by=unit&from=2024-07-01&to=2024-07-31');
    expect(body.total.returned).toEqual({ count: 1, of: 1 });
    expect(body.rows.map(({ name, orders, returned }) => [name.zh, orders, returned.count, returned.of])).toEqual([
      ['兴义市 人社局', 0, 1, 1],
      ['栗坪社区 社区', 0, 1, 1],
      ['栗坪社区 网格员', 1, 0, 1],
    ]);
    const units = await house.database.query<{ unit: string }>(sql`select unit from work_order_event where verb = 'return' order by event_id`);
    expect(units).toEqual([{ unit: '栗坪社区 社区' }, { unit: '兴义市 人社局' }]);
  });
});

describe('a false alarm', () => {
  test('is said with its reason, reviewed, and not raised again while the data stay as they are', async () => {
    await noWork('2024-07-22', [zhao, wang, li], '2024-07-19');
    await house.evaluateOn('2024-07-22T09:00:00+08:00');
    const { body } = await house.get<OrderPage>('neighbour', '/work-orders');
    const alarm = body.rows[0]?.id ?? 0;
    const { id } = await house.database.one<{ id: number }>(
      sql`select warning_id as id from warning where item_code = 'C01' and household_no = 'H-0002'`,
    );
    await house.order('neighbour', alarm, 'sign');
    await house.warning('neighbour', id, 'check', { verdict: '3', falseReason: '2', note: '在福建务工，合同已看' });
    await house.order('neighbour', alarm, 'finish', { note: '误报' });
    await house.order('street', alarm, 'review');
    await house.order('street', alarm, 'close');
    await house.evaluateOn('2024-07-22T15:00:00+08:00');
    const again = await house.database.query(sql`select stage, state from warning where item_code = 'C01' and household_no = 'H-0002'`);
    expect(again).toEqual([{ stage: 'false-alarm', state: 'open' }]);
    const rates = await house.get<Rates>('county', '/work-orders/rates?by=item&from=2024-07-01&to=2024-07-31');
    expect(rates.body.rows.find(({ key }) => key === 'C01')?.falseAlarms).toEqual({ count: 1, of: 2 });
  });

  test('comes back when it is worse than when it was judged, as a new round', async () => {
    await noWork('2024-08-01', [zhao, wang, li], '2024-07-19');
    await house.evaluateOn('2024-08-02T09:00:00+08:00');
    const [now] = await house.database.query(
      sql`select stage, level, round, verdict from warning where item_code = 'C01' and household_no = 'H-0002'`,
    );
    expect(now).toEqual({ stage: 'raised', level: 'red', round: 1, verdict: null });
  });

  test('counts in the precision of its item by month, also after a new round; what was corrected or needs more facts does not', async () => {
    const verdictsOf = async (as: Post, query = ''): Promise<ItemVerdicts> =>
      (await house.get<ItemVerdicts>(as, `/items/verdicts?item=C01${query}`)).body;
    const july = { item: 'C01', month: '2024-07-01', confirmed: 1, solved: 0, wrong: 1 };
    expect(await verdictsOf('county')).toEqual({ from: '2023-09-01', rows: [july] });
    expect((await verdictsOf('neighbour')).rows).toEqual([{ ...july, confirmed: 0 }]);
    expect((await verdictsOf('county', '&area=522301A001')).rows).toEqual([{ ...july, wrong: 0 }]);
    const alarm = (await house.get<OrderPage>('neighbour', '/work-orders')).body.rows[0]?.id ?? 0;
    const { id } = await house.database.one<{ id: number }>(
      sql`select warning_id as id from warning where item_code = 'C01' and household_no = 'H-0002'`,
    );
    await house.order('neighbour', alarm, 'sign');
    const august = async () => (await verdictsOf('county')).rows.find(({ month }) => month === '2024-08-01');
    await house.warning('neighbour', id, 'check', { verdict: '4', note: '再问' });
    expect(await august()).toBeUndefined();
    await house.warning('neighbour', id, 'check', { verdict: '3', falseReason: '1', note: '数据错误' });
    expect(await august()).toMatchObject({ wrong: 1 });
    await house.warning('street', id, 'correct', { note: '查无此事' });
    expect(await august()).toBeUndefined();
    const again = (await house.get<OrderPage>('neighbour', '/work-orders')).body.rows[0];
    if (again?.state === 'dispatched') await house.order('neighbour', again.id, 'sign');
    await house.warning('neighbour', id, 'check', { verdict: '2', note: '已上岗' });
    expect(await august()).toEqual({ item: 'C01', month: '2024-08-01', confirmed: 0, solved: 1, wrong: 0 });
  });
});
