/** SM4-CTR with HMAC-SM3 over all that was encrypted, under two keys derived from one: what Node's OpenSSL offers instead of SM4-GCM. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { problems } from './problems.ts';

/** A key for encryption and one for authentication. */
export interface SmKeys {
  readonly cipher: Buffer;
  readonly mac: Buffer;
}

const algorithm = 'sm4-ctr';
export const smIvBytes = 16;
export const smTagBytes = 32;

/** The two keys for one purpose. */
export function smKeys(key: KeyObject, purpose: string, salt: Buffer = Buffer.alloc(0)): SmKeys {
  const both = Buffer.from(hkdfSync('sm3', key, salt, purpose, 48));
  return { cipher: both.subarray(0, 16), mac: both.subarray(16) };
}

/** Encrypts; the tag also covers `beside` (version, place). */
export function smEncrypt({ cipher, mac }: SmKeys, iv: Buffer, beside: Buffer, text: string | Buffer): { tag: Buffer; body: Buffer } {
  const encrypting = createCipheriv(algorithm, cipher, iv);
  const body = typeof text === 'string' ? encrypting.update(text, 'utf8') : encrypting.update(text);
  return { tag: tagOf(mac, iv, beside, body), body };
}

/** Decrypts what was found unaltered; throws `crypto.not-opened`. */
export function smDecrypt({ cipher, mac }: SmKeys, iv: Buffer, beside: Buffer, tag: Buffer, body: Buffer): Buffer {
  const expected = tagOf(mac, iv, beside, body);
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) throw problems['not-opened']();
  return createDecipheriv(algorithm, cipher, iv).update(body);
}

/** IV and `beside` have a fixed length for each purpose, so that no two inputs give the same bytes. */
function tagOf(mac: Buffer, iv: Buffer, beside: Buffer, body: Buffer): Buffer {
  return createHmac('sm3', mac).update(iv).update(beside).update(body).digest();
}
