/** The code on a receipt: easy to read out and to type, kept as a slow hash alone, so that whoever holds the data does not hold the codes. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (text: string, salt: Buffer, bytes: number) => Promise<Buffer>;

/** Without letters and digits that look alike. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groups = 3;
const inGroup = 4;
const hashBytes = 32;

/** What is kept of a code. */
export interface HashedCode {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A new code, as `7K3M-QW9E-4TZP`, and what is kept of it. */
export async function makeCode(): Promise<HashedCode & { readonly code: string }> {
  const letters = Array.from({ length: groups * inGroup }, () => alphabet[randomInt(alphabet.length)] ?? '');
  const code = Array.from({ length: groups }, (_, at) => letters.slice(at * inGroup, (at + 1) * inGroup).join('')).join('-');
  const salt = randomBytes(16);
  return { code, salt, hash: await derive(plain(code), salt, hashBytes) };
}

/** As it is compared: capitals, without blanks and dashes. */
const plain = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

const nothing: HashedCode = { salt: Buffer.alloc(16), hash: Buffer.alloc(hashBytes) };

/** Whether a code is the one that is kept; takes as long where nothing is kept. */
export async function isCode(code: string, kept: HashedCode | undefined): Promise<boolean> {
  const { salt, hash } = kept ?? nothing;
  return timingSafeEqual(await derive(plain(code), salt, hashBytes), hash) && kept !== undefined;
}
