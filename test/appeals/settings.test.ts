/** The limits of appeals and the working hours are set by the prefecture, within the law; what begins afterwards follows them, what runs keeps its end. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Settings } from '#features/standards/contract.ts';
import { type AppealHouse, openAppealHouse } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  // A Monday.
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const inChina = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16);
const set = (order: object) => house.ask<Settings>('prefecture', 'PUT', '/settings', order);

test('a limit that is set holds for what begins afterwards', async () => {
  const before = await house.take({ track: '1', nature: '2' });
  expect(inChina(before.acceptBy)).toBe('2024-07-02T17:30');
  expect(await set({ appealLimits: { 'accept-12345': '2wd' }, workingHours: { opens: '08:30', closes: '18:00' } })).toMatchObject({
    status: 200,
    body: { appealLimits: { 'accept-12345': '2wd', 'accept-petition': '15d' }, workingHours: { opens: '08:30', closes: '18:00' } },
  });
  expect(inChina((await house.take({ track: '1', nature: '2' })).acceptBy)).toBe('2024-07-03T18:00');
  const { due } = await house.database.one<{ due: string }>(sql`
    select due_at as due from appeal_clock where appeal_no = ${before.no} and clock = 'accept'`);
  expect(inChina(due)).toBe('2024-07-02T17:30');
  const told = await house.database.query<{ object_key: string; after: unknown }>(sql`
    select object_key, after from audit_entry where verb = 'settings.change' order by entry_id desc limit 2`);
  expect(told.map(({ object_key: key }) => key).sort()).toEqual(['appeal_limits', 'working_hours']);
});

test.each([
  [{ appealLimits: { 'answer-petition': '90d' } }, 'standards.limit-beyond-law', '60天', '60 days'],
  [{ appealLimits: { 'accept-petition': '12wd' } }, 'standards.limit-beyond-law', '15天', '15 days'],
  [{ appealLimits: { 'ask-review': '10d' } }, 'standards.limit-beyond-law', '30天', '30 days'],
  [{ workingHours: { opens: '18:00', closes: '09:00' } }, 'standards.hours-reversed', '18:00', '18:00'],
])('%j is refused in both languages, and nothing is changed', async (order, code, zh, en) => {
  const before = (await house.ask<Settings>('prefecture', 'GET', '/settings')).body;
  expect(await set(order)).toMatchObject({
    status: 422,
    body: { code, zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
  });
  expect((await house.ask<Settings>('prefecture', 'GET', '/settings')).body).toEqual(before);
});

test('within the law everything goes: shorter for an office, longer for an appellant', async () => {
  const limits = { 'answer-petition': '40wd', 'ask-review': '45d', 'return-petition': '7d' };
  expect(await set({ appealLimits: limits })).toMatchObject({ status: 200, body: { appealLimits: limits } });
});

test('a county looks at them and does not change them', async () => {
  expect((await house.ask('county', 'GET', '/settings')).status).toBe(200);
  expect((await house.ask('county', 'PUT', '/settings', { workingHours: { opens: '09:00', closes: '12:00' } })).status).toBe(403);
  expect((await house.ask('street', 'GET', '/settings')).status).toBe(403);
});
