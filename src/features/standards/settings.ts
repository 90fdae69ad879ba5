/** Settings of the installation that figures and screens read. */
import { type AppealLimit, appealLimits, type AppealLimits, brokenBound, usualAppealLimits } from '#catalog/appealLimits.ts';
import { revealBounds } from '#catalog/purposes.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { WorkingHours } from '#derive/clocks/workingCalendar.ts';
import { limitWords } from '#derive/clocks/limitWords.ts';
import { problems } from './problems.ts';
import { workingHours } from './readWorkingCalendar.ts';

/** The day on which the platform started; null when it was not set. */
export async function goLiveOf(database: Queryable): Promise<string | null> {
  const row = await database.maybe<{ day: string | null }>(sql`select value #>> '{}' as day from setting where name = 'go_live'`);
  return row?.day ?? null;
}

/** How many hidden values one person is shown whole in an hour. */
export async function revealsPerHour(database: Queryable): Promise<number> {
  const row = await database.maybe<{ count: number }>(sql`select (value #>> '{}')::integer as count from setting where name = 'reveals_per_hour'`);
  return row?.count ?? revealBounds.usual;
}

/** Sets how many hidden values one person is shown whole in an hour. */
export async function setRevealsPerHour(tx: Transaction, actor: Actor, count: number): Promise<void> {
  const before = await revealsPerHour(tx);
  await tx.execute(sql`
    insert into setting (name, value) values ('reveals_per_hour', ${JSON.stringify(count)}::jsonb) on conflict (name) do update set value = excluded.value`);
  await appendAudit(tx, actor, {
    verb: 'settings.change',
    object: { kind: 'setting', key: 'reveals_per_hour' },
    before: { value: before },
    after: { value: count },
  });
}

/** Sets the working hours, with which time limits of days end; clocks that run keep the end that they have. */
export async function setWorkingHours(tx: Transaction, actor: Actor, hours: WorkingHours): Promise<void> {
  if (hours.opens >= hours.closes) throw problems['hours-reversed'](hours);
  const before = await workingHours(tx);
  await tx.execute(sql`
    insert into setting (name, value) values ('working_hours', ${JSON.stringify(hours)}::jsonb) on conflict (name) do update set value = excluded.value`);
  await appendAudit(tx, actor, {
    verb: 'settings.change',
    object: { kind: 'setting', key: 'working_hours' },
    before: { value: before },
    after: { value: hours },
  });
}

/** The time limits of appeals in force: those that somebody set, else as declared. */
export async function readAppealLimits(database: Queryable): Promise<AppealLimits> {
  const row = await database.maybe<{ value: Partial<AppealLimits> }>(sql`select value from setting where name = 'appeal_limits'`);
  return { ...usualAppealLimits, ...row?.value };
}

/** Sets some of the time limits of appeals, within the law; clocks that run stay as they were started. */
export async function setAppealLimits(tx: Transaction, actor: Actor, limits: Partial<AppealLimits>): Promise<void> {
  const before = await readAppealLimits(tx);
  const after = { ...before, ...limits };
  for (const name of Object.keys(limits) as AppealLimit[]) {
    const bound = brokenBound(name, after[name]);
    const [, zh, en] = appealLimits[name];
    if (bound !== undefined) throw problems['limit-beyond-law']({ name: zh, nameEn: en, bound: limitWords(bound).zh, boundEn: limitWords(bound).en });
  }
  await tx.execute(sql`
    insert into setting (name, value) values ('appeal_limits', ${JSON.stringify(after)}::jsonb) on conflict (name) do update set value = excluded.value`);
  await appendAudit(tx, actor, {
    verb: 'settings.change',
    object: { kind: 'setting', key: 'appeal_limits' },
    before: { value: before },
    after: { value: after },
  });
}

/** Sets the day on which the platform started. */
export async function setGoLive(tx: Transaction, actor: Actor, day: string | null): Promise<void> {
  const before = await goLiveOf(tx);
  await tx.execute(sql`
    insert into setting (name, value) values ('go_live', ${JSON.stringify(day)}::jsonb) on conflict (name) do update set value = excluded.value`);
  await appendAudit(tx, actor, {
    verb: 'settings.change',
    object: { kind: 'setting', key: 'go_live' },
    before: { value: before },
    after: { value: day },
  });
}
