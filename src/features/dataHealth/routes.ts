/** Routes of data health. */
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import { rememberRowCounts } from '#features/registers/countRows.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { dataHealth, dataHealthQuery } from './contract.ts';
import { viewDataHealth } from './viewDataHealth.ts';

export const dataHealthRoutes =
  ({ scopedFor, clock }: FeatureContext): RouteGroup =>
  (app) => {
    const countsOf = rememberRowCounts();
    app.get(
      '/data-health',
      { config: { permission: 'data-health.read' }, schema: { querystring: dataHealthQuery, response: { 200: dataHealth } } },
      async (request) => viewDataHealth(await narrowToArea(await scopedFor(request), request.query.area), clock.today(), countsOf),
    );
  };
