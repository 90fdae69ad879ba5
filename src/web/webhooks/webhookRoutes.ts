/** The page of webhooks: its address and what it asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { areasQuestion } from '../parts/areas.ts';
import { root } from '../root.ts';
import { webhooksQuestion } from './webhookQuestions.ts';

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhooks',
  loader: ({ context: { queries } }) => Promise.all([queries.ensureQueryData(webhooksQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./webhookPage.tsx'), 'WebhookPage'),
});

/** The pages of this room. */
export const webhookRoutes = [webhooks] as const;
