/** Removes entries that have been kept long enough; the last removed link stays as the anchor, and an entry tells of it. */
import type { Database } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import type { Actor } from './actor.ts';
import { appendAudit } from './appendAudit.ts';
import { leastMonthsKept } from './guards.ts';
import { inMicroseconds } from './linkHash.ts';
import { auditProblems } from './problems.ts';
import { turnOfSealer } from './seal.ts';
import { anchorOf } from './verifyChain.ts';

/** Removes the entries of days before the day; answers how many. Refuses days within the last six months. */
export async function pruneAudit(database: Database, actor: Actor, before: string): Promise<number> {
  return await database.transaction(async (tx) => {
    const { youngest } = await tx.one<{ youngest: string }>(
      sql`select (now() - make_interval(months => ${leastMonthsKept}))::date::text as youngest`,
    );
    if (before > youngest) throw auditProblems['too-young']({ months: leastMonthsKept, day: youngest });
    await tx.query(sql`select pg_advisory_xact_lock(${turnOfSealer})`);
    const { seq, hash, sealedAt, entries } = await tx.one<{ seq: number | null; hash: Buffer | null; sealedAt: string; entries: number }>(sql`
      select seq, hash, ${raw(inMicroseconds('sealed_at'))} as "sealedAt", entries from audit_prune(${before}::date::timestamptz)`);
    if (seq !== null && hash !== null)
      await appendAudit(tx, actor, {
        verb: 'audit.prune',
        object: { kind: 'audit', key: seq },
        after: { before, entries, anchor: anchorOf({ seq, hash, sealedAt }) },
      });
    return entries;
  });
}
