/** What happens around an order: the household moves, splits and merges, people find something themselves, a warning is silenced and supervised, a building leader is on leave and leaves for good. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameDeputy, handOver } from '#features/accounts/handOver.ts';
import type { Handling, OrderFile, OrderPage } from '#features/workOrders/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import { workSources } from '#features/workSources.ts';
import { householdHeader, people, personHeader, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse } from './caseHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

const raise = async (item: string, subject: string, as: 'leader' | 'community' | 'neighbour' = 'leader'): Promise<number> => {
  const { status, body } = await house.post<{ id: number }>(as, '/warnings', { item, subject, level: 'yellow', source: '3', note: '上门时发现' });
  expect([status, body]).toEqual([200, { id: expect.any(Number) }]);
  return body.id;
};

describe('what people found', () => {
  test('goes the same way: the building leader raises, and is in charge of what an item gives to building leaders', async () => {
    await house.evaluateOn('2024-07-01T09:00:00+08:00');
    const id = await raise('B01', 'H-0001');
    const { body } = await house.get<OrderFile>('leader', `/work-orders/${await house.lastOrder()}`);
    expect(body).toMatchObject({ state: 'dispatched', owner: '测试scene-leader', unit: '栗坪安置点 1栋 楼栋长' });
    const handled = await house.get<Handling>('leader', `/warnings/${id}/handling`);
    expect(handled.body).toMatchObject({
      source: '3',
      order: { no: body.no },
      deeds: [{ verb: 'raised', by: expect.stringContaining('scene-leader') }],
    });
    const again = await house.post('community', '/warnings', { item: 'B01', subject: 'H-0001', level: 'red', source: '2', note: '自报' });
    expect([again.status, again.body.code]).toEqual([409, 'work-orders.warned-already']);
    expect((await house.post('leader', '/warnings', { item: 'B01', subject: 'H-0002', level: 'red', source: '2', note: '-' })).status).toBe(404);
  });

  test('is not cleared by data alone', async () => {
    await house.evaluateOn('2024-07-02T09:00:00+08:00');
    expect(await house.warningOf('B01')).toMatchObject({ stage: 'raised' });
  });

  test('a second one of the same household joins its order, with the department that has to do with it', async () => {
    await raise('B03', 'H-0001', 'community');
    const { body } = await house.get<OrderPage>('county', '/work-orders?household=H-0001');
    expect(body.rows).toMatchObject([{ warnings: 2, state: 'dispatched' }]);
    expect(body.rows).toHaveLength(1);
  });
});

describe('a warning that waits', () => {
  test('is silenced to a day, listed with its reason, not reminded of, and back after the day', async () => {
    const { id } = await house.warningOf('B01');
    expect((await house.post('community', `/warnings/${id}/silence`, { reason: '3', until: '2024-07-20' })).status).toBe(403);
    const silenced = await house.warning('street', id, 'silence', { reason: '3', until: '2024-07-20', note: '约定回来后入户' });
    expect(silenced.silence).toEqual({ until: '2024-07-20', reason: { zh: '对象外出，约定返回后办理', en: 'away; agreed for the return' } });
    const { body } = await house.get<WarningPage>('street', '/warnings?handled=silenced');
    expect(body.rows.map((row) => [row.id, row.silencedUntil])).toEqual([[id, '2024-07-20']]);
    await house.watchAt('2024-07-19T10:00:00+08:00');
    expect(await house.warningOf('B01')).toMatchObject({ escalated_to: null });
    await house.watchAt('2024-07-20T10:00:00+08:00');
    expect(await house.warningOf('B01')).toMatchObject({ escalated_to: 'county' });
  });

  test('is supervised by the county, and the order shows it', async () => {
    const { id } = await house.warningOf('B01');
    await house.warning('county', id, 'supervise', { note: '三日内入户' });
    const { body } = await house.get<OrderPage>('county', '/work-orders?mark=supervised');
    expect(body.rows).toHaveLength(1);
  });
});

describe('posts', () => {
  const handover = () => ({
    giver: 'machine' as const,
    looker: 'machine' as const,
    sources: workSources,
    now: house.clock.now(),
    today: house.clock.today(),
    statedBy: '测试',
  });

  test('a building leader on leave has a deputy, whom the order names', async () => {
    const { database, accounts } = house;
    await database.transaction((tx) =>
      nameDeputy(tx, handover(), { absent: accounts.leader, deputy: accounts.grid, from: '2024-07-20', to: '2024-08-01' }),
    );
    const { body } = await house.get<OrderFile>('community', `/work-orders/${await house.lastOrder()}`);
    expect(body).toMatchObject({ owner: '测试scene-leader', deputy: '测试scene-grid' });
  });

  test('one who leaves hands the open orders over', async () => {
    const { database, accounts } = house;
    await database.transaction((tx) => handOver(tx, handover(), { account: accounts.leader, successor: accounts.neighbour, on: '2024-07-20' }));
    const { body } = await house.get<OrderFile>('community', `/work-orders/${await house.lastOrder()}`);
    expect(body.owner).toBe('测试scene-neighbour');
  });
});

describe('a household', () => {
  test('moves: its order goes along whole, and the community that it left sees it no more', async () => {
    const order = await house.lastOrder();
    const { wang } = people;
    await send(
      house,
      `${householdHeader}\nH-0001|${wang.name}|${wang.id}|兴义市|某乡某村|洒金安置点|洒金社区|1栋|1|201|2018-05-01|2018|1|3|3|2|13900000001|1`,
      {
        dataDate: '2024-07-20',
      },
    );
    await house.evaluateOn('2024-07-21T10:00:00+08:00');
    const { body } = await house.get<OrderFile>('neighbour', `/work-orders/${order}`);
    expect([body.settlement, body.checklist.length, body.deeds.at(-1)?.verb]).toEqual(['洒金安置点', 2, 'follow']);
    expect((await house.get('grid', `/work-orders/${order}`)).status).toBe(404);
  });

  test('merges with another: there is one order with everything on it', async () => {
    await raise('B03', 'H-0002', 'neighbour');
    const before = await house.get<OrderPage>('county', '/work-orders');
    expect(before.body.total).toBe(2);
    const { wang, li, child } = people;
    await send(
      house,
      `${personHeader}\n${[`H-0002|${wang.name}|${wang.id}|汉族|其他|1|8|P-0001`, `H-0002|${li.name}|${li.id}|布依族|其他|1|8|P-0002`, `H-0002|${child.name}|${child.id}|汉族|其他|5|3|P-0003`].join('\n')}`,
      { dataDate: '2024-07-21' },
    );
    await house.evaluateOn('2024-07-22T10:00:00+08:00');
    const { body } = await house.get<OrderPage>('county', '/work-orders');
    expect(body.rows.map((row) => [row.household, row.warnings])).toEqual([['H-0002', 3]]);
  });
});
