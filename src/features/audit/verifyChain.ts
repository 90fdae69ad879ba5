/** Walks the whole chain and says the first thing that is not as it was written: altered, removed, inserted, moved, forged, or cut off at the end. */
import type { Database, Transaction } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { type ChainHead, type KeptHead, readHeads, sizeOfHeads } from './heads.ts';
import { type AuditAlgorithm, contentOfEntry, inMicroseconds, linkHash } from './linkHash.ts';
import { leastMonthsKept } from './guards.ts';
import { type Fault, faults } from './problems.ts';

/** What was found. */
export interface ChainVerdict {
  readonly isSound: boolean;
  /** Links whose entries were checked. */
  readonly checked: number;
  /** Heads kept outside the database that were compared. */
  readonly heads: number;
  /** Entries that wait to be chained. */
  readonly waiting: number;
  readonly head: ChainHead | null;
  /** The first thing that is wrong. */
  readonly fault: Fault | null;
}

const atOnce = 2000;

interface LinkRow {
  readonly seq: number;
  readonly entry_id: number;
  readonly algorithm: AuditAlgorithm;
  readonly hash: Buffer;
  readonly previous: Buffer | null;
  readonly sealedAt: string;
  /** Null when the entry is gone. */
  readonly content: string | null;
}

/** Checks the chain as of one moment; `further` are heads from elsewhere, such as backups. Reads a batch at a time, however long the chain is. */
export async function verifyChain(
  database: Database,
  dataFolder: string,
  further: readonly ChainHead[] = [],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ChainVerdict> {
  // Heads that are written from now on may name links that the transaction does not see.
  const bytes = sizeOfHeads(dataFolder);
  return await database.transaction(
    async (tx) => {
      const { waiting } = await tx.one<{ waiting: number }>(sql`select count(*) as waiting from audit_waiting`);
      const head = await tx.maybe<ChainHead & { first: number }>(sql`
        select seq, algorithm, encode(hash, 'hex') as hash, ${raw(inMicroseconds('sealed_at'))} as "sealedAt", (select min(seq) from audit_link) as first
        from audit_link order by seq desc limit 1`);
      const walked = await walk(tx, (done) => onProgress(done, (head?.seq ?? 0) - (head?.first ?? 1) + 1));
      const compared = walked.fault ? { heads: 0, fault: null } : await compareHeads(tx, head?.first ?? 1, dataFolder, bytes, further);
      const fault = walked.fault ?? compared.fault ?? (await findUnchained(tx));
      return {
        isSound: fault === null,
        checked: walked.checked,
        heads: compared.heads,
        waiting,
        head: head ? { seq: head.seq, algorithm: head.algorithm, hash: head.hash, sealedAt: head.sealedAt } : null,
        fault,
      };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

async function walk(tx: Transaction, onProgress: (done: number) => void): Promise<{ checked: number; fault: Fault | null }> {
  let checked = 0;
  let last: LinkRow | undefined;
  for (;;) {
    const links: LinkRow[] = await tx.query<LinkRow>(sql`
      select l.seq, l.entry_id, l.algorithm, l.hash, l.previous, ${raw(inMicroseconds('l.sealed_at'))} as "sealedAt",
        case when e.entry_id is not null then ${contentOfEntry} end as content
      from audit_link l left join audit_entry e using (entry_id) where l.seq > ${last?.seq ?? -1} order by l.seq limit ${atOnce}`);
    for (const link of links) {
      const fault = last === undefined ? await faultOfFirst(tx, link) : faultBetween(last, link);
      if (fault) return { checked, fault };
      last = link;
      checked += 1;
    }
    onProgress(checked);
    if (links.length < atOnce) return { checked, fault: null };
  }
}

function faultBetween(last: LinkRow, link: LinkRow): Fault | null {
  if (link.seq !== last.seq + 1) return faults['link-removed'].data({ seq: last.seq + 1 });
  if (link.previous === null || !last.hash.equals(link.previous)) return faults['link-forged'].data({ seq: link.seq, entry: link.entry_id });
  return faultOfEntry(link);
}

function faultOfEntry(link: LinkRow): Fault | null {
  const { seq, entry_id: entry, content } = link;
  if (content === null) return faults['entry-removed'].data({ seq, entry });
  if (link.algorithm !== 'sha256' && link.algorithm !== 'sm3') return faults['link-forged'].data({ seq, entry });
  return linkHash({ ...link, content }).equals(link.hash) ? null : faults['entry-altered'].data({ seq, entry });
}

/** The chain begins with link 1, or with the anchor that a removal of expired entries left and that its entry, further on in the chain, vouches for. */
async function faultOfFirst(tx: Transaction, link: LinkRow): Promise<Fault | null> {
  if (link.content !== null)
    return link.seq === 1 && link.previous === null ? faultOfEntry(link) : faults['beginning-removed'].data({ seq: link.seq - 1 });
  const [vouched] = await tx.query(sql`
    select from audit_entry e join audit_link l using (entry_id)
    where e.verb = 'audit.prune' and l.seq > ${link.seq} and e.after -> 'anchor' = ${JSON.stringify(anchorOf(link))}::jsonb
      and ${link.sealedAt}::timestamptz <= e.at - make_interval(months => ${leastMonthsKept}) limit 1`);
  return vouched ? null : faults['beginning-removed'].data({ seq: link.seq });
}

/** What the entry of a removal says about the link that it leaves. */
export const anchorOf = ({ seq, hash, sealedAt }: { seq: number; hash: Buffer; sealedAt: string }): ChainAnchor => ({
  seq,
  hash: hash.toString('hex'),
  sealedAt,
});

interface ChainAnchor {
  readonly seq: number;
  readonly hash: string;
  readonly sealedAt: string;
}

/** Each head that was kept outside must stand in the chain, unless it expired; those before the last restore belong to another chain. */
async function compareHeads(
  tx: Transaction,
  first: number,
  dataFolder: string,
  bytes: number,
  further: readonly ChainHead[],
): Promise<{ heads: number; fault: Fault | null }> {
  let skip = 0;
  let read = 0;
  for await (const { isRestored } of readHeads(dataFolder, bytes)) {
    if (isRestored) skip = read;
    read += 1;
  }
  let heads = 0;
  let place = 0;
  let batch: KeptHead[] = [];
  const compare = async (): Promise<Fault | null> => {
    const fault = await faultOfHeads(tx, first, batch);
    heads += batch.length;
    batch = [];
    return fault;
  };
  for await (const head of readHeads(dataFolder, bytes)) {
    place += 1;
    if (place <= skip) continue;
    batch.push(head);
    if (batch.length < atOnce) continue;
    const fault = await compare();
    if (fault) return { heads, fault };
  }
  batch.push(...further);
  return { fault: await compare(), heads };
}

async function faultOfHeads(tx: Transaction, first: number, heads: readonly KeptHead[]): Promise<Fault | null> {
  const found = await tx.query<{ seq: number; hash: string; verb: string | null }>(sql`
    select l.seq, encode(l.hash, 'hex') as hash, e.verb from audit_link l left join audit_entry e using (entry_id)
    where l.seq = any(${heads.map(({ seq }) => seq)}::bigint[])`);
  const linkAt = new Map(found.map((link) => [link.seq, link]));
  for (const { seq, hash, isRestored } of heads) {
    if (seq < first) continue;
    const link = linkAt.get(seq);
    if (link === undefined) return faults['tail-cut'].data({ seq });
    if (link.hash !== hash) return faults['head-differs'].data({ seq });
    if (isRestored && link.verb !== null && link.verb !== 'backups.restore') return faults['head-differs'].data({ seq });
  }
  return null;
}

/** An entry that no link holds and that does not wait for one came in past the triggers; one that waits and is gone was removed. */
async function findUnchained(tx: Transaction): Promise<Fault | null> {
  const [inserted] = await tx.query<{ entry_id: number }>(sql`
    select e.entry_id from audit_entry e
    where not exists (select from audit_link l where l.entry_id = e.entry_id) and not exists (select from audit_waiting w where w.entry_id = e.entry_id)
    order by e.entry_id limit 1`);
  if (inserted) return faults['entry-inserted'].data({ entry: inserted.entry_id });
  const [removed] = await tx.query<{ entry_id: number }>(sql`
    select entry_id from audit_waiting w where not exists (select from audit_entry e where e.entry_id = w.entry_id) order by entry_id limit 1`);
  return removed ? faults['waiting-removed'].data({ entry: removed.entry_id }) : null;
}
