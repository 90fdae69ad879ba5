/** Pages of the notices: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { noticeSearch, noticesQuestion, preferencesQuestion } from './noticeQuestions.ts';

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: noticeSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(noticesQuestion(deps)),
  component: lazyRouteComponent(() => import('./noticePage.tsx'), 'NoticePage'),
});

const preferences = createRoute({
  getParentRoute: () => root,
  path: '/notices/preferences',
  loader: ({ context: { queries } }) => queries.ensureQueryData(preferencesQuestion),
  component: lazyRouteComponent(() => import('./preferencePage.tsx'), 'PreferencePage'),
});

/** The pages of this room. */
export const noticeRoutes = [notices, preferences] as const;
