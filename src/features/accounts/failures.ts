/** Counts failures to sign in under a name, locks it for longer and longer, and tells the security administrator of the first lock of a day. */
import type { Clock } from '#platform/clock/clock.ts';
import { notify } from '#features/notices/notify.ts';
import type { Database, Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';

/** Failures that are let pass before the first lock; each further one doubles it, up to an hour. */
const freeFailures = 4;
const longestLock = 60;

/** Throws `accounts.locked` while a name is locked. */
export async function refuseLocked(database: Queryable, nameIndex: Buffer, now: Date): Promise<void> {
  const row = await database.maybe<{ locked_until: string | null }>(sql`select locked_until from sign_in_failure where name_index = ${nameIndex}`);
  const left = row?.locked_until == null ? 0 : Date.parse(row.locked_until) - now.getTime();
  if (left > 0) throw problems.locked({ minutes: Math.ceil(left / 60_000) });
}

/** Counted in a transaction of its own, which is not rolled back with the refusal. `account` is whose name it is; a name that nobody has is counted and told likewise. */
export async function noteFailure(database: Database, nameIndex: Buffer, clock: Clock, account: number | undefined): Promise<void> {
  const now = clock.now();
  await database.transaction(async (tx) => {
    const { failures } = await tx.one<{ failures: number }>(sql`
      insert into sign_in_failure (name_index, failures, failed_at) values (${nameIndex}, 1, ${now})
      on conflict (name_index) do update set failed_at = ${now},
        failures = case when sign_in_failure.failed_at < ${now}::timestamptz - interval '1 day' then 1 else sign_in_failure.failures + 1 end,
        locked_until = case when sign_in_failure.failures >= ${freeFailures}
          then ${now}::timestamptz + make_interval(mins => least(${longestLock}, power(2, least(10, sign_in_failure.failures - ${freeFailures}))::integer)) end
      returning failures`);
    if (failures <= freeFailures) return;
    const to = { holders: { role: 'security_administrator' } } as const;
    const once = `${account ?? 'unknown'} ${clock.today()}`;
    await notify(
      tx,
      account === undefined
        ? { kind: 'accounts.locked-unknown', words: { failures }, to, once }
        : { kind: 'accounts.locked', words: { account, failures }, to, object: { kind: 'account', key: account }, once },
    );
  });
}
