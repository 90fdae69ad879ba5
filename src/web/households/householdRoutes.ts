/** Pages of household files: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { householdQuestion, householdSearch, householdsQuestion } from './householdQuestions.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { root } from '../root.ts';

const households = createRoute({
  getParentRoute: () => root,
  path: '/households',
  validateSearch: householdSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(householdsQuestion(deps)),
  component: lazyRouteComponent(() => import('./householdListPage.tsx'), 'HouseholdListPage'),
});

const household = createRoute({
  getParentRoute: () => root,
  path: '/households/$no',
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(householdQuestion(params.no)), queries.ensureQueryData(itemsQuestion)]),
  component: lazyRouteComponent(() => import('./householdPage.tsx'), 'HouseholdPage'),
});

/** The pages of this room. */
export const householdRoutes = [households, household] as const;
