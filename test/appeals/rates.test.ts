/** The rates of appeals: each clock in time, returned, re-opened, refused, merged, said again, satisfied; by unit, item and area, and of what the caller sees alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppealRateRow, AppealRates, AppealRatesExport } from '#features/appeals/rateContract.ts';
import { send } from '../imports/house.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;

beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
  // Answered in time by 教育局 after a return, not satisfying, re-opened.
  const first = await house.take({ item: 'C01', person: 'P-0001' });
  await house.move('community', first.no, 'accept');
  await house.move('community', first.no, 'dispatch', { unit: 'department:民政局' });
  await house.move('civil', first.no, 'return', { reason: '1', evidence: '不归民政管' });
  await house.move('community', first.no, 'dispatch', { unit: 'department:教育局' });
  await house.move('education', first.no, 'reply', { result: '1', reply: '已解决。' });
  await house.move('community', first.no, 'follow-up', { on: '2024-07-01', satisfaction: '4' });
  await house.move('community', first.no, 're-open', { note: '没有来人修' });
  // Says it again, and is merged.
  const second = await house.take({ item: 'C01', person: 'P-0001', repeats: first.no });
  await house.move('community', second.no, 'merge', { into: first.no });
  // Accepted late, answered, satisfied.
  const third = await house.take({ settlement: '522301A002' }, 'street');
  house.clock.set('2024-07-08T10:00:00+08:00');
  await house.move('street', third.no, 'accept');
  await house.move('street', third.no, 'dispatch', { unit: 'department:教育局' });
  await house.move('education', third.no, 'reply', { result: '1', reply: '已解决。' });
  await house.move('street', third.no, 'follow-up', { on: '2024-07-08', satisfaction: '1' });
  await house.move('street', third.no, 'close');
  const fourth = await house.take();
  await house.move('community', fourth.no, 'refuse', { reason: '1', note: '请向法院提出' });
  await house.take({ nature: '3', against: 'area:522301A001' }, 'street');
  await house.take({ nature: '4' }, 'county');
  // A historic one: late by the register.
  await send(
    house,
    `
    诉求编号|安置点|来源渠道|性质|办理类型|受理时间|内容|承办单位|办理时限|办结时间|处理结果
    SQ6000001|栗坪安置点|1|2|3|2024-03-04 09:00|路灯不亮|水务局|2024-03-08 18:00|2024-03-20 09:00|1`,
    { dataDate: '2024-06-28' },
  );
});
afterAll(() => house.close());

const rates = async (as: Post, query: string): Promise<AppealRates> => {
  const { status, body } = await house.ask<AppealRates>(as, 'GET', `/appeals/rates?from=2024-07-01&to=2024-07-31&${query}`);
  expect(status).toBe(200);
  return body;
};
const named = ({ rows }: AppealRates, name: string): AppealRateRow | undefined => rows.find((row) => row.name.zh === name);

test('by unit', async () => {
  const found = await rates('county', 'by=unit');
  expect(found.total).toMatchObject({
    appeals: 6,
    closed: 3,
    returned: { count: 1, of: 6 },
    reopened: { count: 1, of: 4 },
    refused: { count: 1, of: 6 },
    merged: { count: 1, of: 6 },
    repeated: { count: 1, of: 6 },
    satisfied: { count: 1, of: 2 },
  });
  expect(found.total.inTime.accept).toEqual({ count: 3, of: 4 });
  expect(named(found, '教育局')).toMatchObject({ appeals: 2, inTime: { answer: { count: 2, of: 2 } }, reopened: { count: 1, of: 2 } });
  expect(named(found, '未交办')).toMatchObject({ appeals: 4, merged: { count: 1, of: 4 }, refused: { count: 1, of: 4 } });
});

test('by item and by area, with sums that agree', async () => {
  const byItem = await rates('county', 'by=item');
  expect(byItem.rows.map(({ key, appeals }) => [key, appeals])).toEqual([
    ['', 4],
    ['C01', 2],
  ]);
  const byArea = await rates('county', 'by=area&area=522301001');
  expect(byArea.rows.map(({ key, appeals }) => [key, appeals])).toEqual([
    ['522301A001', 5],
    ['522301A002', 1],
  ]);
});

test('only of the appeals that the caller sees: without those about themselves and without accusations', async () => {
  expect((await rates('street', 'by=unit')).total.appeals).toBe(5);
  expect((await rates('community', 'by=unit')).total.appeals).toBe(3);
  expect((await rates('otherCounty', 'by=unit')).total.appeals).toBe(0);
});

test('historic appeals count by what their register says', async () => {
  const { body } = await house.ask<AppealRates>('county', 'GET', '/appeals/rates?from=2024-03-01&to=2024-03-31');
  expect(body.rows).toEqual([expect.objectContaining({ key: '水务局', appeals: 1, closed: 1 })]);
  expect(body.total.inTime.answer).toEqual({ count: 0, of: 1 });
});

test('the export is the same with a watermark, and is told', async () => {
  const query = 'from=2024-07-01&to=2024-07-31&by=unit';
  const { body } = await house.ask<AppealRatesExport>('county', 'GET', `/appeals/rates/export?${query}`);
  expect(body.rows).toEqual((await rates('county', 'by=unit')).rows);
  expect(body.watermark).toContain('2024');
  expect((await house.ask('gridWorker', 'GET', `/appeals/rates/export?${query}`)).status).toBe(403);
});
