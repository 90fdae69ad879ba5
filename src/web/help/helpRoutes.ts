/** The help page, for everybody who has signed in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./helpPage.tsx'), 'HelpPage'),
});

/** The pages of this room. */
export const helpRoutes = [help] as const;
