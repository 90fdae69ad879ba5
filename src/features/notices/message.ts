/** What goes out: messages made of deliveries that are due, and what is read of them to be sent. */
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import type { WebhookFormatName } from '#catalog/notices/webhookFormats.ts';
import sql from 'sql-template-tag';
import type { KeptNotice } from './noticeText.ts';
import type { Why } from './receiver.ts';

/** A notice inside a message. */
export interface MessageNotice extends KeptNotice {
  readonly id: number;
  readonly uid: string;
  readonly madeAt: string;
  readonly settlement: string | null;
  readonly places: readonly string[];
  readonly objectKind: string | null;
  readonly objectKey: string | null;
  /** Why the person of the message gets it. */
  readonly why: Why | null;
}

/** A message that is due. */
export interface DueMessage {
  readonly message_id: number;
  readonly uid: string;
  readonly channel: 'mail' | 'sms' | 'webhook';
  readonly account_id: number | null;
  readonly webhook_id: number | null;
  readonly tries: number;
}

/** A webhook, opened for sending; the first secret is the newest. */
export interface WebhookTarget {
  readonly format: WebhookFormatName;
  readonly url: string;
  readonly secrets: readonly string[];
}

const mostInOne = 50;
const turnOfBundling = 5223_0004;

/** Makes messages of the deliveries that are due: all that are due for one person by one way, and for one robot, go as one; systems and addresses outside get each notice by itself. What is in a message stays in it, whatever happens to it. */
export async function bundleDue(tx: Transaction, now: Date): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfBundling})`);
  await tx.execute(sql`
    with due as (
      select delivery_id, notice_id, channel, account_id, notice_delivery.webhook_id,
        case when account_id is null and coalesce(format, 'cloudevents') = 'cloudevents' then delivery_id
          else -((row_number() over (partition by channel, account_id, notice_delivery.webhook_id order by notice_id) - 1) / ${mostInOne} + 1) end as bundle
      from notice_delivery left join webhook using (webhook_id)
      where message_id is null and due_at <= ${now}
    ), bundles as (
      select grouped.*, nextval(pg_get_serial_sequence('notice_message', 'message_id')) as message_id
      from (select channel, account_id, webhook_id, bundle, array_agg(delivery_id) as deliveries from due group by 1, 2, 3, 4 order by min(notice_id)) grouped
    ), made as (
      insert into notice_message (message_id, channel, account_id, webhook_id, next_at, made_at)
      select message_id, channel, account_id, webhook_id, ${now}, ${now} from bundles
    )
    update notice_delivery set message_id = bundles.message_id from bundles where delivery_id = any(bundles.deliveries)`);
}

/** Messages whose turn it is, the oldest first. */
export function listDue(database: Queryable, now: Date, most: number): Promise<DueMessage[]> {
  return database.query<DueMessage>(sql`
    select message_id, uid, channel, account_id, webhook_id, tries from notice_message
    where state = 'due' and next_at <= ${now} order by message_id limit ${most}`);
}

/** The notices of a message. */
export function noticesOf(database: Queryable, message: number): Promise<MessageNotice[]> {
  return database.query<MessageNotice>(sql`
    select notice.notice_id as id, uid, kind, words, made_at as "madeAt", settlement_code as settlement, places, object_kind as "objectKind",
      object_key as "objectKey", why
    from notice_delivery join notice using (notice_id)
      left join notice_receipt on notice_receipt.notice_id = notice.notice_id and notice_receipt.account_id = notice_delivery.account_id
    where message_id = ${message} order by notice.notice_id`);
}

/** The webhook of a message; undefined when it was paused or removed since. */
export async function openWebhook(database: Queryable, keys: Keys, id: number, now: Date): Promise<WebhookTarget | undefined> {
  const row = await database.maybe<{ format: WebhookFormatName; url: Buffer; secret: Buffer | null; former: Buffer | null }>(sql`
    select format, url, secret, case when former_until > ${now} then former_secret end as former from webhook
    where webhook_id = ${id} and paused_at is null and removed_at is null`);
  if (row === undefined) return undefined;
  const secrets = [row.secret, row.former].filter((sealed) => sealed !== null).map((sealed) => keys.openText(sealed));
  return { format: row.format, url: keys.openText(row.url), secrets };
}

/** Where a letter or short message goes: the confirmed address or phone of an account that works, or the address that the notice brought. */
export async function addressOf(
  database: Queryable,
  keys: Keys,
  { message_id: message, channel, account_id: account }: DueMessage,
  day: string,
): Promise<string | undefined> {
  const row =
    account === null
      ? await database.maybe<{ sealed: Buffer | null }>(sql`
          select outside as sealed from notice_delivery join notice using (notice_id) where message_id = ${message}`)
      : await database.maybe<{ sealed: Buffer | null }>(sql`
          select case when ${channel} = 'sms' then account.phone when mail_confirmed_at is not null then mail end as sealed
          from account left join notice_preference using (account_id)
          where account.account_id = ${account} and disabled_at is null and (leaves_on is null or leaves_on > ${day}::date)`);
  return row?.sealed ? keys.openText(row.sealed) : undefined;
}
