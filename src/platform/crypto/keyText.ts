/** The keys as text, as they lie in the key file or in a secret store: versions, each with its suite and two secrets. */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { problems } from './problems.ts';
import type { SuiteName } from './suite.ts';

/** One version of the keys. */
export interface Key {
  /** 1 to 255: the first byte of everything that was sealed with it. */
  readonly version: number;
  readonly suite: SuiteName;
  readonly sealing: KeyObject;
  /** The key of blind indexes. */
  readonly index: KeyObject;
  /** The day on which it was made. */
  readonly made?: string;
  /** The day from which nothing was sealed with it any more; it stays for the backups made before. */
  readonly retired?: string;
}

/** Keys by version: new values are sealed with the current one, old ones are opened with theirs. */
export interface KeySet {
  readonly current: Key;
  readonly versions: ReadonlyMap<number, Key>;
}

interface WrittenKey {
  readonly suite: SuiteName;
  readonly made?: string;
  readonly retired?: string;
  readonly sealing: string;
  readonly index: string;
}

interface WrittenKeys {
  readonly current: number;
  readonly versions: Readonly<Record<string, WrittenKey>>;
}

/** The form before there were suites: one index key for all versions. */
interface FirstForm {
  readonly current: number;
  readonly sealing: Readonly<Record<string, string>>;
  readonly index: string;
}

const keyBytes = 32;
const lastVersion = 255;

/** Reads the text; `where` is what people know it by. Throws `crypto.keys-unreadable`. */
export function parseKeys(text: string, where: string): KeySet {
  const { current, versions } = readText(text, where);
  const keys = Object.entries(versions).map(([number, { sealing, index, ...rest }]): Key => {
    const version = Number(number);
    if (!Number.isInteger(version) || version < 1 || version > lastVersion) throw problems['keys-unreadable']({ file: where });
    if (rest.suite !== 'aes' && rest.suite !== 'sm') throw problems['keys-unreadable']({ file: where });
    return { version, ...rest, sealing: secret(sealing, where), index: secret(index, where) };
  });
  return keySet(keys, current, where);
}

/** The text of keys. */
export function writtenKeys({ current, versions }: KeySet): string {
  const text = (key: KeyObject): string => key.export().toString('base64');
  const written: WrittenKeys = {
    current: current.version,
    versions: Object.fromEntries(
      [...versions.values()].map(({ version, sealing, index, ...rest }) => [version, { ...rest, sealing: text(sealing), index: text(index) }]),
    ),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** The keys with a new version, which is the current one from now on. */
export function withNewVersion(before: KeySet | undefined, suite: SuiteName): KeySet {
  const used = new Set(before?.versions.keys());
  const free = Array.from({ length: lastVersion }, (_, at) => at + 1).filter((number) => !used.has(number));
  const version = free.find((number) => number > Math.max(0, ...used)) ?? free[0];
  if (version === undefined) throw problems['keys-used-up']();
  const fresh = (): KeyObject => createSecretKey(randomBytes(keyBytes));
  const key: Key = { version, suite, made: today(), sealing: fresh(), index: fresh() };
  return { current: key, versions: new Map([...(before?.versions ?? []), [version, key]]) };
}

/** The keys with all but the current version marked as retired, or without them. */
export function withRetired({ current, versions }: KeySet, forget: boolean): KeySet {
  const kept = [...versions.values()].filter((key) => key === current || !forget);
  return { current, versions: new Map(kept.map((key) => [key.version, key === current ? key : { ...key, retired: key.retired ?? today() }])) };
}

function keySet(keys: readonly Key[], version: number, where: string): KeySet {
  const versions = new Map(keys.map((key) => [key.version, key]));
  const current = versions.get(version);
  if (current === undefined) throw problems['keys-unreadable']({ file: where });
  return { current, versions };
}

function readText(text: string, where: string): WrittenKeys {
  try {
    const written = JSON.parse(text) as WrittenKeys | FirstForm;
    if ('versions' in written) return written;
    const versions = Object.entries(written.sealing).map(([version, sealing]) => [version, { suite: 'aes' as const, sealing, index: written.index }]);
    return { current: written.current, versions: Object.fromEntries(versions) };
  } catch (cause) {
    throw problems['keys-unreadable']({ file: where }, { cause });
  }
}

function secret(text: string | undefined, where: string): KeyObject {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== keyBytes) throw problems['keys-unreadable']({ file: where });
  return createSecretKey(bytes);
}

/** The day in China, for people who look at the file. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
