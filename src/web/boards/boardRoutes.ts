/** Pages of the board and the comparison: their addresses and what each asks before it opens. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { boardQuestion, boardSearch, comparisonQuestion, comparisonSearch } from './boardQuestions.ts';
import { itemsQuestion } from '../items/itemQuestions.ts';
import { areasQuestion } from '../parts/areas.ts';
import { root } from '../root.ts';

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: boardSearch,
  loaderDeps: ({ search: { area, month } }) => ({ area, month }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(boardQuestion(deps)), queries.ensureQueryData(itemsQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./boardPage.tsx'), 'BoardPage'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/board/comparison',
  validateSearch: comparisonSearch,
  loaderDeps: ({ search: { area, month } }) => ({ area, month }),
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(comparisonQuestion(deps)), queries.ensureQueryData(itemsQuestion), queries.ensureQueryData(areasQuestion)]),
  component: lazyRouteComponent(() => import('./comparisonPage.tsx'), 'ComparisonPage'),
});

/** The pages of this room. */
export const boardRoutes = [board, comparison] as const;
