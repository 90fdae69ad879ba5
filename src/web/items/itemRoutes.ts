/** Pages of the standard: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { itemQuestion, itemSearch, itemsQuestion } from './itemQuestions.ts';
import { root } from '../root.ts';

const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  loader: ({ context: { queries } }) => queries.ensureQueryData(itemsQuestion),
  component: lazyRouteComponent(() => import('./itemListPage.tsx'), 'ItemListPage'),
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$code',
  validateSearch: itemSearch,
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(itemQuestion(params.code)),
  component: lazyRouteComponent(() => import('./itemPage.tsx'), 'ItemPage'),
});

/** The pages of this room. */
export const itemRoutes = [items, item] as const;
