/** A few facts about this installation that belong to its database: which keys it was sealed with, whether the demonstration was loaded. */
import sql from 'sql-template-tag';
import type { Keys } from '../crypto/keys.ts';
import { keyFile } from '../crypto/keyFile.ts';
import { problems } from '../crypto/problems.ts';
import type { Queryable } from './database.ts';

/** Ties a new database to its keys, and refuses to open one with the keys of another: its values could never be read. */
export async function holdToKeys(database: Queryable, keys: Keys, dataFolder: string): Promise<void> {
  await database.execute(sql`insert into installation (name, value) values ('keys', ${keys.fingerprint}) on conflict do nothing`);
  const { value } = await database.one<{ value: string }>(sql`select value from installation where name = 'keys'`);
  if (value !== keys.fingerprint) throw problems['keys-foreign']({ file: keyFile(dataFolder) });
}

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
