/** For whom somebody is a deputy, and acting as one: the session says for whom, the audit log writes `代`. */
import sql from 'sql-template-tag';
import type { Queryable } from '#platform/database/database.ts';
import type { Me } from './contract.ts';
import { problems } from './problems.ts';

/** The absent persons whose deputy an account is today. */
export function listAbsent(database: Queryable, account: number, day: string): Promise<Me['deputyFor']> {
  return database.query(sql`
    select absent.account_id as account, absent.name, max(stand_in.valid_to)::date as "to"
    from account_grant stand_in join account_grant original on original.grant_id = stand_in.stands_for join account absent on absent.account_id = original.account_id
    where stand_in.account_id = ${account} and stand_in.revoked_at is null and original.revoked_at is null and absent.disabled_at is null
      and stand_in.valid_from <= ${day}::date and (stand_in.valid_to is null or stand_in.valid_to > ${day}::date)
      and (original.valid_to is null or original.valid_to > ${day}::date)
    group by absent.account_id, absent.name order by absent.name`);
}

/** From now on the session acts for an absent person, or for its own again. */
export async function actFor(
  tx: Queryable,
  { account, session, absent, day }: { account: number; session: number; absent: number | null; day: string },
): Promise<void> {
  if (absent !== null && !(await listAbsent(tx, account, day)).some((one) => one.account === absent)) throw problems['not-deputy']();
  await tx.execute(sql`update session set acts_for = ${absent} where session_id = ${session} and account_id = ${account}`);
}
