/** A household finds work before anybody has signed: its warning climbs no more while the data show it well, and climbs when it falls back; the order tells all of it as one history. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderDeed, OrderFile } from '#features/workOrders/contract.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from './caseHouse.ts';

let house: CaseHouse;
let order: number;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

const both = (works: boolean, since: string, dataDate: string) =>
  sendEmployment(
    house,
    dataDate,
    [people.wang, people.li].map(({ id }) => ({ id, works, since })),
  );
const historyFor = async (as: Post): Promise<OrderDeed[]> => (await house.get<OrderFile>(as, `/work-orders/${order}`)).body.deeds;

test('a missed signing goes to the street while the household is at its level', async () => {
  await both(false, '2024-06-19', '2024-06-30');
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  order = await house.lastOrder();
  expect(await house.watchAt('2024-07-01T12:01:00+08:00')).toEqual({ reminded: 0, escalated: 1 });
  expect(await house.warningOf('C01')).toMatchObject({ state: 'open', escalated_to: 'street' });
});

test('when the data show it well, what is missed climbs no further; who is in charge is still reminded', async () => {
  await both(true, '2024-07-01', '2024-07-01');
  await house.evaluateOn('2024-07-01T17:00:00+08:00');
  expect(await house.warningOf('C01')).toMatchObject({ stage: 'raised', state: 'recovering' });
  expect(await house.watchAt('2024-07-02T07:30:00+08:00')).toEqual({ reminded: 1, escalated: 0 });
  expect(await house.watchAt('2024-07-02T11:00:00+08:00')).toEqual({ reminded: 0, escalated: 0 });
  expect(await house.warningOf('C01')).toMatchObject({ escalated_to: 'street' });
});

test('when it falls back, it climbs from where it stood', async () => {
  await both(false, '2024-06-19', '2024-07-03');
  await house.evaluateOn('2024-07-03T18:00:00+08:00');
  expect(await house.warningOf('C01')).toMatchObject({ state: 'open' });
  expect(await house.watchAt('2024-07-03T18:05:00+08:00')).toMatchObject({ escalated: 1 });
  expect(await house.warningOf('C01')).toMatchObject({ escalated_to: 'county' });
});

test('the order tells in order of time who did what to it and to its warnings', async () => {
  const { id } = await house.warningOf('C01');
  house.clock.set('2024-07-03T18:10:00+08:00');
  await house.warning('county', id, 'supervise', { note: '三天内见面' });
  house.clock.set('2024-07-03T18:20:00+08:00');
  await house.order('community', order, 'sign');
  house.clock.set('2024-07-03T18:30:00+08:00');
  await house.warning('grid', id, 'check', { verdict: '1', note: '厂里停工' });
  const history = await historyFor('community');
  expect(history.map(({ name, by, about }) => [name.zh, by?.replace(/（.*/, '') ?? null, about?.item ?? null])).toEqual([
    ['产生预警', null, 'C01'],
    ['自动派单', null, null],
    ['逾期升级', null, 'C01'],
    ['条件不再满足，进入观察', null, 'C01'],
    ['临期提醒', null, 'C01'],
    ['再次满足条件', null, 'C01'],
    ['临期提醒', null, 'C01'],
    ['逾期升级', null, 'C01'],
    ['督办', '测试scene-county', 'C01'],
    ['签收', '测试scene-community', null],
    ['核查', '测试scene-grid', 'C01'],
  ]);
  expect(history.map(({ at }) => Date.parse(at))).toEqual(history.map(({ at }) => Date.parse(at)).sort((a, b) => a - b));
  expect(history[8]?.given).toEqual([expect.objectContaining({ zh: '督办要求', value: { zh: '三天内见面', en: '三天内见面' } })]);
});

test('a relapse begins a history of its own: what came before stays with the order before', async () => {
  const { id } = await house.warningOf('C01');
  await house.warning('community', id, 'visit', { on: '2024-07-03', note: '在家' });
  await house.warning('community', id, 'handle', { measures: '推荐岗位' });
  await house.order('community', order, 'finish', { note: '已上岗' });
  await house.order('street', order, 'review');
  for (const day of ['2024-07-04', '2024-07-20', '2024-08-05']) {
    await both(true, '2024-07-04', day);
    await house.evaluateOn(day);
  }
  const before = await historyFor('community');
  expect(before.at(-1)).toMatchObject({ verb: 'settle', about: null });
  await both(false, '2024-08-15', '2024-08-20');
  await house.evaluateOn('2024-08-21T09:30:00+08:00');
  expect((await historyFor('community')).length).toBe(before.length);
  order = await house.lastOrder();
  expect((await historyFor('community')).map(({ name }) => name.zh)).toEqual(['等级变化', '跟踪期内复发', '自动派单']);
});
