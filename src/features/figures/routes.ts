/** Routes of the published figures. */
import type { HouseContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { figureAnswer, figureQuery } from './contract.ts';
import { rememberFigures } from './rememberFigures.ts';

export const figureRoutes =
  ({ database, clock }: HouseContext): RouteGroup =>
  (app) => {
    const figuresOf = rememberFigures(database);
    app.get(
      '/figures',
      { config: { permission: 'figures.read' }, schema: { querystring: figureQuery, response: { 200: figureAnswer } } },
      async (request) => {
        const today = clock.today();
        const year = request.query.year ?? Number(today.slice(0, 4));
        const day = today.startsWith(`${year}-`) ? today : `${year}-12-31`;
        return { year, figures: [...(await figuresOf(year, clock.now(), day))] };
      },
    );
  };
