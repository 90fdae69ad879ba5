/** The clocks of each track, and the ways by which appeals come: how long each may take, what danger and urgency shorten, and to whom a missed review goes. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { type AppealHouse, openAppealHouse } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const inChina = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['12345, question', { track: '1', nature: '1' }, '2024-07-02', '2024-07-04'],
  ['12345, help', { track: '1', nature: '2' }, '2024-07-02', '2024-07-10'],
  ['12345, complaint', { track: '1', nature: '3' }, '2024-07-02', '2024-07-22'],
  ['petition', { track: '2', nature: '6' }, '2024-07-16', '2024-08-30'],
  ['internal', { track: '3', nature: '2' }, '2024-07-03', '2024-07-22'],
  ['danger goes before the track', { track: '2', nature: '2', urgency: '1' }, '2024-07-01T12:00', '2024-07-01T12:00'],
  ['urgent goes before the track', { track: '1', nature: '1', urgency: '2' }, '2024-07-02T10:00', '2024-07-02T10:00'],
])('%s', async (_, order, accept, answer) => {
  const { acceptBy, answerBy } = await house.take(order);
  expect([inChina(acceptBy).slice(0, accept.length), inChina(answerBy).slice(0, answer.length)]).toEqual([accept, answer]);
});

test.each([
  ['counter', '1'],
  ['grid worker on behalf', '2'],
  ['phone', '3'],
  ['letter', '7'],
  ['from above', '8'],
])('by %s', async (_, channel) => {
  const { no } = await house.take({ channel }, channel === '2' ? 'gridWorker' : 'clerk');
  const row = await house.database.one<{ channel: string; by: string }>(sql`select channel, entered_by as by from appeal where appeal_no = ${no}`);
  expect(row).toEqual({ channel, by: expect.stringMatching(/./) });
});

test.each(['4', '5', '6', '9'])('way %s is of other systems and of the public page, and nobody takes down by it', async (channel) => {
  expect(
    (await house.ask('clerk', 'POST', '/appeals', { settlement: '522301A001', nature: '2', track: '3', content: '电梯坏了半个月。', channel }))
      .status,
  ).toBe(422);
});

test('review and re-review have thirty days each, and a missed one goes to the prefecture, once', async () => {
  house.clock.set('2024-07-01T10:00:00+08:00');
  const { no } = await house.take({ track: '2', nature: '6' });
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:民政局' });
  await house.move('civil', no, 'reply', { result: '1', reply: '已补发。' });
  const dueOf = async (clock: string): Promise<string> =>
    inChina(
      (await house.database.one<{ due: string }>(sql`select due_at as due from appeal_clock where appeal_no = ${no} and clock = ${clock}`)).due,
    ).slice(0, 10);
  const missed = () =>
    house.database.query(
      sql`select given ->> 'clock' as clock, given ->> 'to' as "to" from appeal_event where appeal_no = ${no} and verb = 'escalate' order by event_id`,
    );
  await house.move('community', no, 'ask-review', { note: '不服' });
  expect(await dueOf('review')).toBe('2024-07-31');
  for (const moment of ['2024-08-01T09:00:00+08:00', '2024-08-01T09:05:00+08:00']) {
    house.clock.set(moment);
    await watchAppeals(house.database, house.clock.now());
  }
  expect(await missed()).toEqual([{ clock: 'review', to: 'prefecture' }]);
  await house.move('county', no, 'review', { outcome: '1', opinion: '维持。' });
  await house.move('community', no, 'ask-re-review', { note: '仍不服' });
  expect(await dueOf('re-review')).toBe('2024-08-31');
  house.clock.set('2024-09-02T09:00:00+08:00');
  await watchAppeals(house.database, house.clock.now());
  expect(await missed()).toContainEqual({ clock: 're-review', to: 'prefecture' });
});

test('who asked too late for a review is told so', async () => {
  house.clock.set('2024-07-01T10:00:00+08:00');
  const { no } = await house.take({ track: '2', nature: '6' });
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:民政局' });
  await house.move('civil', no, 'reply', { result: '1', reply: '已补发。' });
  house.clock.set('2024-08-05T10:00:00+08:00');
  expect(await house.ask('community', 'POST', `/appeals/${no}/ask-review`, { note: '不服' })).toMatchObject({
    status: 409,
    body: { zh: expect.stringContaining('期限') },
  });
});

test('an answer offers only results that it can have', async () => {
  house.clock.set('2024-07-01T10:00:00+08:00');
  const { no } = await house.take();
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:民政局' });
  const answer = (await house.see('civil', no)).offers.find(({ verb }) => verb === 'reply');
  expect(answer?.needs.find(({ name }) => name === 'result')?.choices.map(({ code }) => code)).toEqual(['1', '2', '3', '5']);
});
