/** Retires the versions of the keys that nothing is sealed with any more. They stay in the key file for the backups made before, unless they are to be forgotten. */
import sql from 'sql-template-tag';
import { keySource, readKeys, replaceKeys } from '../crypto/keySource.ts';
import { withRetired } from '../crypto/keyText.ts';
import { holdKeys, newestOf } from '../database/heldKeys.ts';
import type { Machine } from '../machine.ts';
import { uploadsFolder } from '../settings/settings.ts';
import { countOthers, countSealed } from './countSealed.ts';
import { problems } from './problems.ts';
import type { SealedData } from './sealedData.ts';

/** Retires all but the newest version; answers which. Throws `rotation.still-sealed` while an older one is needed. */
export async function retire(
  { database, keys, settings }: Pick<Machine, 'database' | 'keys' | 'settings'>,
  { columns, turn }: SealedData,
  forget = false,
): Promise<number[]> {
  const { version } = keys.newest();
  await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${turn})`);
    const counts = await countSealed(tx, columns, uploadsFolder(settings.dataFolder));
    const [values, uploads] = [countOthers(counts.values, version), countOthers(counts.uploads, version)];
    if (values + uploads > 0) throw problems['still-sealed']({ values, uploads });
    await holdKeys(tx, newestOf(keys.newest()));
  });
  const source = keySource(settings);
  const before = readKeys(source);
  if ('file' in source) replaceKeys(source, withRetired(before, forget));
  return [...before.versions.keys()].filter(
    (each) => each !== before.current.version && (forget || before.versions.get(each)?.retired === undefined),
  );
}
