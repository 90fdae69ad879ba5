/** Chains the committed entries that wait, in their order; whoever holds the turn does it, everybody else leaves or waits. */
import type { Database, Transaction } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { type AuditAlgorithm, contentOfEntry, inMicroseconds, linkHash } from './linkHash.ts';

/** One sealer at a time; a removal of expired entries takes the same turn. */
export const turnOfSealer = 5223_0003;

const atOnce = 1000;

/** Chains everything that is committed now; answers the number of entries. Waits for another sealer, so that all is chained when it answers. */
export async function sealAll(database: Database, algorithm: AuditAlgorithm): Promise<number> {
  let all = 0;
  for (;;) {
    const sealed = await database.transaction(async (tx) => {
      await tx.query(sql`select pg_advisory_xact_lock(${turnOfSealer})`);
      return await sealSome(tx, algorithm);
    });
    all += sealed;
    if (sealed < atOnce) return all;
  }
}

/** Chains what waits, unless another sealer is at it. */
export async function sealUnlessBusy(database: Database, algorithm: AuditAlgorithm): Promise<number> {
  const { waiting } = await database.one<{ waiting: boolean }>(sql`select exists (select from audit_waiting) as waiting`);
  if (!waiting) return 0;
  return await database.transaction(async (tx) => {
    const { mine } = await tx.one<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${turnOfSealer}) as mine`);
    return mine ? await sealSome(tx, algorithm) : 0;
  });
}

async function sealSome(tx: Transaction, algorithm: AuditAlgorithm): Promise<number> {
  const waiting = await tx.query<{ entry_id: number; content: string }>(sql`
    select e.entry_id, ${contentOfEntry} as content from audit_waiting w join audit_entry e using (entry_id) order by e.entry_id limit ${atOnce}`);
  if (waiting.length === 0) return 0;
  const head = await tx.maybe<{ seq: number; hash: Buffer }>(sql`select seq, hash from audit_link order by seq desc limit 1`);
  const { sealedAt } = await tx.one<{ sealedAt: string }>(sql`select ${raw(inMicroseconds('clock_timestamp()'))} as "sealedAt"`);
  let seq = head?.seq ?? 0;
  let previous = head?.hash ?? null;
  const links = waiting.map(({ entry_id: entry, content }) => {
    seq += 1;
    const link = { seq, entry, previous, hash: linkHash({ algorithm, seq, sealedAt, previous, content }) };
    previous = link.hash;
    return link;
  });
  const entries = links.map(({ entry }) => entry);
  await tx.execute(sql`
    insert into audit_link (seq, entry_id, algorithm, hash, previous, sealed_at)
    select seq, entry_id, ${algorithm}, hash, previous, ${sealedAt}::timestamptz
    from unnest(${links.map((link) => link.seq)}::bigint[], ${entries}::bigint[], ${links.map(({ hash }) => hash)}::bytea[],
      ${links.map((link) => link.previous)}::bytea[]) as link (seq, entry_id, hash, previous)`);
  await tx.execute(sql`delete from audit_waiting where entry_id = any(${entries}::bigint[])`);
  return links.length;
}
