/** Values sealed with SM4 and HMAC-SM3: 1 byte key version, 16 bytes IV, 32 bytes tag, and the encrypted text. */
import { randomBytes } from 'node:crypto';
import type { Key } from './keyText.ts';
import { type SmKeys, smDecrypt, smEncrypt, smIvBytes, smKeys, smTagBytes } from './smCipher.ts';

/** Seals and opens values of one key version. */
export interface ValueSealer {
  seal(value: string): Buffer;
  /** Throws when anything of it was altered. */
  open(sealed: Buffer): string;
}

const tagAt = 1 + smIvBytes;
const bodyAt = tagAt + smTagBytes;

/** The sealer of a key version of the suite sm. */
export function smValues({ version, sealing }: Key): ValueSealer {
  const keys: SmKeys = smKeys(sealing, 'anju value');
  const beside = Buffer.of(version);
  return {
    seal: (value) => {
      const iv = randomBytes(smIvBytes);
      const { tag, body } = smEncrypt(keys, iv, beside, value);
      return Buffer.concat([beside, iv, tag, body]);
    },
    open: (sealed) => smDecrypt(keys, sealed.subarray(1, tagAt), beside, sealed.subarray(tagAt, bodyAt), sealed.subarray(bodyAt)).toString('utf8'),
  };
}
