/** Verifies the chain and tells the log that it was verified, and with which outcome. */
import type { Database } from '#platform/database/database.ts';
import type { Actor } from './actor.ts';
import { appendAudit } from './appendAudit.ts';
import type { ChainHead } from './heads.ts';
import { type ChainVerdict, verifyChain } from './verifyChain.ts';

/** What a check needs. */
export interface VerifyOrder {
  readonly dataFolder: string;
  /** Heads from elsewhere, such as backups. */
  readonly heads?: readonly ChainHead[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** The verdict; it is on record when this answers. */
export async function verifyAndTell(database: Database, actor: Actor, { dataFolder, heads, onProgress }: VerifyOrder): Promise<ChainVerdict> {
  const verdict = await verifyChain(database, dataFolder, heads, onProgress);
  await appendAudit(database, actor, {
    verb: 'audit.verify',
    object: { kind: 'audit', key: verdict.head?.seq ?? null },
    after: { isSound: verdict.isSound, checked: verdict.checked, heads: verdict.heads, head: verdict.head?.hash ?? null, fault: verdict.fault },
  });
  return verdict;
}
