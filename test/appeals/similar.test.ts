/** What is like another appeal, and why it is thought so; and appeals that an import brought. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { likeness } from '#features/appeals/likeness.ts';
import type { SimilarAppeal } from '#features/appeals/contract.ts';
import { previewUndo, undoImport } from '#features/imports/undoImport.ts';
import { people, send } from '../imports/house.ts';
import { type AppealHouse, openAppealHouse } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const similar = async (order: object): Promise<SimilarAppeal[]> =>
  (await house.ask<{ appeals: SimilarAppeal[] }>('clerk', 'POST', '/appeals/similar', { settlement: '522301A001', ...order })).body.appeals;

test('likeness goes both ways, is whole for the same and none for what shares nothing', () => {
  const text = fc.string({ unit: fc.constantFrom(...'电梯坏了半个月没人修水费老人。, a1'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const alike = likeness(one, other);
      expect(alike).toBe(likeness(other, one));
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      if (/\p{L}/u.test(one)) expect(likeness(one, `${one}。 `)).toBe(1);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(likeness('三栋电梯坏了', '水费太贵')).toBe(0);
});

test('the same words, the same person with other words, the same place', async () => {
  const first = await house.take({ content: '三栋的电梯坏了半个月没有人修。', address: '3栋1单元', contact: '13911112222', person: 'P-0001' });
  expect(await similar({ content: '三栋电梯坏了，半个月没人修！' })).toMatchObject([
    { no: first.no, because: [{ zh: expect.stringMatching(/^文字相似\d+%$/) }] },
  ]);
  expect((await similar({ content: '电梯停了，老人下不了楼。', contact: '13911112222' })).map(({ no }) => no)).toEqual([first.no]);
  expect(
    (await similar({ content: '三栋电梯一直没修', person: people.wang.id, address: '３栋 1单元' }))[0]?.because.map(({ zh }) =>
      zh.replace(/\d+/, ''),
    ),
  ).toEqual(['同一诉求人', '同一地点', '文字相似%']);
  expect(await similar({ content: '自来水下午停了两个小时。' })).toEqual([]);
  // Another settlement is another matter.
  expect(
    (await house.ask('street', 'POST', '/appeals/similar', { settlement: '522301A002', content: '三栋的电梯坏了半个月没有人修。' })).body,
  ).toEqual({ appeals: [] });
  const again = await house.take({ content: '三栋电梯坏了没人修。', repeats: first.no });
  expect((await house.see('community', first.no)).marks).toContain('repeated');
  expect(await house.ask('community', 'POST', `/appeals/${again.no}/merge`, { into: again.no })).toMatchObject({
    status: 422,
    body: { code: 'appeals.merge-target' },
  });
  await house.move('community', again.no, 'merge', { into: first.no });
  expect(await house.ask('community', 'POST', `/appeals/${first.no}/merge`, { into: again.no })).toMatchObject({ status: 409 });
});

const header = '诉求编号|安置点|来源渠道|性质|诉求人证件号码|诉求人|联系电话|内容|办理类型|受理时间|处理结果|办结时间';

test('what 12345 hands over is worked on, and undoing the file leaves the work', async () => {
  const report = await send(
    house,
    `${header}
    GD-1|栗坪安置点|电话12345|求助|${people.wang.id}|${people.wang.name}|13900000001|楼顶漏水到家里|12345|2024-06-28 09:00||
    GD-2|栗坪安置点|电话12345|咨询||||如何办理居住证|12345|2024-06-27 09:00|解释疏导|2024-06-28 10:00`,
    { register: 'appeal', dataDate: '2024-06-30' },
  );
  expect(report).toMatchObject({ added: 2, refused: 0 });
  expect(await house.see('community', 'GD-2')).toMatchObject({ state: 'closed', result: { zh: '解释疏导' } });
  expect(await house.see('community', 'GD-1')).toMatchObject({ state: 'accepted', clocks: [] });
  await house.move('community', 'GD-1', 'dispatch', { unit: 'area:522301A001' });
  await house.move('community', 'GD-1', 'reply', { result: '1', reply: '已修补屋面。' });
  const preview = await previewUndo(house, report.import ?? 0);
  expect(preview).toMatchObject({ removed: 1, keptCount: 1 });
  await undoImport(house, report.import ?? 0);
  const left = await house.database.query(sql`select appeal_no, reply from appeal where appeal_no like 'GD%'`);
  expect(left).toEqual([{ appeal_no: 'GD-1', reply: '已修补屋面。' }]);
});

test('what another system closed is closed here', async () => {
  const row = (rest: string): string => `${header}\nGD-9|栗坪安置点|电话12345|求助||||楼道灯不亮|12345|2024-06-28 09:00|${rest}`;
  await send(house, row('|'), { register: 'appeal', dataDate: '2024-06-30' });
  await house.move('community', 'GD-9', 'dispatch', { unit: 'area:522301A001' });
  await send(house, row('解决|2024-07-01 09:00'), { register: 'appeal', dataDate: '2024-07-01' });
  expect(await house.see('community', 'GD-9')).toMatchObject({ state: 'closed', result: { zh: '解决' } });
  expect(await house.ask('community', 'POST', '/appeals/GD-9/reply', { result: '1', reply: '好' })).toMatchObject({ status: 409 });
});

test('an appeal that names an item raises a warning, once', async () => {
  const { no } = await house.take({ person: 'P-0001', item: 'C01', content: '家里没有人有工作，请帮忙找事做。' });
  const raised = await house.ask<{ warning: number }>('community', 'POST', `/appeals/${no}/warning`, { level: 'orange' });
  expect(raised.status).toBe(200);
  expect(await house.database.one(sql`select item_code, source, level from warning where warning_id = ${raised.body.warning}`)).toEqual({
    item_code: 'C01',
    source: '2',
    level: 'orange',
  });
  expect(await house.ask('community', 'POST', `/appeals/${no}/warning`, { level: 'red' })).toMatchObject({
    status: 409,
    body: { code: 'appeals.warned-already' },
  });
  expect((await house.see('community', no)).warning).toBe(raised.body.warning);
});
