/** What became of a message: it arrived, nobody was there to get it, it is tried again later, or it is given up and somebody is told. */
import { platformActor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { dayInChina } from '#platform/clock/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import type { SendFailure } from '#platform/outgoing/sendFailure.ts';
import sql from 'sql-template-tag';
import type { DueMessage } from './message.ts';
import { notify } from './notify.ts';

/** Minutes to wait after each failed attempt; after the last one a message is given up, most of a day after the first. */
export const waits: readonly number[] = [1, 2, 5, 10, 30, 60, 180, 360, 720];

/** The other side took it. */
export async function noteSent(database: Database, message: DueMessage, now: Date): Promise<void> {
  const { message_id: id } = message;
  await database.transaction(async (tx) => {
    await tx.execute(sql`update notice_message set state = 'sent', tries = tries + 1, ended_at = ${now}, error = null where message_id = ${id}`);
    await forgetAddress(tx, message);
  });
}

/** The webhook was paused or removed, the address is gone, the account is closed, or the house has no such way. */
export async function noteDropped(database: Database, message: DueMessage, now: Date): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`update notice_message set state = 'dropped', ended_at = ${now} where message_id = ${message.message_id}`);
    await forgetAddress(tx, message);
  });
}

/** It is tried again after a longer and longer while, and given up at last. */
export async function noteFailed(database: Database, message: DueMessage, { code, isFinal }: SendFailure, now: Date): Promise<void> {
  const wait = isFinal ? undefined : waits[message.tries];
  if (wait === undefined) return giveUp(database, message, code, now);
  await database.execute(sql`
    update notice_message set tries = tries + 1, error = ${code}, next_at = ${now}::timestamptz + make_interval(mins => ${wait})
    where message_id = ${message.message_id}`);
}

async function giveUp(database: Database, message: DueMessage, code: string, now: Date): Promise<void> {
  const { message_id: id, channel, account_id: account, webhook_id: webhook, tries } = message;
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      update notice_message set state = 'given-up', tries = tries + 1, error = ${code}, ended_at = ${now} where message_id = ${id}`);
    await forgetAddress(tx, message);
    await appendAudit(tx, platformActor, {
      verb: 'notices.give-up',
      object: webhook === null ? { kind: 'notice', key: id } : { kind: 'webhook', key: webhook },
      after: { channel, number: id, tries: tries + 1, problem: code },
    });
    await notify(tx, {
      kind: 'alerts.undelivered',
      words: { message: id },
      to: { holders: { isEverybody: true } },
      object: { kind: 'message', key: id },
      once: `${channel} ${webhook ?? account ?? ''} ${dayInChina(now)}`,
    });
  });
}

/** The address of somebody outside is kept no longer than it is needed. */
async function forgetAddress(tx: Transaction, { message_id: id, account_id: account, webhook_id: webhook }: DueMessage): Promise<void> {
  if (account !== null || webhook !== null) return;
  await tx.execute(sql`update notice set outside = null where notice_id in (select notice_id from notice_delivery where message_id = ${id})`);
}
