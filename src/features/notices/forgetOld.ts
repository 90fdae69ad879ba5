/** Forgets notices that are old: the app keeps them for half a year, read or not. */
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

const keptDays = 183;

/** Removes notices that were told, with what became of them. What still waits to be sent stays. */
export async function forgetOld(tx: Transaction, now: Date): Promise<void> {
  const old = sql`select notice_id from notice where made_at < ${now}::timestamptz - make_interval(days => ${keptDays}) and spread_at is not null
    and not exists (select from notice_delivery left join notice_message using (message_id)
      where notice_delivery.notice_id = notice.notice_id and coalesce(state, 'due') = 'due')`;
  await tx.execute(sql`delete from notice_receipt where notice_id in (${old})`);
  await tx.execute(sql`delete from notice_delivery where notice_id in (${old})`);
  await tx.execute(sql`delete from notice where notice_id in (${old})`);
  await tx.execute(sql`
    delete from notice_message where state <> 'due' and made_at < ${now}::timestamptz - make_interval(days => ${keptDays})
      and not exists (select from notice_delivery where notice_delivery.message_id = notice_message.message_id)`);
}
