/** Pages of appeals: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rateSearch } from '../parts/rateSearch.ts';
import { root } from '../root.ts';
import {
  appealQuestion,
  appealRatesQuestion,
  appealSearch,
  appealsQuestion,
  enteredQuestion,
  enteredSearch,
  entrySearch,
  placesQuestion,
} from './appealQuestions.ts';

const appeals = createRoute({
  getParentRoute: () => root,
  path: '/appeals',
  validateSearch: appealSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(appealsQuestion(deps)),
  component: lazyRouteComponent(() => import('./appealListPage.tsx'), 'AppealListPage'),
});

const newAppeal = createRoute({
  getParentRoute: () => root,
  path: '/appeals/new',
  validateSearch: entrySearch,
  loader: ({ context: { queries } }) => queries.ensureQueryData(placesQuestion),
  component: lazyRouteComponent(() => import('./entryPage.tsx'), 'EntryPage'),
});

const entered = createRoute({
  getParentRoute: () => root,
  path: '/appeals/entered',
  validateSearch: enteredSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(enteredQuestion(deps)),
  component: lazyRouteComponent(() => import('./enteredPage.tsx'), 'EnteredPage'),
});

const poster = createRoute({
  getParentRoute: () => root,
  path: '/appeals/posters',
  loader: ({ context: { queries } }) => queries.ensureQueryData(placesQuestion),
  component: lazyRouteComponent(() => import('./posterPage.tsx'), 'PosterPage'),
});

const rates = createRoute({
  getParentRoute: () => root,
  path: '/appeals/rates',
  validateSearch: rateSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(appealRatesQuestion(deps)),
  component: lazyRouteComponent(() => import('./ratePage.tsx'), 'AppealRatePage'),
});

const appeal = createRoute({
  getParentRoute: () => root,
  path: '/appeals/$no',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(appealQuestion(params.no)),
  component: lazyRouteComponent(() => import('./appealPage.tsx'), 'AppealPage'),
});

/** The pages of this room. */
export const appealRoutes = [appeals, newAppeal, entered, poster, rates, appeal] as const;
