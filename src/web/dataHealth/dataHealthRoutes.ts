/** Pages of data health: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dataHealthQuestion, dataHealthSearch } from './dataHealthQuestions.ts';
import { root } from '../root.ts';

const dataHealth = createRoute({
  getParentRoute: () => root,
  path: '/data-health',
  validateSearch: dataHealthSearch,
  loaderDeps: ({ search: { area } }) => ({ area }),
  loader: ({ context: { queries }, deps }) => queries.ensureQueryData(dataHealthQuestion(deps)),
  component: lazyRouteComponent(() => import('./dataHealthPage.tsx'), 'DataHealthPage'),
});

/** The pages of this room. */
export const dataHealthRoutes = [dataHealth] as const;
