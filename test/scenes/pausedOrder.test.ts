/** The story of an order whose clocks stand still: what joins it, rises on it or is opened again on it stands still too, and all of it is moved on by the pause. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClockShown, OrderFile, OrderPage } from '#features/workOrders/contract.ts';
import { people, personHeader, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

const { wang, li, child } = people;
const raise = async (as: Post, item: string, subject: string): Promise<number> => {
  const { status, body } = await house.post<{ id: number }>(as, '/warnings', { item, subject, level: 'yellow', source: '3', note: '上门时发现' });
  expect(status).toBe(200);
  return body.id;
};
const orderOf = async (household: string): Promise<OrderFile> => {
  const { body } = await house.get<OrderPage>('county', `/work-orders?household=${household}`);
  return (await house.get<OrderFile>('county', `/work-orders/${body.rows[0]?.id}`)).body;
};
const clocksOf = async (household: string, item: string): Promise<readonly ClockShown[]> =>
  (await orderOf(household)).checklist.find((one) => one.item === item)?.clocks ?? [];
const dueOf = async (household: string, item: string): Promise<Record<string, string>> =>
  Object.fromEntries((await clocksOf(household, item)).map(({ clock, dueAt, state }) => [clock, dueAt?.slice(0, 16) ?? state]));

describe('a paused order', () => {
  test('holds the clocks of a warning that joins it, and moves them on when it resumes', async () => {
    await raise('leader', 'B01', 'H-0001');
    const { id } = await orderOf('H-0001');
    expect((await house.post('county', `/work-orders/${id}/pause`, { note: '要等' })).status).toBe(422);
    await house.order('county', id, 'pause', { reason: '3', note: '房屋鉴定中' });
    house.clock.set('2024-07-03T10:00:00+08:00');
    await raise('community', 'B03', 'H-0001');
    expect((await clocksOf('H-0001', 'B03')).map(({ state }) => state)).toEqual(['paused', 'paused', 'paused', 'paused']);
    expect(await orderOf('H-0001')).toMatchObject({ dueAt: null, marks: ['paused'] });
    expect(await house.watchAt('2024-07-19T10:00:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
    house.clock.set('2024-07-20T10:00:00+08:00');
    await house.order('county', id, 'resume');
    // A Saturday: the first day that counts for both is Monday the 22nd.
    expect(await dueOf('H-0001', 'B01')).toMatchObject({ sign: '2024-07-22T17:30', check: '2024-07-26T17:30' });
    expect(await dueOf('H-0001', 'B03')).toMatchObject({ sign: '2024-07-22T17:30', check: '2024-07-24T17:30' });
  });

  test('holds a clock that is opened again on it', async () => {
    const { id, checklist } = await orderOf('H-0001');
    const warning = checklist.find(({ item }) => item === 'B01')?.id ?? 0;
    await house.order('leader', id, 'sign');
    await house.warning('leader', warning, 'check', { verdict: '1', note: '人在外地' });
    await house.order('county', id, 'pause', { reason: '3', note: '再鉴定' });
    await house.warning('leader', warning, 'check', { verdict: '4', note: '还要问邻居' });
    expect(await dueOf('H-0001', 'B01')).toMatchObject({ check: 'paused', measures: 'paused' });
    await house.order('county', id, 'resume');
    expect(await dueOf('H-0001', 'B01')).toMatchObject({ check: '2024-07-26T17:30' });
  });
});

describe('a level that rises on a paused order', () => {
  const noWork = (day: string) =>
    sendEmployment(
      house,
      day,
      [wang, li].map(({ id }) => ({ id, works: false, since: '2024-07-26' })),
    );

  test('is counted from then when the order resumes, where that is nearer', async () => {
    await noWork('2024-07-29');
    await house.evaluateOn('2024-07-29T10:00:00+08:00');
    expect(await dueOf('H-0001', 'C01')).toMatchObject({ sign: '2024-07-30T17:30', check: '2024-07-31T17:30' });
    const { id } = await orderOf('H-0001');
    await house.order('county', id, 'pause', { reason: '1', note: '洪水' });
    await noWork('2024-08-01');
    await house.evaluateOn('2024-08-02T09:00:00+08:00');
    expect(await house.warningOf('C01')).toMatchObject({ level: 'orange' });
    expect(await dueOf('H-0001', 'C01')).toMatchObject({ sign: 'paused', check: 'paused' });
    house.clock.set('2024-08-05T09:00:00+08:00');
    await house.order('county', id, 'resume');
    // Orange: eight hours to sign for it, none of which had gone by.
    expect(await dueOf('H-0001', 'C01')).toMatchObject({ sign: '2024-08-05T17:00', check: '2024-08-06T17:30' });
  });

  test('what leaves it for an order that runs, runs again', async () => {
    const { id } = await orderOf('H-0001');
    await house.order('county', id, 'pause', { reason: '1', note: '洪水又来' });
    await raise('neighbour', 'B03', 'H-0002');
    await send(
      house,
      `${personHeader}\n${[`H-0002|${wang.name}|${wang.id}|汉族|其他|1|8|P-0001`, `H-0002|${li.name}|${li.id}|布依族|其他|1|8|P-0002`, `H-0002|${child.name}|${child.id}|汉族|其他|5|3|P-0003`].join('\n')}`,
      { dataDate: '2024-08-05' },
    );
    await house.evaluateOn('2024-08-06T09:00:00+08:00');
    const { marks, checklist } = await orderOf('H-0002');
    expect(marks).not.toContain('paused');
    expect(checklist.filter(({ isGone }) => !isGone).flatMap(({ clocks }) => clocks.map(({ state }) => state))).not.toContain('paused');
    expect((await house.get<OrderFile>('county', `/work-orders/${id}`)).body).toMatchObject({ state: 'closed', pausedSince: null });
  });
});
