/** How many notices the person has not read: asked by the page on its own, once a minute while it is looked at. */
import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask.ts';

export const unreadQuestion = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: () => ask<{ unread: number }>('/notices/unread'),
  staleTime: 30_000,
  refetchInterval: 60_000,
});
