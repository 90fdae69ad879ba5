/** A few facts about this installation that belong to its database: which keys it was sealed with. */
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
