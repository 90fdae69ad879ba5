/** Who takes appeals down on behalf and sees no others, as a building leader, finds their own again: how far each is, without its words, and none that is hidden from them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EnteredPage } from '#features/appeals/contract.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const entered = async (as: Post): Promise<EnteredPage> => {
  const { status, body } = await house.ask<EnteredPage>(as, 'GET', '/appeals/entered');
  expect(status).toBe(200);
  return body;
};

test('a building leader takes one down and follows it', async () => {
  const { no } = await house.take({ channel: '2' }, 'leader');
  await house.take({}, 'clerk');
  expect(await entered('leader')).toMatchObject({ total: 1, rows: [{ no, state: 'received', unit: null, settlement: '栗坪安置点' }] });
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
  await house.move('education', no, 'reply', { result: '1', reply: '电梯已修好。' });
  const { rows } = await entered('leader');
  expect(rows).toMatchObject([{ no, state: 'answered', unit: '教育局' }]);
  expect(JSON.stringify(rows)).not.toMatch(/电梯|王大山|已修好/);
  expect((await house.ask('leader', 'GET', `/appeals/${no}`)).status).toBe(403);
});

test('what is kept from them is not listed, and those who take none down are refused', async () => {
  const before = (await entered('gridWorker')).total;
  await house.take({ channel: '2', nature: '4', content: '有人冒领公益性岗位的工资，请查。' }, 'gridWorker');
  await house.take({ channel: '2', nature: '3', content: '社区办事推来推去。', against: 'area:522301A001' }, 'gridWorker');
  expect((await entered('gridWorker')).total).toBe(before);
  expect((await house.ask('education', 'GET', '/appeals/entered')).status).toBe(403);
});
