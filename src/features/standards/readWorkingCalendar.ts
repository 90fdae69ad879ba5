/** Reads the working calendar as officials keep it, with the working hours of the settings. */
import { usualHours, type WorkingCalendar, workingCalendar, type WorkingHours } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** The calendar, for clocks. */
export async function readWorkingCalendar(database: Queryable): Promise<WorkingCalendar> {
  const exceptions = await database.query<{ day: string; working: boolean }>(sql`
    select day, working from calendar_day where day >= date '2016-01-01' and working <> (extract(isodow from day) < 6)`);
  return workingCalendar(exceptions, await workingHours(database));
}

/** The working hours in force. */
export async function workingHours(database: Queryable): Promise<WorkingHours> {
  const row = await database.maybe<{ value: WorkingHours }>(sql`select value from setting where name = 'working_hours'`);
  return row?.value ?? usualHours;
}
