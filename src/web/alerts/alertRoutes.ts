/** The page about the running of the house: its address and what it asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { alertsQuestion } from './alertQuestions.ts';

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  loader: ({ context: { queries } }) => queries.ensureQueryData(alertsQuestion),
  component: lazyRouteComponent(() => import('./alertPage.tsx'), 'AlertPage'),
});

/** The pages of this room. */
export const alertRoutes = [alerts] as const;
