/** Local holidays: the days on which a county departs from the calendar of all, each with the name or document it rests on. The time limits of its settlements count by them. */
import { areas, prefectureCode } from '#catalog/areas/areas.ts';
import type { Scope } from '#features/areas/scope.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { CalendarYear } from './contract.ts';
import { problems } from './problems.ts';

/** Those of all counties in a year. */
export function localDays(database: Queryable, year: number): Promise<CalendarYear['local']> {
  return database.query(sql`
    select county_code as county, day, working, name from local_day
    where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day, county_code`);
}

/** Makes a day of a county the opposite of what it is elsewhere, or, without a name, what it is elsewhere again. Clocks that run keep their end. */
export async function changeLocalDay(
  tx: Transaction,
  actor: Actor,
  { areas: given }: Pick<Scope, 'areas'>,
  { county, day, name }: { county: string; day: string; name: string | null },
): Promise<void> {
  const isCounty = areas.some(({ code, level }) => code === county && level === 'county');
  if (!isCounty || !(given.includes(prefectureCode) || given.includes(county))) throw problems['county-not-here']();
  const key = `${county} ${day}`;
  if (name === null) {
    const [gone] = await tx.query<{ working: boolean; name: string }>(sql`
      delete from local_day where county_code = ${county} and day = ${day}::date returning working, name`);
    if (gone) await appendAudit(tx, actor, { verb: 'calendar.change', object: { kind: 'day', key }, before: { ...gone } });
    return;
  }
  const elsewhere = await tx.maybe<{ working: boolean }>(sql`select working from calendar_day where day = ${day}::date`);
  if (!elsewhere) throw problems['day-unknown']();
  const working = !elsewhere.working;
  const before = await tx.maybe<{ working: boolean; name: string }>(sql`
    select working, name from local_day where county_code = ${county} and day = ${day}::date for update`);
  await tx.execute(sql`
    insert into local_day (county_code, day, working, name) values (${county}, ${day}::date, ${working}, ${name})
    on conflict (county_code, day) do update set working = excluded.working, name = excluded.name`);
  await appendAudit(tx, actor, {
    verb: 'calendar.change',
    object: { kind: 'day', key },
    ...(before && { before: { ...before } }),
    after: { working, name },
  });
}
