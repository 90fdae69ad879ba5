/** Sends what is due, at least once: a message is marked as sent after the other side took it, so whoever is killed in between sends it again, under the same id. */
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import { type Log, silentLog } from '#platform/log/log.ts';
import type { Outgoing } from '#platform/outgoing/outgoing.ts';
import { SendFailure } from '#platform/outgoing/sendFailure.ts';
import { letterOf, shortMessageOf } from './letter.ts';
import { addressOf, bundleDue, type DueMessage, listDue, noticesOf, openWebhook } from './message.ts';
import { noteDropped, noteFailed, noteSent } from './outcome.ts';
import { postingOf, readAnswer } from './posting.ts';
import { queueNextSending } from './queueSending.ts';

/** What sending works with. */
export interface SendHouse {
  readonly database: Database;
  readonly keys: Keys;
  readonly outgoing: Outgoing;
  readonly now: Date;
  /** Today in China. */
  readonly day: string;
  readonly log?: Log;
}

const atOnce = 400;
const side = 8;

/** Sends all that is due at the moment, and queues the next time. Each receiver has a line of its own: one that is down holds back its own messages alone. */
export async function sendDue(house: SendHouse): Promise<void> {
  const { database, now } = house;
  await database.transaction((tx) => bundleDue(tx, now));
  for (;;) {
    const due = await listDue(database, now, atOnce);
    const waiting = linesOf(due);
    await Promise.all(
      Array.from({ length: side }, async () => {
        for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) await sendLine(house, line);
      }),
    );
    if (due.length < atOnce) break;
  }
  await queueNextSending(database);
}

/** Letters share a line, since one server takes them all; each webhook has its own. */
function linesOf(due: readonly DueMessage[]): DueMessage[][] {
  const lines = new Map<string, DueMessage[]>();
  for (const message of due) {
    const line = `${message.channel} ${message.webhook_id ?? ''}`;
    lines.set(line, [...(lines.get(line) ?? []), message]);
  }
  return [...lines.values()];
}

/** One after the other; when the other side is down the rest of the line waits as long as the message that found it so. */
async function sendLine(house: SendHouse, line: readonly DueMessage[]): Promise<void> {
  const { database, now, log = silentLog } = house;
  let down: SendFailure | undefined;
  for (const message of line) {
    if (down !== undefined) {
      await noteFailed(database, message, down, now);
      continue;
    }
    try {
      if (await sendOne(house, message)) await noteSent(database, message, now);
      else await noteDropped(database, message, now);
    } catch (error) {
      if (!(error instanceof SendFailure)) throw error;
      log.warn('notice-not-sent', { channel: message.channel, message: message.message_id, code: error.code, tries: message.tries + 1 });
      await noteFailed(database, message, error, now);
      if (error.isTargetDown) down = error;
    }
  }
}

/** Whether it went out; false = there is nobody any more to send it to. */
async function sendOne({ database, keys, outgoing, now, day }: SendHouse, message: DueMessage): Promise<boolean> {
  const notices = await noticesOf(database, message.message_id);
  const { address, mail, sms, post } = outgoing;
  if (message.webhook_id !== null) {
    const target = await openWebhook(database, keys, message.webhook_id, now);
    if (target === undefined) return false;
    readAnswer(target, await post(postingOf(target, notices, { address, now })));
    return true;
  }
  const to = await addressOf(database, keys, message, day);
  // Whoever is outside has chosen nothing: where the house has no such way, they look it up themselves.
  const isPossible = message.account_id !== null || (message.channel === 'mail' ? mail : sms) !== undefined;
  if (to === undefined || !isPossible) return false;
  if (message.channel === 'mail') {
    if (mail === undefined) throw new SendFailure('mail not set up', { isTargetDown: true });
    const areas = notices.flatMap(({ why }) => (why === null ? [] : [why.area]));
    await mail.send({ id: message.uid, to, ...letterOf(notices, address, await readAreaTree(database, areas)) });
  } else {
    if (sms === undefined) throw new SendFailure('sms not set up', { isTargetDown: true });
    await sms.send({ id: message.uid, to, text: shortMessageOf(notices, address) });
  }
  return true;
}
