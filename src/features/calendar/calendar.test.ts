/** The calendar: notices are in it, working days are numbered, and a changed day renumbers what follows. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformActor } from '#features/audit/actor.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import { changeCalendarDay, seedCalendar, viewCalendarYear } from './calendar.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.transaction((tx) => seedCalendar(tx));
});
afterAll(() => test.drop());

const workingDays = async (from: string, to: string): Promise<number> =>
  (
    await test.database.one<{ count: number }>(sql`
      select (select number from calendar_day where day = ${to}::date) - (select number from calendar_day where day = ${from}::date) as count`)
  ).count;

describe('the calendar of working days', () => {
  it('has 251 working days in 2024 and 249 in 2023, as the notices fixed them', async () => {
    expect((await viewCalendarYear(test.database, 2024)).workingDays).toBe(251);
    expect((await viewCalendarYear(test.database, 2023)).workingDays).toBe(249);
  });

  it('counts over Spring Festival with its adjusted working Sundays', async () => {
    expect(await workingDays('2024-02-03', '2024-02-18')).toBe(7);
  });

  it('covers every day from 1900 to 2099 once', async () => {
    expect(await test.database.one(sql`select count(*)::integer as days, min(day) as first, max(day) as last from calendar_day`)).toEqual({
      days: 73_049,
      first: '1900-01-01',
      last: '2099-12-31',
    });
  });

  it('renumbers the days after a changed one', async () => {
    const before = await workingDays('2027-01-01', '2027-12-31');
    await test.database.transaction((tx) => changeCalendarDay(tx, platformActor, { day: '2027-02-08', working: false }));
    expect(await workingDays('2027-01-01', '2027-12-31')).toBe(before - 1);
    expect((await viewCalendarYear(test.database, 2027)).exceptions).toEqual([{ day: '2027-02-08', working: false }]);
  });
});
