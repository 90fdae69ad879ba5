/** Open appeals are open work of a post: what its unit has in hand, and what waits at its settlement; never one that is hidden from the post, or from who looks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostShown } from '#features/accounts/contract.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const appealsOf = async (as: Post, post: Post): Promise<readonly { zh: string; en: string }[]> => {
  const { status, body } = await house.ask<PostShown>(as, 'GET', `/accounts/${house.accounts[post]}/post`);
  expect(status).toBe(200);
  return body.work.find(({ kind }) => kind === 'appeals')?.lines ?? [];
};
const numbers = async (as: Post, post: Post): Promise<string[]> => (await appealsOf(as, post)).map(({ zh }) => zh.slice(0, 11));

test('a settlement has what waits, a unit what it was given, nobody what is over', async () => {
  const waiting = await house.take();
  const given = await house.take();
  await house.move('community', given.no, 'accept');
  await house.move('community', given.no, 'dispatch', { unit: 'department:教育局' });
  await house.move('community', given.no, 'join', { unit: 'department:民政局' });
  const elsewhere = await house.take({ settlement: '522301A002' }, 'street');
  const over = await house.take();
  await house.move('community', over.no, 'refuse', { reason: '1', note: '请向法院提出' });
  expect(await numbers('county', 'community')).toEqual([waiting.no]);
  expect(await numbers('county', 'education')).toEqual([given.no]);
  expect(await numbers('county', 'civil')).toEqual([given.no]);
  expect(await numbers('prefecture', 'county')).not.toContain(elsewhere.no);
  expect((await appealsOf('county', 'education'))[0]).toEqual({
    zh: expect.stringMatching(/^SQ\d{9}：办理中，应于2024-07-\d\d前答复$/),
    en: expect.stringMatching(/^SQ\d{9}: in hand, to be answered by 2024-07-\d\d$/),
  });
});

test('a complaint is listed neither with the post complained about nor to it', async () => {
  const complaint = await house.take({ nature: '3', content: '街道的窗口中午不开门。', against: 'area:522301001' }, 'county');
  await house.move('county', complaint.no, 'accept');
  await house.move('county', complaint.no, 'dispatch', { unit: 'area:522301A001' });
  expect(await numbers('county', 'community')).toContain(complaint.no);
  expect(await numbers('street', 'community')).not.toContain(complaint.no);
  const accusing = await house.take({ nature: '4', content: '有人冒领公益性岗位的工资，请查。' }, 'county');
  expect(await numbers('county', 'community')).not.toContain(accusing.no);
  const about = await house.take({ nature: '3', content: '社区办事推来推去。', against: 'area:522301A001' }, 'county');
  expect(await numbers('county', 'community')).not.toContain(about.no);
});
