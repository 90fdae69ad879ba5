/** Webhooks: made, changed, paused, given a new secret, removed. */
import { randomBytes } from 'node:crypto';
import { leavesToSystems } from '#catalog/notices/noticeKinds.ts';
import { webhookFormats } from '#catalog/notices/webhookFormats.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable } from '#platform/database/database.ts';
import { refusalOfUrl } from '#platform/outgoing/callable.ts';
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { secretText } from './cloudEvent.ts';
import type { WebhookChange, webhookOrder } from './contract.ts';
import { webhookProblems as problems } from './problems.ts';

/** Both secrets sign for so long after a change, so that the receiver can take the new one up. */
const overlapHours = 24;

/** Makes a webhook; answers its number, and the secret where one was made. */
export async function makeWebhook(
  tx: Queryable,
  keys: Keys,
  order: z.infer<typeof webhookOrder>,
  { relays, madeBy, now }: { readonly relays: readonly string[]; readonly madeBy: number | null; readonly now: Date },
): Promise<{ id: number; secret: string | null }> {
  const refusal = refusalOfUrl(order.url, relays);
  if (refusal !== undefined) throw problems[refusal]();
  checkKinds(order.kinds);
  const area = (await readAreaTree(tx, [order.area])).get(order.area).code;
  const { secret: origin } = webhookFormats[order.format];
  if (origin === 'given' && !order.secret?.startsWith('SEC')) throw problems['secret-needed']();
  const secret = origin === 'made' ? newSecret() : origin === 'given' ? (order.secret ?? '') : null;
  const { id } = await tx.one<{ id: number }>(sql`
    insert into webhook (name, format, url, host, secret, kinds, area_code, made_at, made_by)
    values (${order.name}, ${order.format}, ${keys.sealText(order.url)}, ${new URL(order.url).host}, ${secret === null ? null : keys.sealText(secret)},
      ${order.kinds}, ${area}, ${now}, ${madeBy}) returning webhook_id as id`);
  return { id, secret: origin === 'made' ? secret : null };
}

/** Changes a webhook. What waits to be sent to a paused one is dropped when its turn comes. */
export async function changeWebhook(tx: Queryable, id: number, { name, kinds, area, paused }: WebhookChange, now: Date): Promise<void> {
  await standing(tx, id);
  if (kinds) checkKinds(kinds);
  if (area !== undefined) (await readAreaTree(tx, [area])).get(area);
  await tx.execute(sql`
    update webhook set name = coalesce(${name ?? null}, name), kinds = coalesce(${kinds ?? null}::text[], kinds), area_code = coalesce(${area ?? null}, area_code),
      paused_at = case ${paused ?? null}::boolean when true then coalesce(paused_at, ${now}) when false then null else paused_at end
    where webhook_id = ${id}`);
}

/** Makes a new secret; the former one signs as well for a day. */
export async function renewSecret(tx: Queryable, keys: Keys, id: number, now: Date): Promise<string> {
  const { format } = await standing(tx, id);
  if (webhookFormats[format].secret !== 'made') throw problems['secret-none']();
  const secret = newSecret();
  await tx.execute(sql`
    update webhook set former_secret = secret, former_until = ${now}::timestamptz + make_interval(hours => ${overlapHours}), secret = ${keys.sealText(secret)}
    where webhook_id = ${id}`);
  return secret;
}

/** Removes a webhook; its record and its messages stay, its address and secrets do not. */
export async function removeWebhook(tx: Queryable, keys: Keys, id: number, now: Date): Promise<void> {
  await standing(tx, id);
  await tx.execute(sql`
    update webhook set removed_at = ${now}, url = ${keys.sealText('')}, secret = null, former_secret = null where webhook_id = ${id}`);
}

async function standing(tx: Queryable, id: number): Promise<{ format: keyof typeof webhookFormats }> {
  const row = await tx.maybe<{ format: keyof typeof webhookFormats }>(sql`
    select format from webhook where webhook_id = ${id} and removed_at is null for update`);
  if (row === undefined) throw problems['not-found']();
  return row;
}

function checkKinds(kinds: readonly string[]): void {
  const unknown = kinds.find((kind) => !leavesToSystems(kind));
  if (unknown !== undefined) throw problems.kinds({ kind: unknown });
}

const newSecret = (): string => secretText(randomBytes(32));
