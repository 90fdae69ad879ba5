/** Routes of the warnings. */
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import { watermark } from '#features/audit/watermark.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { mostExported, warningAsked, warningExport, warningExportQuery, warningFile, warningFilter, warningPage } from './contract.ts';
import { getWarning, listWarnings } from './viewWarnings.ts';

export const warningRoutes =
  ({ scopedFor, sightFor, actorOf, tell, keys, clock }: FeatureContext): RouteGroup =>
  (app) => {
    app.get(
      '/warnings',
      { config: { permission: 'warnings.read' }, schema: { querystring: warningFilter, response: { 200: warningPage } } },
      async (request) => listWarnings(await narrowToArea(await scopedFor(request), request.query.area), request.query, await sightFor(request)),
    );
    app.get(
      '/warnings/export',
      {
        config: { permission: 'warnings.export', allowance: 'export' },
        schema: { querystring: warningExportQuery, response: { 200: warningExport } },
      },
      async (request) => {
        const filter = { ...request.query, page: 1, size: mostExported };
        const page = await listWarnings(await narrowToArea(await scopedFor(request), request.query.area), filter, await sightFor(request));
        await tell(request, {
          verb: 'warnings.export',
          object: { kind: 'warnings' },
          after: { filter: request.query, rows: page.rows.length },
        });
        return { ...page, watermark: watermark(actorOf(request), clock.now()) };
      },
    );
    app.get(
      '/warnings/:id',
      { config: { permission: 'warnings.read' }, schema: { params: warningAsked, response: { 200: warningFile } } },
      async (request) => {
        const warning = await getWarning(await scopedFor(request), request.params.id, await sightFor(request), (sealed) =>
          keys.openText(Buffer.from(sealed)),
        );
        await tell(request, {
          verb: 'warnings.read',
          object: { kind: 'warning', key: warning.no },
          after: { household: warning.household, item: warning.item },
        });
        return warning;
      },
    );
  };
