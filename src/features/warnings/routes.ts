/** Routes of the warnings. */
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { warningFile, warningFilter, warningPage } from './contract.ts';
import { getWarning, listWarnings } from './viewWarnings.ts';

export const warningRoutes =
  ({ scopedFor, keys }: FeatureContext): RouteGroup =>
  (app) => {
    app.get(
      '/warnings',
      { config: { permission: 'warnings.read' }, schema: { querystring: warningFilter, response: { 200: warningPage } } },
      async (request) => listWarnings(await narrowToArea(await scopedFor(request), request.query.area), request.query),
    );
    app.get(
      '/warnings/:id',
      { config: { permission: 'warnings.read' }, schema: { params: z.object({ id: z.coerce.number().int() }), response: { 200: warningFile } } },
      async (request) => getWarning(await scopedFor(request), request.params.id, (sealed) => keys.openText(Buffer.from(sealed))),
    );
  };
