/** SQL of webhooks as the administrator sees them: how each does, and its last messages. Never the address or a secret. */
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { MessageRow, WebhookRow } from './contract.ts';
import { webhookProblems as problems } from './problems.ts';

/** All webhooks that were not removed. */
export async function listWebhooks(database: Queryable, now: Date): Promise<WebhookRow[]> {
  const rows = await database.query<Omit<WebhookRow, 'areaName'>>(sql`
    select webhook_id as id, name, format, host, kinds, area_code as area, made_at as "madeAt", paused_at as "pausedAt",
      (select count(*)::integer from notice_message m where m.webhook_id = webhook.webhook_id and state = 'due') as waiting,
      (select count(*)::integer from notice_message m where m.webhook_id = webhook.webhook_id and state = 'given-up'
        and ended_at > ${now}::timestamptz - interval '7 days') as "givenUp",
      (select max(ended_at) from notice_message m where m.webhook_id = webhook.webhook_id and state = 'sent') as "sentAt",
      (select error from notice_message m where m.webhook_id = webhook.webhook_id and state = 'due' and error is not null order by message_id limit 1) as error
    from webhook where removed_at is null order by webhook_id`);
  const tree = await readAreaTree(
    database,
    rows.map(({ area }) => area),
  );
  return rows.map((row) => ({ ...row, areaName: tree.nodes.get(row.area)?.name ?? row.area }));
}

/** The last messages of a webhook, the newest first. */
export async function listMessages(database: Queryable, webhook: number, most = 50): Promise<MessageRow[]> {
  const known = await database.maybe(sql`select 1 from webhook where webhook_id = ${webhook} and removed_at is null`);
  if (known === undefined) throw problems['not-found']();
  return database.query<MessageRow>(sql`
    select message_id as id, state, made_at as "madeAt", ended_at as "endedAt", next_at as "nextAt", tries, error,
      array(select distinct kind from notice_delivery join notice using (notice_id) where notice_delivery.message_id = m.message_id order by 1) as kinds
    from notice_message m where webhook_id = ${webhook} order by message_id desc limit ${most}`);
}
