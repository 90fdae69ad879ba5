/** Seals personal values and makes the blind indexes by which they are found again, with the newest version of the keys. */
import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import type { Transform } from 'node:stream';
import { type KeySource, keyFile, readKeys, sourceMark } from './keySource.ts';
import type { Key, KeySet } from './keyText.ts';
import { problems } from './problems.ts';
import { openingStream, sealingStream } from './sealedStream.ts';
import { SealingThread } from './sealingThread.ts';
import { smValues, type ValueSealer } from './smValues.ts';
import { suiteHashes, type SuiteName } from './suite.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const indexBytes = 16;
const trustedFor = 1_000;

/** A version of the keys as it may be told to everybody. */
export interface KeyVersion extends Pick<Key, 'version' | 'suite' | 'made' | 'retired'> {
  /** Tells keys apart without telling anything about them; kept in the database and in dumps. */
  readonly fingerprint: string;
}

/** What can be done with keys. */
export interface Keys {
  /** The value as 1 byte key version and what its suite makes of it; the same value gives other bytes each time. Of AES: 12 bytes nonce, 16 bytes tag, and the encrypted text. */
  sealText(value: string): Buffer;
  /** The text of a sealed value; throws `crypto.not-opened` when a byte of it was altered. */
  openText(sealed: Buffer): string;
  /** 16 bytes that are the same for the same value of a domain ('person-id', 'phone') and say nothing without the key. */
  blindIndex(domain: string, value: string): Buffer;
  /** Starts a thread that seals with these keys; keys that note what is sealed with them have none. */
  openThread?(): SealingThread;
  /** The blind index under another version. */
  blindIndexOf(version: number, domain: string, value: string): Buffer;
  /** The forms of the index under all versions: while keys are changed a value is found under any of them. */
  blindIndexes(domain: string, value: string): Buffer[];
  /** Seals a file on its way to the disk. */
  sealStream(): Transform;
  /** Opens a sealed file; fails when a part was altered, moved, removed or cut off. */
  openStream(): Transform;
  /** The version that seals. */
  readonly version: number;
  readonly suite: SuiteName;
  /** All versions, the one that seals first. */
  readonly versions: readonly KeyVersion[];
  /** The keys as they are at this moment, and will stay: for work that must not change its keys half-way. */
  newest(): Keys;
}

/** Opens keys; those of a data folder (tests, benchmarks) are made when the folder has none. They are read again when they changed, so that a new version is used within a second. */
export function openKeys(from: KeySource | string): Keys {
  const source = typeof from === 'string' ? { file: keyFile(from), mayMake: true } : from;
  let keys = keysOf(readKeys(source));
  let mark = sourceMark(source);
  let readAt = performance.now();
  const newest = (): Keys => {
    readAt = performance.now();
    const now = sourceMark(source);
    if (now === mark) return keys;
    try {
      keys = keysOf(readKeys(source));
      mark = now;
    } catch {
      // The keys that were read still serve; whoever opens them anew is told what is wrong with the file.
    }
    return keys;
  };
  const atHand = (): Keys => (performance.now() - readAt > trustedFor ? newest() : keys);
  const knowing = (version: number): Keys => (keys.versions.some((one) => one.version === version) ? keys : newest());
  return {
    sealText: (value) => atHand().sealText(value),
    openText: (sealed) => knowing(sealed[0] ?? 0).openText(sealed),
    blindIndex: (domain, value) => atHand().blindIndex(domain, value),
    blindIndexOf: (version, domain, value) => knowing(version).blindIndexOf(version, domain, value),
    blindIndexes: (domain, value) => newest().blindIndexes(domain, value),
    sealStream: () => newest().sealStream(),
    openStream: () => newest().openStream(),
    get version() {
      return newest().version;
    },
    get suite() {
      return newest().suite;
    },
    get versions() {
      return newest().versions;
    },
    newest,
  };
}

/** The work of a set of keys. */
export function keysOf(set: KeySet): Keys {
  const nonces = nonceSource();
  const indexers = new Map([...set.versions].map(([version, key]) => [version, indexer(key)]));
  const smSealers = new Map([...set.versions].filter(([, { suite }]) => suite === 'sm').map(([version, key]) => [version, smValues(key)]));
  const current = set.current.sealing;
  const smSealer: ValueSealer | undefined = smSealers.get(set.current.version);
  const blindIndex = indexer(set.current);
  const isCurrent = ({ version }: KeyVersion): number => Number(version === set.current.version);
  const versions = [...set.versions.values()].map(toldVersion).sort((a, b) => isCurrent(b) - isCurrent(a) || b.version - a.version);
  const keys: Keys = {
    sealText: (value) => {
      if (smSealer) return smSealer.seal(value);
      const nonce = nonces();
      const cipher = createCipheriv(algorithm, current, nonce);
      const body = cipher.update(value, 'utf8');
      cipher.final();
      return Buffer.concat([Buffer.of(set.current.version), nonce, cipher.getAuthTag(), body]);
    },
    openText: (sealed) => {
      try {
        const [version = 0] = sealed;
        const sm = smSealers.get(version);
        if (sm) return sm.open(sealed);
        const { sealing } = keyOf(set, version);
        const decipher = createDecipheriv(algorithm, sealing, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
        decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes));
        return decipher.update(sealed.subarray(1 + nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw problems['not-opened']({}, { cause });
      }
    },
    blindIndex,
    blindIndexOf: (version, domain, value) => {
      const index = indexers.get(version);
      if (index === undefined) throw problems['keys-behind']({ version });
      return index(domain, value);
    },
    blindIndexes: (domain, value) => versions.map(({ version }) => keys.blindIndexOf(version, domain, value)),
    openThread: () => new SealingThread(set),
    sealStream: () => sealingStream(set.current),
    openStream: () => openingStream((version) => keyOf(set, version)),
    version: set.current.version,
    suite: set.current.suite,
    versions,
    newest: () => keys,
  };
  return keys;
}

function indexer({ suite, index }: Key): Keys['blindIndex'] {
  const hash = suiteHashes[suite];
  const domainKeys = new Map<string, Buffer>();
  return (domain, value) => {
    let key = domainKeys.get(domain);
    if (key === undefined) {
      key = createHmac(hash, index).update(`domain:${domain}`).digest();
      domainKeys.set(domain, key);
    }
    return createHmac(hash, key).update(value).digest().subarray(0, indexBytes);
  };
}

function toldVersion({ version, suite, index, made, retired }: Key): KeyVersion {
  const fingerprint = createHmac(suiteHashes[suite], index).update('fingerprint').digest('hex').slice(0, 32);
  return { version, suite, fingerprint, ...(made && { made }), ...(retired && { retired }) };
}

function keyOf(set: KeySet, version: number): Key {
  const key = set.versions.get(version);
  if (key === undefined) throw problems['not-opened']();
  return key;
}

/** Random bytes are drawn for many nonces at once: one call for each would cost more than the encryption. */
function nonceSource(): () => Buffer {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = randomFillSync(Buffer.allocUnsafeSlow(nonceBytes * 1024));
      at = 0;
    }
    at += nonceBytes;
    return pool.subarray(at - nonceBytes, at);
  };
}
