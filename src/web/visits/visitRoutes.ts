/** Pages of visits: the round, the form of a household, answers that wait and are mended; and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { answersQuestion, answersSearch, formQuestion, mendQuestion, roundQuestion, roundSearch } from './visitQuestions.ts';

const round = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  validateSearch: roundSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(roundQuestion(deps)),
  component: lazyRouteComponent(() => import('./roundPage.tsx'), 'RoundPage'),
});

const answers = createRoute({
  getParentRoute: () => root,
  path: '/visits/answers',
  validateSearch: answersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(answersQuestion(deps)),
  component: lazyRouteComponent(() => import('./answerPage.tsx'), 'AnswerPage'),
});

const mend = createRoute({
  getParentRoute: () => root,
  path: '/visits/answers/$id',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(mendQuestion(params.id)),
  component: lazyRouteComponent(() => import('./mendPage.tsx'), 'MendPage'),
});

const form = createRoute({
  getParentRoute: () => root,
  path: '/visits/$household',
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(formQuestion(params.household)),
  component: lazyRouteComponent(() => import('./visitFormPage.tsx'), 'VisitFormPage'),
});

/** The pages of this room. */
export const visitRoutes = [round, answers, mend, form] as const;
