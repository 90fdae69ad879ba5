/** The hash of a link: over the link before, its place, its moment, and the entry as PostgreSQL writes it. */
import { createHash } from 'node:crypto';
import { raw } from 'sql-template-tag';

export type AuditAlgorithm = 'sha256' | 'sm3';

/** The columns of entry `e` as one text; `jsonb` writes the same value in the same way on every server. */
export const contentOfEntry = raw(`jsonb_build_array(e.entry_id, ${inMicroseconds('e.at')}, e.account, e.name, e.via, e.address, e.request_id,
  e.verb, e.object_kind, e.object_key, e.settlement_code, e.purpose, e.before, e.after)::text`);

/** A moment as text that no setting of a session changes. */
export function inMicroseconds(moment: string): string {
  return `to_char((${moment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What a hash is made of. */
export interface LinkContent {
  readonly algorithm: AuditAlgorithm;
  readonly seq: number;
  readonly sealedAt: string;
  readonly previous: Uint8Array | null;
  readonly content: string;
}

/** 32 bytes. */
export function linkHash({ algorithm, seq, sealedAt, previous, content }: LinkContent): Buffer {
  const head = [algorithm, seq, sealedAt, previous === null ? '' : Buffer.from(previous).toString('hex')].join('\n');
  return createHash(algorithm).update(`${head}\n${content}`).digest();
}
