/** Sends a made-up notice to a webhook at once, and says how it went. */
import { randomUUID } from 'node:crypto';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import type { Outgoing } from '#platform/outgoing/outgoing.ts';
import { SendFailure } from '#platform/outgoing/sendFailure.ts';
import { openWebhook } from './message.ts';
import { postingOf, readAnswer } from './posting.ts';
import { webhookProblems as problems } from './problems.ts';

/** Whether it arrived; throws `webhooks.not-found` for one that is paused or removed. */
export async function testWebhook(
  { database, keys, outgoing }: { readonly database: Database; readonly keys: Keys; readonly outgoing: Outgoing },
  id: number,
  now: Date,
): Promise<{ arrived: boolean; error: string | null }> {
  const target = await openWebhook(database, keys, id, now);
  if (target === undefined) throw problems['not-found']();
  const trial = {
    id: 0,
    uid: randomUUID(),
    kind: 'webhooks.test',
    words: {},
    madeAt: now.toISOString(),
    settlement: null,
    places: [],
    objectKind: 'webhook',
    objectKey: String(id),
    why: null,
  };
  try {
    readAnswer(target, await outgoing.post(postingOf(target, [trial], { address: outgoing.address, now })));
    return { arrived: true, error: null };
  } catch (error) {
    if (error instanceof SendFailure) return { arrived: false, error: error.code };
    throw error;
  }
}
