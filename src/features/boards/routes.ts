/** Routes of the board. */
import type { FeatureContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { board, boardQuery, comparison, trend, trendQuery } from './contract.ts';
import { rememberNumbers } from './rememberNumbers.ts';
import { viewBoard, viewTrend } from './viewBoard.ts';
import { viewComparison } from './viewComparison.ts';

export const boardRoutes =
  ({ scopedFor, sightFor, siblingsFor }: FeatureContext): RouteGroup =>
  (app) => {
    const numbersOf = rememberNumbers();
    app.get('/board', { config: { permission: 'boards.read' }, schema: { querystring: boardQuery, response: { 200: board } } }, async (request) =>
      viewBoard(await scopedFor(request), numbersOf, await sightFor(request), request.query.area, request.query.month),
    );
    app.get(
      '/board/trend',
      { config: { permission: 'boards.read' }, schema: { querystring: trendQuery, response: { 200: trend } } },
      async (request) => viewTrend(await scopedFor(request), numbersOf, await sightFor(request), request.query.area, request.query.item),
    );
    app.get(
      '/board/comparison',
      { config: { permission: 'boards.compare' }, schema: { querystring: boardQuery, response: { 200: comparison } } },
      async (request) => viewComparison(await scopedFor(request), await siblingsFor(request), numbersOf, request.query.area, request.query.month),
    );
  };
