/** SQL of the notices that somebody got: always of one account. */
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { NoticeFilter } from './contract.ts';
import type { KeptNotice } from './noticeText.ts';
import type { Why } from './receiver.ts';

interface ReceivedNotice extends KeptNotice {
  readonly id: number;
  readonly made_at: string;
  readonly read_at: string | null;
  readonly why: Why | null;
}

/** How many an account has not read. */
export async function countUnread(database: Queryable, account: number): Promise<number> {
  const { count } = await database.one<{ count: number }>(sql`
    select count(*)::integer as count from notice_receipt where account_id = ${account} and read_at is null`);
  return count;
}

/** A page of what an account got, the newest first. */
export async function pageOfReceived(
  database: Queryable,
  account: number,
  { show, page, size }: NoticeFilter,
): Promise<{ readonly total: number; readonly rows: readonly ReceivedNotice[] }> {
  const whose = sql`account_id = ${account} and (${show === 'all'} or read_at is null)`;
  const { total } = await database.one<{ total: number }>(sql`select count(*)::integer as total from notice_receipt where ${whose}`);
  const rows = await database.query<ReceivedNotice>(sql`
    select notice_id as id, kind, words, made_at, read_at, why from notice_receipt join notice using (notice_id)
    where ${whose} order by notice_id desc limit ${size} offset ${(page - 1) * size}`);
  return { total, rows };
}

/** Marks some of an account's notices, or all of them; answers how many changed. */
export function markRead(tx: Queryable, account: number, ids: readonly number[] | 'all', read: boolean, now: Date): Promise<number> {
  return tx.execute(sql`
    update notice_receipt set read_at = ${read ? now : null} where account_id = ${account} and (read_at is null) = ${read}
      and (${ids === 'all'} or notice_id = any(${ids === 'all' ? [] : [...ids]}::bigint[]))`);
}
