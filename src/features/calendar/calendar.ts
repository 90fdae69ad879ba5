/** The working-day calendar: filled once from the declared notices, edited by officials from then on. */
import { calendarExceptions } from '#catalog/calendar.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { CalendarYear } from './contract.ts';
import { localDays } from './localDays.ts';

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
      select day, coalesce(exception.working, extract(isodow from day) < 6) as working
      from (select date '1900-01-01' + number as day from generate_series(0, date '2099-12-31' - date '1900-01-01') as number) every_day
      left join unnest(${calendarExceptions.map((e) => e.day)}::date[], ${calendarExceptions.map((e) => e.working)}::boolean[])
        as exception (day, working) using (day)
    ) days
    on conflict (day) do nothing`);
}

/** The working days of a year, and the days that differ from the rule Monday to Friday. */
export async function viewCalendarYear(database: Queryable, year: number): Promise<CalendarYear> {
  const days = await database.query<{ day: string; working: boolean; usual: boolean }>(sql`
    select day, working, extract(isodow from day) < 6 as usual from calendar_day
    where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day`);
  return {
    year,
    workingDays: days.filter((entry) => entry.working).length,
    exceptions: days.filter((entry) => entry.working !== entry.usual).map(({ day, working }) => ({ day, working })),
    local: await localDays(database, year),
  };
}

/** Makes a day a working day or a day off; the days after it are numbered anew and every settlement waits for an evaluation. */
export async function changeCalendarDay(tx: Transaction, actor: Actor, change: { day: string; working: boolean }): Promise<void> {
  const changed = await tx.execute(
    sql`update calendar_day set working = ${change.working} where day = ${change.day}::date and working <> ${change.working}`,
  );
  if (changed === 0) return;
  await appendAudit(tx, actor, {
    verb: 'calendar.change',
    object: { kind: 'day', key: change.day },
    before: { working: !change.working },
    after: { working: change.working },
  });
  await numberCalendar(tx);
  const settlements = await tx.query<{ settlement_code: string }>(sql`select settlement_code from settlement`);
  await requestEvaluation(
    tx,
    settlements.map((row) => row.settlement_code),
    null,
  );
}
