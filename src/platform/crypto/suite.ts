/** The two suites of cryptography: the international one, and the one of the Chinese standards. A key version belongs to one of them. */
import { problems } from './problems.ts';

/** aes = AES-256-GCM with HMAC-SHA-256; sm = SM4-CTR with HMAC-SM3 (GB/T 32907, GB/T 32905), encrypted first, then authenticated. */
export type SuiteName = 'aes' | 'sm';

/** How people call a suite. */
export const suiteTitles: Readonly<Record<SuiteName, string>> = { aes: 'AES-256-GCM + HMAC-SHA-256', sm: 'SM4-CTR + HMAC-SM3' };

/** The hash under the blind indexes of a suite. */
export const suiteHashes: Readonly<Record<SuiteName, string>> = { aes: 'sha256', sm: 'sm3' };

/** Reads the name of a suite; throws `crypto.suite-unknown`. */
export function suiteNamed(text: string): SuiteName {
  const name = text.trim().toLowerCase();
  if (name !== 'aes' && name !== 'sm') throw problems['suite-unknown']({ suite: text });
  return name;
}
