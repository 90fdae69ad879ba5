/** What the page of webhooks asks. */
import { queryOptions } from '@tanstack/react-query';
import type { MessageRow, WebhookRow } from '#features/notices/contract.ts';
import { ask } from '../parts/ask.ts';

/** All webhooks and how each does. */
export const webhooksQuestion = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => ask<{ webhooks: WebhookRow[] }>('/webhooks').then((answer) => answer.webhooks),
});

/** The last messages of one. */
export const messagesQuestion = (id: number) =>
  queryOptions({
    queryKey: ['webhooks', id, 'messages'],
    queryFn: () => ask<{ messages: MessageRow[] }>(`/webhooks/${id}/messages`).then((answer) => answer.messages),
  });
