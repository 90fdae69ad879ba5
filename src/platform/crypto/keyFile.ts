/** The file of keys in the data folder: made at the first start, readable by its owner alone, never part of a dump. */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from './problems.ts';

/** Keys by version: new values are sealed with the current one, old ones are opened with theirs. */
export interface KeySet {
  readonly current: number;
  readonly sealing: ReadonlyMap<number, KeyObject>;
  /** The key of blind indexes; it stays, since an index made with another key would find nothing. */
  readonly index: KeyObject;
}

interface WrittenKeys {
  readonly current: number;
  readonly sealing: Readonly<Record<string, string>>;
  readonly index: string;
}

const keyBytes = 32;

/** Where the keys of a data folder lie. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, 'keys.json');
}

/** Reads the keys; makes them when the data folder has none. */
export function readKeys(dataFolder: string): KeySet {
  const file = keyFile(dataFolder);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) makeKeys(file);
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) throw problems['keys-exposed']({ file, mode: (mode & 0o777).toString(8) });
  const written = parseKeys(file);
  const sealing = new Map(Object.entries(written.sealing).map(([version, key]) => [Number(version), secret(file, key)]));
  if (!sealing.has(written.current)) throw problems['keys-unreadable']({ file });
  return { current: written.current, sealing, index: secret(file, written.index) };
}

/** A whole file or none, and never over one that another process has just made. */
function makeKeys(file: string): void {
  const fresh = (): string => randomBytes(keyBytes).toString('base64');
  const written: WrittenKeys = { current: 1, sealing: { 1: fresh() }, index: fresh() };
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

function parseKeys(file: string): WrittenKeys {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as WrittenKeys;
  } catch (cause) {
    throw problems['keys-unreadable']({ file }, { cause });
  }
}

function secret(file: string, text: string): KeyObject {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== keyBytes) throw problems['keys-unreadable']({ file });
  return createSecretKey(bytes);
}
