/** Secrets that are shown once and kept as a hash: of sessions, of tokens, of recovery codes. They are random and long, so that a plain hash is enough. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, to be put into a cookie or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
