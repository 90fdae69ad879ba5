/** SQL of the auditor's page, the list and the exports. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import type { AuditEntry, AuditFilter, AuditState } from './contract.ts';

/** Counting stops here: nobody turns that many pages. */
const mostCounted = 10_000;
const atOnce = 1000;

const columns = sql`
  e.entry_id as id, e.at, e.account, e.name, e.via, e.address, e.request_id as "requestId", e.verb, e.object_kind as "objectKind", e.object_key as "objectKey",
  e.settlement_code as settlement, e.purpose, e.before, e.after, l.seq, encode(l.hash, 'hex') as hash`;
const sources = sql`audit_entry e left join audit_link l using (entry_id)`;

/** Conditions of a filter; days are those of China, as the session of the database counts them. */
function fits({ from, to, who, verb, object, settlement, request }: AuditFilter): Sql {
  const parts = [sql`true`];
  if (from) parts.push(sql`e.at >= ${from}::date`);
  if (to) parts.push(sql`e.at < ${to}::date + 1`);
  if (who) parts.push(sql`strpos(lower(e.name), lower(${who})) > 0`);
  if (verb) parts.push(verb.includes('.') ? sql`e.verb = ${verb}` : sql`e.verb >= ${`${verb}.`} and e.verb < ${`${verb}/`}`);
  if (object) {
    const [kind = '', ...key] = object.split('/');
    parts.push(sql`e.object_kind = ${kind}`);
    if (key.length > 0) parts.push(sql`e.object_key = ${key.join('/')}`);
  }
  if (settlement) parts.push(sql`e.settlement_code = ${settlement}`);
  if (request) parts.push(sql`e.request_id = ${request}`);
  return join(parts, ' and ');
}

/** A page of entries, the newest first. */
export async function pageOfEntries(
  database: Queryable,
  filter: AuditFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ total: number; isMore: boolean; rows: AuditEntry[] }> {
  const { total } = await database.one<{ total: number }>(
    sql`select count(*)::integer as total from (select from audit_entry e where ${fits(filter)} limit ${mostCounted + 1}) counted`,
  );
  const rows = await database.query<AuditEntry>(sql`
    select ${columns} from ${sources} where ${fits(filter)} order by e.entry_id desc limit ${size} offset ${(page - 1) * size}`);
  return { total: Math.min(total, mostCounted), isMore: total > mostCounted, rows };
}

/** All entries that fit and were there at the beginning, the oldest first, a batch at a time. */
export async function* entriesOf(database: Queryable, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  const { last } = await database.one<{ last: number }>(sql`select coalesce(max(entry_id), 0) as last from audit_entry`);
  let after = 0;
  for (;;) {
    const rows = await database.query<AuditEntry>(sql`
      select ${columns} from ${sources} where ${fits(filter)} and e.entry_id > ${after} and e.entry_id <= ${last} order by e.entry_id limit ${atOnce}`);
    yield* rows;
    after = rows.at(-1)?.id ?? last;
    if (rows.length < atOnce) return;
  }
}

/** How the chain stands: its newest link, what waits, and the last check. */
export async function readState(database: Queryable): Promise<AuditState> {
  const head = await database.maybe<NonNullable<AuditState['head']>>(
    sql`select seq, encode(hash, 'hex') as hash, algorithm, sealed_at as "sealedAt" from audit_link order by seq desc limit 1`,
  );
  const { waiting, oldest } = await database.one<{ waiting: number; oldest: string | null }>(sql`
    select (select count(*) from audit_waiting) as waiting, (select at from audit_entry order by entry_id limit 1) as oldest`);
  const verified = await database.maybe<{
    at: string;
    by: string;
    after: { isSound: boolean; checked: number; fault: { zh: string; en: string } | null };
  }>(sql`select at, name as by, after from audit_entry where verb = 'audit.verify' order by entry_id desc limit 1`);
  return {
    head: head ?? null,
    waiting,
    oldest,
    lastVerified: verified
      ? {
          at: verified.at,
          by: verified.by,
          isSound: verified.after.isSound,
          checked: verified.after.checked,
          zh: verified.after.fault?.zh ?? '',
          en: verified.after.fault?.en ?? '',
        }
      : null,
  };
}
