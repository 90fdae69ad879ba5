/** Which versions of the keys the values of this database may be sealed with: written before the first value of a version, taken away when none is left. */
import sql from 'sql-template-tag';
import type { Keys } from '../crypto/keys.ts';
import { problems } from '../crypto/problems.ts';
import type { Queryable } from './database.ts';
import { findMark, setMark } from './installation.ts';

/** Versions and the fingerprints of their keys. */
export type HeldKeys = Readonly<Record<string, string>>;

const mark = 'keys';

/** The versions; undefined in a database that was never tied to keys. */
export async function findHeldKeys(database: Queryable): Promise<HeldKeys | undefined> {
  const text = await findMark(database, mark);
  return text === undefined ? undefined : heldKeysOf(text);
}

/** Before there were several versions, the fingerprint of the first stood alone. */
export function heldKeysOf(text: string): HeldKeys {
  return text.startsWith('{') ? (JSON.parse(text) as HeldKeys) : { 1: text };
}

/** Says which versions the values may be sealed with from now on. */
export async function holdKeys(database: Queryable, held: HeldKeys): Promise<void> {
  await setMark(database, mark, JSON.stringify(held));
}

/** The version that seals, as it is held. */
export function newestOf({ version, versions }: Keys): HeldKeys {
  return Object.fromEntries(versions.filter((one) => one.version === version).map(({ fingerprint }) => [version, fingerprint]));
}

/** Ties a new database to its keys, and refuses to open one with the keys of another: its values could never be read. `name` is what people know the keys by. */
export async function holdToKeys(database: Queryable, keys: Keys, name: string): Promise<void> {
  await database.execute(sql`insert into installation (name, value) values (${mark}, ${JSON.stringify(newestOf(keys))}) on conflict do nothing`);
  const missing = missingKey(keys, (await findHeldKeys(database)) ?? {});
  if (missing !== undefined) throw problems['keys-foreign']({ file: name, version: missing });
}

/** Refuses a process that was started with keys from before the last change, and cannot read the new ones. */
export async function refuseOldKeys(database: Queryable, keys: Keys): Promise<void> {
  const missing = missingKey(keys, (await findHeldKeys(database)) ?? {});
  if (missing !== undefined) throw problems['keys-behind']({ version: missing });
}

/** The first version that the keys do not have, or have otherwise. */
export function missingKey({ versions }: Keys, held: HeldKeys): string | undefined {
  return Object.keys(held).find((version) => !versions.some((one) => String(one.version) === version && one.fingerprint === held[version]));
}
