/** The life of the demonstration: months are evaluated, and in the last weeks its people work on orders, visit and answer appeals, through the routes by which everybody does, on a clock that is jumped. */
import sql from 'sql-template-tag';
import { items } from '#catalog/catalog.ts';
import { dayAfter, momentInChina } from '#derive/clocks/chinaTime.ts';
import { settleDemoAccounts } from '#features/accounts/demoAccounts.ts';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { readGeneralCalendar } from '#features/standards/readWorkingCalendar.ts';
import { watchClocks } from '#features/workOrders/watchClocks.ts';
import { createHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import type { Machine } from '#platform/machine.ts';
import { commandActor } from '../commandActor.ts';
import { readVersion } from '../version.ts';
import { firstAppeal, liveAppeals } from './liveAppeals.ts';
import { liveFindings } from './liveFindings.ts';
import { liveOrders } from './liveOrders.ts';
import { liveVisits } from './liveVisits.ts';
import { demoPeople } from './people.ts';
import { timeline } from './timeline.ts';

/** Work goes on for at least so many days before today. */
const weeksOfWork = 21;
/** The items that were switched on before the others: their silent period was over when the work began; that of the others ended yesterday. */
const firstItems: readonly string[] = ['B01', 'B02', 'B03', 'C01', 'D01', 'D02', 'F01', 'F02'];

/** Lives through the days that are evaluated, the last of which is today. */
export async function liveDemo(machine: Machine, days: readonly string[], onStep: (done: number, total: number, day: string) => void): Promise<void> {
  const { database, keys } = machine;
  const [today, now] = [machine.clock.today(), machine.clock.now()];
  const began = days.findLast((day) => day <= dayAfter(today, -weeksOfWork)) ?? today;
  const { isWorking } = await readGeneralCalendar(database);
  const first = workingDay(today, -firstAppeal, isWorking);
  await switchItems(machine, began, today);
  await settleDemoAccounts(database, keys, true, first);
  const clock = jumpableClock(first);
  const app = await createHouse({ ...machine, clock }, { version: readVersion(), isDemo: true });
  try {
    const people = await demoPeople(app, database, clock);
    const line = timeline(clock);
    const plan = (day: number, time: string, what: () => Promise<void>): void =>
      line.add(momentInChina(workingDay(began, day, isWorking), time), what);
    for (const day of days)
      line.add(day === today ? now : momentInChina(day, '23:59'), async () => {
        await evaluate(database, { day, moment: momentOf(day, now), actor: commandActor() });
        if (day !== began || day === today) return;
        const { waiting, quiet } = await liveOrders(people, clock, plan);
        liveVisits(people, clock, await ofSeveral(database, [...waiting, ...quiet.slice(10)]), plan);
        liveFindings(people, quiet, plan);
      });
    liveAppeals(people, clock, people.areaOf('community'), (before, time, what) =>
      line.add(momentInChina(workingDay(today, -before, isWorking), time), what),
    );
    await line.run(now, onStep);
    await watchClocks(database, now);
    await watchAppeals(database, now);
  } finally {
    await app.close();
  }
}

async function switchItems({ database }: Machine, began: string, today: string): Promise<void> {
  const dayOf = (code: string): string => (firstItems.includes(code) ? began : today);
  await database.execute(sql`
    insert into item_switch (item_code, on_from) select code, over - silent - 1
    from unnest(${items.map(({ code }) => code)}::text[], ${items.map(({ silentDays }) => silentDays)}::integer[], ${items.map(({ code }) => dayOf(code))}::date[])
      as item (code, silent, over) on conflict do nothing`);
}

/** Of these households those of at least three people, in the same order. */
async function ofSeveral(database: Machine['database'], households: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ no: string }>(sql`
    select household_no as no from person where household_no = any(${households}::text[]) and end_date is null group by 1 having count(*) >= 3`);
  const several = new Set(rows.map(({ no }) => no));
  return households.filter((no) => several.has(no));
}

/** The working day so many before or after a day. */
function workingDay(from: string, distance: number, isWorking: (day: string) => boolean): string {
  const by = Math.sign(distance);
  let day = from;
  for (let left = Math.abs(distance); left > 0; left -= isWorking(day) ? 1 : 0) day = dayAfter(day, by);
  return day;
}
