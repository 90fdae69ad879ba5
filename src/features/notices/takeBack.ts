/** Takes what was told of a thing back from those who may not know of it any more: out of their app, and what has not left yet. */
import type { Queryable } from '#platform/database/database.ts';
import { queueJob } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';
import { spreadJob } from './notify.ts';
import type { SpreadHouse } from './spread.ts';

/** Name of the job. */
export const takeBackJob = 'take-notices-back';

/** What notices are about. */
export interface ToldObject {
  readonly kind: string;
  readonly key: string;
}

/** For a change after which others may know of a thing: once it is committed, each of those who were told is looked at again. */
export const queueTakingBack = (tx: Queryable, object: ToldObject): Promise<void> => queueJob(tx, takeBackJob, object, { queue: spreadJob });

/** Looks at them; answers from how many it was taken. */
export async function takeBack({ database, day, sights }: Omit<SpreadHouse, 'now'>, { kind, key }: ToldObject): Promise<number> {
  const sight = Object.hasOwn(sights, kind) ? sights[kind] : undefined;
  if (sight === undefined) return 0;
  const told = await database.query<{ account: number }>(sql`
    select distinct account_id as account from notice_receipt join notice using (notice_id) where object_kind = ${kind} and object_key = ${key} order by 1`);
  const hidden: number[] = [];
  for (const { account } of told) if (!(await sight(database, account, key, day))) hidden.push(account);
  const about = sql`account_id = any(${hidden}::bigint[]) and notice_id in (select notice_id from notice where object_kind = ${kind} and object_key = ${key})`;
  await database.transaction(async (tx) => {
    await tx.execute(sql`delete from notice_delivery where message_id is null and ${about}`);
    await tx.execute(sql`delete from notice_receipt where ${about}`);
  });
  return hidden.length;
}
