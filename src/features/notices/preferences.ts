/** How people want to be told outside of the app: what is kept of it, and what follows for each way. */
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { NoticePreferences, PreferenceOrder } from './contract.ts';
import { usualWish, type Wish } from './dueAt.ts';

interface PreferenceRow {
  account_id: number;
  mail: Buffer | null;
  mail_confirmed_at: string | null;
  mail_when: 'at-once' | 'digest' | 'off';
  sms_when: 'urgent' | 'off';
  quiet_from: string;
  quiet_to: string;
  digest_at: string;
  muted: string[];
  has_phone: boolean;
}

const columns = sql`account.account_id, mail, mail_confirmed_at, coalesce(mail_when, 'at-once') as mail_when, coalesce(sms_when, 'off') as sms_when,
  coalesce(quiet_from, ${usualWish.quietFrom}) as quiet_from, coalesce(quiet_to, ${usualWish.quietTo}) as quiet_to,
  coalesce(digest_at, ${usualWish.digestAt}) as digest_at, coalesce(muted, '{}') as muted, account.phone is not null as has_phone
  from account left join notice_preference using (account_id)`;

/** A way to somebody, and how they want it used. */
export interface WayWish {
  readonly account: number;
  readonly channel: 'mail' | 'sms';
  readonly wish: Wish;
  readonly muted: readonly string[];
}

/** The ways to some accounts: confirmed addresses, and phones of those who want short messages. */
export async function wishesOf(tx: Queryable, accounts: readonly number[]): Promise<WayWish[]> {
  if (accounts.length === 0) return [];
  const rows = await tx.query<PreferenceRow>(
    sql`select ${columns} where account.account_id = any(${[...accounts]}::bigint[]) and notice_preference.account_id is not null`,
  );
  return rows.flatMap((row): WayWish[] => {
    const hours = { quietFrom: row.quiet_from, quietTo: row.quiet_to, digestAt: row.digest_at };
    const common = { account: row.account_id, muted: row.muted };
    return [
      ...(row.mail_confirmed_at === null ? [] : [{ ...common, channel: 'mail' as const, wish: { when: row.mail_when, ...hours } }]),
      ...(row.has_phone ? [{ ...common, channel: 'sms' as const, wish: { when: row.sms_when, ...hours } }] : []),
    ];
  });
}

/** The preferences of one account, with the ways that the house has. */
export async function readPreferences(
  database: Queryable,
  keys: Keys,
  account: number,
  ways: { readonly hasMail: boolean; readonly hasSms: boolean },
): Promise<NoticePreferences> {
  const row = await database.one<PreferenceRow>(sql`select ${columns} where account.account_id = ${account}`);
  return {
    mail: row.mail === null ? null : keys.openText(row.mail),
    isMailConfirmed: row.mail_confirmed_at !== null,
    hasPhone: row.has_phone,
    ...ways,
    mailWhen: row.mail_when,
    smsWhen: row.sms_when,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    digestAt: row.digest_at,
    muted: row.muted,
  };
}

/** Keeps what somebody chose. */
export async function writePreferences(tx: Queryable, account: number, order: PreferenceOrder): Promise<void> {
  const { mailWhen, smsWhen, quietFrom, quietTo, digestAt, muted } = order;
  await tx.execute(sql`
    insert into notice_preference (account_id, mail_when, sms_when, quiet_from, quiet_to, digest_at, muted)
    values (${account}, ${mailWhen}, ${smsWhen}, ${quietFrom}, ${quietTo}, ${digestAt}, ${muted})
    on conflict (account_id) do update set mail_when = excluded.mail_when, sms_when = excluded.sms_when, quiet_from = excluded.quiet_from,
      quiet_to = excluded.quiet_to, digest_at = excluded.digest_at, muted = excluded.muted`);
}
