/** Routes of the board. */
import type { FeatureContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { board, boardQuery, trend, trendQuery } from './contract.ts';
import { viewBoard, viewTrend } from './viewBoard.ts';

export const boardRoutes =
  ({ scopedFor }: FeatureContext): RouteGroup =>
  (app) => {
    app.get('/board', { config: { permission: 'boards.read' }, schema: { querystring: boardQuery, response: { 200: board } } }, async (request) =>
      viewBoard(await scopedFor(request), request.query.area, request.query.month),
    );
    app.get(
      '/board/trend',
      { config: { permission: 'boards.read' }, schema: { querystring: trendQuery, response: { 200: trend } } },
      async (request) => viewTrend(await scopedFor(request), request.query.area, request.query.item),
    );
  };
