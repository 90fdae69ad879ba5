/** What people of a test heard since they were asked last: the spreading is done as its job does it. */
import sql from 'sql-template-tag';
import { noticeSights } from '#features/noticeSights.ts';
import { spreadNotices } from '#features/notices/spread.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';

interface Listening<Post extends string> {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Readonly<Record<Post, number>>;
}

/** By post, the kinds with their values but for internal numbers: `work-orders.assigned-several 3`. Whoever heard nothing has no line. */
export async function heard<Post extends string>({ database, clock, accounts }: Listening<Post>): Promise<Partial<Record<Post, string[]>>> {
  await spreadNotices({ database, sights: noticeSights, now: clock.now(), day: clock.today() });
  const rows = await database.query<{ account: number; kind: string; words: Record<string, string | number> }>(sql`
    with fresh as (update notice_receipt set read_at = ${clock.now()} where read_at is null returning account_id as account, notice_id)
    select account, kind, words from fresh join notice using (notice_id) order by notice_id`);
  const nameOf = new Map(Object.entries<number>(accounts).map(([post, account]) => [account, post as Post]));
  const all: Partial<Record<Post, string[]>> = {};
  for (const { account, kind, words } of rows) {
    const post = nameOf.get(account);
    if (post === undefined) throw new Error(`a stranger, account ${account}, heard ${kind}`);
    const { id: _internal, ...said } = words;
    all[post] = [...(all[post] ?? []), [kind, ...Object.values(said)].join(' ')];
  }
  return all;
}
