/** Spreads new notices: into the app of each receiver, with the reason, and to the ways out that the receivers wish for. */
import { isNoticeKind, leavesToSystems, noticeKindOf } from '#catalog/notices/noticeKinds.ts';
import { webhookFormats, type WebhookFormatName } from '#catalog/notices/webhookFormats.ts';
import { type AreaTree, readAreaTree } from '#features/areas/areaTree.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { dueAt, usualWish } from './dueAt.ts';
import type { NoticeSights } from './noticeSight.ts';
import { noticeText } from './noticeText.ts';
import { wishesOf } from './preferences.ts';
import { findDeputies, type GrantsOf, openGrants, withDeputies } from './grantsInForce.ts';
import type { KeptReceivers, Receiver } from './receiver.ts';
import { commonPath, findHolders, workingAccounts } from './receivers.ts';
import { queueSendingAt } from './queueSending.ts';

interface NewNotice {
  notice_id: number;
  kind: string;
  words: Readonly<Record<string, string | number>>;
  receivers: KeptReceivers;
  places: string[];
  object_kind: string | null;
  object_key: string | null;
}

interface Way {
  readonly channel: 'mail' | 'sms' | 'webhook';
  readonly account: number | null;
  readonly webhook: number | null;
  readonly due: Date;
}

interface ActiveWebhook {
  webhook_id: number;
  format: WebhookFormatName;
  kinds: string[];
  area_code: string;
}

/** What spreading works with. */
export interface SpreadHouse {
  readonly database: Database;
  readonly now: Date;
  /** Today in China. */
  readonly day: string;
  /** By kind of object: who may know of it, where a room holds some back. */
  readonly sights: NoticeSights;
}

const atOnce = 200;

/** Spreads all notices that wait; answers their number. Two that run at the same time share the work. */
export async function spreadNotices(house: SpreadHouse): Promise<number> {
  let all = 0;
  for (;;) {
    const spread = await house.database.transaction((tx) => spreadSome(tx, house));
    all += spread;
    if (spread < atOnce) return all;
  }
}

async function spreadSome(tx: Transaction, house: SpreadHouse): Promise<number> {
  const { now, day } = house;
  const notices = await tx.query<NewNotice>(sql`
    select notice_id, kind, words, receivers, places, object_kind, object_key from notice where spread_at is null order by notice_id limit ${atOnce} for update skip locked`);
  if (notices.length === 0) return 0;
  const tree = await readAreaTree(tx, [...new Set(notices.flatMap(({ places }) => places))]);
  const grantsOf = openGrants(tx, day);
  const webhooks = await tx.query<ActiveWebhook>(sql`
    select webhook_id, format, kinds, area_code from webhook where removed_at is null and paused_at is null order by webhook_id`);
  const dues: Date[] = [];
  for (const notice of notices) {
    const receivers = await receiversOf(tx, tree, grantsOf, notice, house);
    await writeReceipts(tx, notice.notice_id, receivers);
    const ways = [...(await waysOf(tx, notice, receivers, now)), ...waysOfWebhooks(webhooks, tree, notice, now), ...wayOutside(notice, now)];
    await writeDeliveries(tx, notice.notice_id, ways);
    dues.push(...ways.map(({ due }) => due));
  }
  await tx.execute(sql`update notice set spread_at = ${now} where notice_id = any(${notices.map((notice) => notice.notice_id)}::bigint[])`);
  if (dues.length > 0) await queueSendingAt(tx, new Date(Math.min(...dues.map(Number))));
  return notices.length;
}

async function receiversOf(
  tx: Transaction,
  tree: AreaTree,
  grantsOf: GrantsOf,
  { kind: name, receivers, places, object_kind: kind, object_key: key }: NewNotice,
  { database, day, sights }: SpreadHouse,
): Promise<readonly Receiver[]> {
  const sight = kind === null || !Object.hasOwn(sights, kind) ? undefined : sights[kind];
  // What is only for those who may know of it is told to nobody where no room says who they are.
  const isOpen = !isNoticeKind(name) || noticeKindOf(name).onlyTo === undefined;
  const maySee = async (account: number): Promise<boolean> => (sight === undefined ? isOpen : sight(database, account, key ?? '', day));
  if (receivers.holders) return findHolders(grantsOf, tree, receivers.holders, places, maySee);
  const { accounts = [], andDeputies = false, except = [] } = receivers;
  const named = (await workingAccounts(tx, accounts, day)).map((account) => ({ account, why: null }));
  const meant = andDeputies ? withDeputies(named, await findDeputies(tx, accounts, day)) : named;
  const told: Receiver[] = [];
  for (const one of meant) if (!except.includes(one.account) && (await maySee(one.account))) told.push(one);
  return told;
}

async function writeReceipts(tx: Transaction, notice: number, receivers: readonly Receiver[]): Promise<void> {
  if (receivers.length === 0) return;
  await tx.execute(sql`
    insert into notice_receipt (account_id, notice_id, why)
    select account, ${notice}, why from jsonb_to_recordset(${JSON.stringify(receivers)}::jsonb) as one (account bigint, why jsonb)
    on conflict do nothing`);
}

/** By mail and by phone, as each receiver wishes. What is urgent cannot be muted. */
async function waysOf(tx: Transaction, notice: NewNotice, receivers: readonly Receiver[], now: Date): Promise<Way[]> {
  const { urgency } = noticeText(notice);
  const wishes = await wishesOf(
    tx,
    receivers.map(({ account }) => account),
  );
  return wishes.flatMap(({ account, channel, wish, muted }): Way[] => {
    const due = muted.includes(notice.kind) && urgency !== 'urgent' ? undefined : dueAt(urgency, wish, now);
    return due === undefined ? [] : [{ channel, account, webhook: null, due }];
  });
}

/** Systems are told at once; robots speak to people and keep the usual hours, but have no digest. */
function waysOfWebhooks(webhooks: readonly ActiveWebhook[], tree: AreaTree, { kind, words, places, receivers }: NewNotice, now: Date): Way[] {
  if (receivers.outside !== undefined || !leavesToSystems(kind)) return [];
  const { urgency } = noticeText({ kind, words });
  const above = commonPath(tree, places);
  return webhooks
    .filter(({ kinds, area_code: area }) => kinds.includes(kind) && above.includes(area))
    .map(({ webhook_id: webhook, format }): Way => {
      const due = webhookFormats[format].isRead ? dueAt(urgency === 'quiet' ? 'usual' : urgency, usualWish, now) : now;
      return { channel: 'webhook', account: null, webhook, due: due ?? now };
    });
}

function wayOutside({ kind, words, receivers: { outside } }: NewNotice, now: Date): Way[] {
  if (outside === undefined) return [];
  const { urgency } = noticeText({ kind, words });
  return [{ channel: outside, account: null, webhook: null, due: dueAt(urgency === 'urgent' ? 'urgent' : 'usual', usualWish, now) ?? now }];
}

async function writeDeliveries(tx: Transaction, notice: number, ways: readonly Way[]): Promise<void> {
  if (ways.length === 0) return;
  await tx.execute(sql`
    insert into notice_delivery (notice_id, channel, account_id, webhook_id, due_at)
    select ${notice}, channel, account, webhook, due from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb)
      as one (channel text, account bigint, webhook bigint, due timestamptz)
    on conflict do nothing`);
}
