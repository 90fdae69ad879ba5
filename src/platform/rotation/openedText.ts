/** The text of a sealed value, or nothing where it was damaged: one such value must not keep all others under the old key. */
import type { Keys } from '../crypto/keys.ts';

/** Undefined when no key opens it. */
export function openedText(keys: Keys, sealed: Buffer): string | undefined {
  try {
    return keys.openText(sealed);
  } catch {
    return undefined;
  }
}
