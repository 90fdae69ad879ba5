/** The page of settings: its address and what it asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { settingsQuestion } from './settingsQuestions.ts';

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  loader: ({ context: { queries } }) => queries.ensureQueryData(settingsQuestion),
  component: lazyRouteComponent(() => import('./settingsPage.tsx'), 'SettingsPage'),
});

/** The pages of this room. */
export const settingRoutes = [settings] as const;
