/** Fills the working-day calendar from the declared notices, once; officials edit it from then on. */
import { calendarExceptions } from '#catalog/calendar.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Numbers the working days up to and including each day anew, from the days as they stand. */
export async function numberCalendar(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update calendar_day set number = counted.number
    from (select day, count(*) filter (where working) over (order by day) as number from calendar_day) counted
    where counted.day = calendar_day.day and counted.number <> calendar_day.number`);
}

/** The calendar from 1900 to 2099: Monday to Friday, but for the days of the notices. Does nothing when it is there. */
export async function seedCalendar(tx: Transaction): Promise<void> {
  const { filled } = await tx.one<{ filled: boolean }>(sql`select exists (select 1 from calendar_day) as filled`);
  if (filled) return;
  await tx.execute(sql`
    insert into calendar_day (day, working, number)
    select day, working, count(*) filter (where working) over (order by day)
    from (
      select day::date as day, coalesce(exception.working, extract(isodow from day) < 6) as working
      from generate_series(date '1900-01-01', date '2099-12-31', interval '1 day') as day
      left join unnest(${calendarExceptions.map((e) => e.day)}::date[], ${calendarExceptions.map((e) => e.working)}::boolean[])
        as exception (day, working) using (day)
    ) days`);
}
