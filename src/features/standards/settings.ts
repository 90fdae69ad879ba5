/** Settings of the installation that figures and screens read. */
import { revealBounds } from '#catalog/purposes.ts';
import type { Actor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

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
