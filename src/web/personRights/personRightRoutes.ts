/** Pages of rights of the person: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { personRightSearch, personRightsQuestion } from './personRightQuestions.ts';
import { root } from '../root.ts';

const personRights = createRoute({
  getParentRoute: () => root,
  path: '/person-rights',
  validateSearch: personRightSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(personRightsQuestion(deps)),
  component: lazyRouteComponent(() => import('./personRightPage.tsx'), 'PersonRightPage'),
});

/** The pages of this room. */
export const personRightRoutes = [personRights] as const;
