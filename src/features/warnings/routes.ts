/** Routes of the warnings. */
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { mostExported, warningExportQuery, warningFile, warningFilter, warningPage } from './contract.ts';
import { getWarning, listWarnings } from './viewWarnings.ts';

export const warningRoutes =
  ({ scopedFor, tell, keys }: FeatureContext): RouteGroup =>
  (app) => {
    app.get(
      '/warnings',
      { config: { permission: 'warnings.read' }, schema: { querystring: warningFilter, response: { 200: warningPage } } },
      async (request) => listWarnings(await narrowToArea(await scopedFor(request), request.query.area), request.query),
    );
    app.get(
      '/warnings/export',
      { config: { permission: 'warnings.export', allowance: 'export' }, schema: { querystring: warningExportQuery, response: { 200: warningPage } } },
      async (request) => {
        const filter = { ...request.query, page: 1, size: mostExported };
        const page = await listWarnings(await narrowToArea(await scopedFor(request), request.query.area), filter);
        await tell(request, {
          verb: 'warnings.export',
          object: { kind: 'warnings' },
          after: { filter: request.query, rows: page.rows.length },
        });
        return page;
      },
    );
    app.get(
      '/warnings/:id',
      { config: { permission: 'warnings.read' }, schema: { params: z.object({ id: z.coerce.number().int() }), response: { 200: warningFile } } },
      async (request) => {
        const warning = await getWarning(await scopedFor(request), request.params.id, (sealed) => keys.openText(Buffer.from(sealed)));
        await tell(request, {
          verb: 'warnings.read',
          object: { kind: 'warning', key: warning.no },
          after: { household: warning.household, item: warning.item },
        });
        return warning;
      },
    );
  };
