/** Where the keys come from: a file that its owner alone can read, or a text from a secret store in the environment. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeySet, parseKeys, withNewVersion, writtenKeys } from './keyText.ts';
import { problems } from './problems.ts';
import type { SuiteName } from './suite.ts';

/** A file, which may be made where there is none yet; or the text itself, which nobody here can change. */
export type KeySource = { readonly file: string; readonly mayMake: boolean; readonly suite?: SuiteName } | { readonly text: string };

/** What the settings say about keys. */
interface KeySettings {
  readonly dataFolder: string;
  readonly keyFile?: string;
  readonly keyText?: string;
  readonly suite?: SuiteName;
}

/** The file of keys in the data folder. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, 'keys.json');
}

/** The source that the settings name. Only the file in the data folder of a new database is made: a wrong path must not look like new keys. */
export function keySource({ dataFolder, keyFile: file, keyText, suite }: KeySettings, isNew = false): KeySource {
  if (keyText !== undefined) return { text: keyText };
  return { file: file ?? keyFile(dataFolder), mayMake: isNew && file === undefined, ...(suite && { suite }) };
}

/** What people know the source by. */
export function sourceName(source: KeySource): string {
  return 'file' in source ? source.file : 'ANJU_KEYS';
}

/** Changes whenever the keys may have changed. */
export function sourceMark(source: KeySource): string {
  if ('text' in source) return '';
  const { ino, mtimeMs, size } = statSync(source.file, { throwIfNoEntry: false }) ?? {};
  return `${ino} ${mtimeMs} ${size}`;
}

/** Reads the keys; makes them where that is allowed and there are none. */
export function readKeys(source: KeySource): KeySet {
  if ('text' in source) return parseKeys(source.text, sourceName(source));
  const { file, mayMake, suite = 'aes' } = source;
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    if (!mayMake) throw problems['keys-missing']({ file });
    makeKeys(file, withNewVersion(undefined, suite));
  }
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) throw problems['keys-exposed']({ file, mode: (mode & 0o777).toString(8) });
  return parseKeys(readFileSync(file, 'utf8'), file);
}

/** Writes changed keys over the file; throws `crypto.keys-fixed` where they come from the environment. */
export function replaceKeys(source: KeySource, keys: KeySet): void {
  if ('text' in source) throw problems['keys-fixed']();
  renameSync(writeBeside(source.file, keys), source.file);
}

/** A whole file or none, and never over one that another process has just made. */
export function makeKeys(file: string, keys: KeySet): void {
  const unfinished = writeBeside(file, keys);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

function writeBeside(file: string, keys: KeySet): string {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, writtenKeys(keys), { mode: 0o600, flush: true });
  return unfinished;
}
