/** Reads the working calendar as officials keep it, with the working hours of the settings: that of a county has its local holidays too. */
import type { CalendarException } from '#catalog/calendar.ts';
import { usualHours, type WorkingCalendar, workingCalendar, type WorkingHours } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Settlements that have one calendar. */
export interface CalendarOf {
  readonly settlements: readonly string[];
  readonly calendar: WorkingCalendar;
}

/** The calendar of a settlement, for clocks. */
export async function readWorkingCalendar(database: Queryable, settlement: string): Promise<WorkingCalendar> {
  const [one] = await readWorkingCalendars(database, [settlement]);
  if (!one) throw new Error('a settlement has a calendar');
  return one.calendar;
}

/** The calendar without the holidays of any county. */
export async function readGeneralCalendar(database: Queryable): Promise<WorkingCalendar> {
  return workingCalendar(await exceptions(database), await workingHours(database));
}

/** Days that are not worked, or rested, as their day of the week says. */
const exceptions = (database: Queryable): Promise<CalendarException[]> =>
  database.query(sql`select day, working from calendar_day where working <> (extract(isodow from day) < 6) and day >= date '2016-01-01'`);

/** The calendars of settlements: one for all of no local holiday, and one for each county that has some. */
export async function readWorkingCalendars(database: Queryable, settlements: readonly string[]): Promise<readonly CalendarOf[]> {
  const general = await exceptions(database);
  const hours = await workingHours(database);
  const local = await database.query<CalendarException & { county: string }>(sql`select county_code as county, day, working from local_day`);
  const counties = local.length === 0 ? new Map<string, string>() : await countiesOf(database, settlements);
  const byCounty = new Map<string | undefined, string[]>();
  for (const settlement of settlements) {
    const county = counties.get(settlement);
    const has = local.some((day) => day.county === county) ? county : undefined;
    byCounty.set(has, [...(byCounty.get(has) ?? []), settlement]);
  }
  return [...byCounty].map(([county, of]) => ({
    settlements: of,
    calendar: workingCalendar([...general, ...local.filter((day) => day.county === county)], hours),
  }));
}

async function countiesOf(database: Queryable, settlements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ settlement: string; county: string | null }>(sql`
    select settlement.settlement_code as settlement, coalesce(street.county_code, settlement.county_code) as county
    from settlement left join street_community street on street.area_code = settlement.street_code and street.level = 'street'
    where settlement.settlement_code = any(${settlements}::text[])`);
  return new Map(rows.flatMap(({ settlement, county }) => (county === null ? [] : [[settlement, county]])));
}

/** The working hours in force. */
export async function workingHours(database: Queryable): Promise<WorkingHours> {
  const row = await database.maybe<{ value: WorkingHours }>(sql`select value from setting where name = 'working_hours'`);
  return row?.value ?? usualHours;
}
