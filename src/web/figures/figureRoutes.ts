/** Pages of the published figures: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { figureSearch, figuresQuestion } from './figureQuestions.ts';
import { root } from '../root.ts';

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: figureSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(figuresQuestion(deps)),
  component: lazyRouteComponent(() => import('./figurePage.tsx'), 'FigurePage'),
});

/** The pages of this room. */
export const figureRoutes = [figures] as const;
