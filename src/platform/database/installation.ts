/** A few facts about this installation that belong to its database, as whether the demonstration was loaded. */
import sql from 'sql-template-tag';
import type { Queryable } from './database.ts';

/** A mark that was left on this installation. */
export async function findMark(database: Queryable, name: string): Promise<string | undefined> {
  return (await database.maybe<{ value: string }>(sql`select value from installation where name = ${name}`))?.value;
}

/** Leaves a mark on this installation. */
export async function setMark(database: Queryable, name: string, value: string): Promise<void> {
  await database.execute(
    sql`insert into installation (name, value) values (${name}, ${value}) on conflict (name) do update set value = excluded.value`,
  );
}
