/** Local holidays: a county sets its own, and the time limits of its settlements run past them; those of other counties, and clocks that run, do not. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CalendarYear } from '#features/calendar/contract.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  // A Monday.
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const inChina = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
const change = (as: Post, county: string, day: string, name: string | null) =>
  house.ask<CalendarYear>(as, 'PUT', '/calendar/local', { county, day, name });
const acceptBy = async (settlement: string): Promise<string> => inChina((await house.take({ settlement }, 'prefecture')).acceptBy);

test('limits of the county run past the holiday, those of others do not', async () => {
  const running = await house.take({}, 'prefecture');
  expect(inChina(running.acceptBy)).toBe('2024-07-03');
  const set = await change('county', '522301', '2024-07-02', '六月六布依族风情节');
  expect(set.body.local).toEqual([{ county: '522301', day: '2024-07-02', working: false, name: '六月六布依族风情节' }]);
  // The calendar of all is as it was.
  expect(set.body.workingDays).toBe(251);
  expect(await acceptBy('522301A001')).toBe('2024-07-04');
  expect(await acceptBy('522323A001')).toBe('2024-07-03');
  const { due } = await house.database.one<{ due: string }>(sql`
    select due_at as due from appeal_clock where appeal_no = ${running.no} and clock = 'accept'`);
  expect(inChina(due)).toBe('2024-07-03');
});

test('clocks of warnings count by it too, raised by hand or by the data', async () => {
  await house.database.execute(
    sql`insert into item_switch (item_code, on_from) values ('C01', date '2023-01-01') on conflict (item_code) do update set on_from = excluded.on_from`,
  );
  const raised = await house.ask<{ id: number }>('county', 'POST', '/warnings', {
    item: 'C01',
    subject: 'H-0001',
    level: 'yellow',
    source: '2',
    note: '户主来说',
  });
  expect(raised.status).toBe(200);
  await evaluate(house.database, { day: '2024-07-01', moment: momentOf('2024-07-01', house.clock.now()) });
  const clocks = await house.database.query<{ time_limit: string; due: string }>(sql`
    select time_limit, due_at as due from warning_clock where settlement_code = '522301A001' and time_limit in ('1wd', '2wd', '3wd') order by 1`);
  const ends: Readonly<Record<string, string>> = { '1wd': '2024-07-03', '2wd': '2024-07-04', '3wd': '2024-07-05' };
  expect(clocks.length).toBeGreaterThan(0);
  for (const { time_limit: limit, due } of clocks) expect([limit, inChina(due)]).toEqual([limit, ends[limit]]);
});

test('a weekend may be worked for it; without a name the day is what it is elsewhere', async () => {
  await change('county', '522301', '2024-07-06', '调休上班');
  const { body } = await house.ask<CalendarYear>('community', 'GET', '/calendar?year=2024');
  expect(body.local.find(({ day }) => day === '2024-07-06')).toMatchObject({ working: true });
  expect((await change('prefecture', '522301', '2024-07-02', null)).body.local.map(({ day }) => day)).toEqual(['2024-07-06']);
  expect(await acceptBy('522301A001')).toBe('2024-07-03');
  const told = await house.database.query<{ object_key: string; before: unknown; after: unknown }>(sql`
    select object_key, before, after from audit_entry where verb = 'calendar.change' order by entry_id`);
  expect(told).toEqual([
    expect.objectContaining({ object_key: '522301 2024-07-02', before: null, after: { working: false, name: '六月六布依族风情节' } }),
    expect.objectContaining({ object_key: '522301 2024-07-06', after: { working: true, name: '调休上班' } }),
    expect.objectContaining({ object_key: '522301 2024-07-02', before: { working: false, name: '六月六布依族风情节' }, after: null }),
  ]);
});

test('another county, a street and the prefecture as a whole are refused', async () => {
  const problem = { status: 404, body: { code: 'calendar.county-not-here' } };
  expect(await change('otherCounty', '522301', '2024-07-02', '节日')).toMatchObject(problem);
  expect(await change('prefecture', '522300', '2024-07-02', '节日')).toMatchObject(problem);
  expect((await change('street', '522301', '2024-07-02', '节日')).status).toBe(403);
});
