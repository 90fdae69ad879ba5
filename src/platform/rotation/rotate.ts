/** Changes the keys while everybody works: a new version, everything sealed and indexed anew in small batches, and the old version retired. What was begun is taken up again. */
import { setTimeout } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { Keys } from '../crypto/keys.ts';
import { keySource, readKeys, replaceKeys } from '../crypto/keySource.ts';
import { withNewVersion } from '../crypto/keyText.ts';
import type { SuiteName } from '../crypto/suite.ts';
import { findHeldKeys, holdKeys, newestOf } from '../database/heldKeys.ts';
import type { Machine } from '../machine.ts';
import { uploadsFolder } from '../settings/settings.ts';
import { countOthers, countSealed } from './countSealed.ts';
import { problems } from './problems.ts';
import { renewRows } from './renewRows.ts';
import { countUploads, renewUploads } from './renewUploads.ts';
import { retire } from './retire.ts';
import type { SealedData } from './sealedData.ts';

/** How keys are changed. */
export interface RotationOrder {
  readonly suite?: SuiteName;
  /** Removes the old versions from the key file instead of marking them as retired. */
  readonly forget?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a rotation did. */
export interface RotationReport {
  readonly version: number;
  readonly suite: SuiteName;
  readonly renewed: number;
  readonly uploads: number;
  /** Values (table and key of the row) and files that no key opens: they stay as they are, and so does the version that they name. */
  readonly unopened: readonly string[];
  readonly retired: readonly number[];
}

type House = Pick<Machine, 'database' | 'keys' | 'settings'>;

const turnOfRotation = 5223_0010;
const batchSize = 4_000;
/** Whoever has looked at the key file before it changed has finished its statement by then. */
const settling = 1_000;
/** Seconds for which uploads that are being written are waited for. */
const longestWait = 60;

/** Changes the keys, or finishes a change that was begun. */
export function rotate(house: House, data: SealedData, order: RotationOrder = {}): Promise<RotationReport> {
  // The lock lives as long as its connection: a killed rotation leaves none behind.
  return house.database.transaction(async (tx) => {
    const { mine } = await tx.one<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${turnOfRotation}) as mine`);
    if (!mine) throw problems['runs-already']();
    return rotateAlone(house, data, order);
  });
}

async function rotateAlone(house: House, data: SealedData, order: RotationOrder): Promise<RotationReport> {
  const { database, settings } = house;
  const uploads = uploadsFolder(settings.dataFolder);
  const keys = await newKeys(house, data, order);
  await database.transaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${data.turn})`);
    await holdKeys(tx, { ...(await findHeldKeys(tx)), ...newestOf(keys) });
  });
  const before = await countSealed(database, data.columns, uploads);
  const total = countOthers(before.values, keys.version) + countOthers(before.uploads, keys.version);
  const done = { values: 0, uploads: 0 };
  const tell = (): void => order.onProgress?.(Math.min(total, done.values + done.uploads), total);
  tell();
  const unopened: string[] = [];
  for (const place of data.columns) {
    let after: readonly unknown[] | undefined;
    do {
      const batch = await database.transaction(async (tx) => {
        await tx.query(sql`select pg_advisory_xact_lock(${data.turn})`);
        return renewRows(tx, keys, data, place, after, batchSize);
      });
      after = batch.last;
      done.values += batch.renewed;
      unopened.push(...batch.unopened);
      tell();
    } while (after !== undefined);
  }
  const tellUpload = (): void => {
    done.uploads += 1;
    tell();
  };
  unopened.push(...(await renewAllUploads(keys, uploads, tellUpload)));
  order.onProgress?.(total, total);
  const report = { version: keys.version, suite: keys.suite, renewed: done.values, uploads: done.uploads, unopened };
  return { ...report, retired: unopened.length > 0 ? [] : await retire(house, data, order.forget) };
}

/** Also those that were on their way to the disk when the keys changed. */
async function renewAllUploads(keys: Keys, folder: string, onRenewed: () => void): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    const unopened = await renewUploads(keys, folder, onRenewed);
    if (tries === longestWait || countOthers(await countUploads(folder), keys.version) <= unopened.length) return unopened;
    await setTimeout(1_000);
  }
}

/** A new version, unless one was made that not everything is sealed with yet, be it here or in a secret store. */
async function newKeys({ database, keys, settings }: House, { columns }: SealedData, { suite }: RotationOrder): Promise<Keys> {
  const { version, suite: before } = keys.newest();
  const { values, uploads } = await countSealed(database, columns, uploadsFolder(settings.dataFolder));
  const isSealing = Object.keys((await findHeldKeys(database)) ?? {}).join() === String(version);
  const isUnfinished = !isSealing || countOthers(values, version) + countOthers(uploads, version) > 0;
  if (!isUnfinished || (suite ?? before) !== before) {
    const source = keySource(settings);
    replaceKeys(source, withNewVersion(readKeys(source), suite ?? settings.suite ?? before));
    await setTimeout(settling);
  }
  return keys.newest();
}
