/** Seals personal values (AES-256-GCM) and makes the blind indexes by which they are found again. */
import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomFillSync } from 'node:crypto';
import type { Transform } from 'node:stream';
import { type KeySet, readKeys } from './keyFile.ts';
import { problems } from './problems.ts';
import { openingStream, sealingStream } from './sealedStream.ts';
import { SealingThread } from './sealingThread.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const indexBytes = 16;

/** What can be done with the keys of a data folder. */
export interface Keys {
  /** The value as 1 byte key version, 12 bytes nonce, 16 bytes tag, and the encrypted text; the same value gives other bytes each time. */
  sealText(value: string): Buffer;
  /** The text of a sealed value; throws `crypto.not-opened` when a byte of it was altered. */
  openText(sealed: Buffer): string;
  /** 16 bytes that are the same for the same value of a domain ('person-id', 'phone') and say nothing without the key. */
  blindIndex(domain: string, value: string): Buffer;
  /** Starts a thread that seals with these keys. */
  openThread(): SealingThread;
  /** Seals a file on its way to the disk. */
  sealStream(): Transform;
  /** Opens a sealed file; fails when a part was altered, moved, removed or cut off. */
  openStream(): Transform;
  /** Tells key files apart without telling anything about them; kept in the database. */
  readonly fingerprint: string;
}

/** Opens the keys of a data folder; they are made when the folder has none. */
export function openKeys(dataFolder: string): Keys {
  return keysOf(readKeys(dataFolder));
}

/** The work of a set of keys. */
export function keysOf(set: KeySet): Keys {
  const nonces = nonceSource();
  const domainKeys = new Map<string, Buffer>();
  const current = sealingKey(set, set.current);
  return {
    sealText: (value) => {
      const nonce = nonces();
      const cipher = createCipheriv(algorithm, current, nonce);
      const body = cipher.update(value, 'utf8');
      cipher.final();
      return Buffer.concat([Buffer.of(set.current), nonce, cipher.getAuthTag(), body]);
    },
    openText: (sealed) => {
      try {
        const [version = 0] = sealed;
        const decipher = createDecipheriv(algorithm, sealingKey(set, version), sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
        decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes));
        return decipher.update(sealed.subarray(1 + nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw problems['not-opened']({}, { cause });
      }
    },
    blindIndex: (domain, value) => {
      let key = domainKeys.get(domain);
      if (key === undefined) {
        key = createHmac('sha256', set.index).update(`domain:${domain}`).digest();
        domainKeys.set(domain, key);
      }
      return createHmac('sha256', key).update(value).digest().subarray(0, indexBytes);
    },
    openThread: () => new SealingThread(set),
    sealStream: () => sealingStream(set.current, current),
    openStream: () => openingStream((version) => sealingKey(set, version)),
    fingerprint: createHmac('sha256', set.index).update('fingerprint').digest('hex').slice(0, 32),
  };
}

function sealingKey(set: KeySet, version: number): KeyObject {
  const key = set.sealing.get(version);
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
