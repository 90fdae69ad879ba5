/** Routes of the audit log: a page of entries, how the chain stands, and the export. */
import { Readable } from 'node:stream';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { auditExportQuery, auditPage, auditQuery, auditState } from './contract.ts';
import { exportAudit } from './exportAudit.ts';
import { pageOfEntries, readState } from './queries.ts';

export const auditRoutes =
  ({ database, actorOf, clock }: HouseContext): RouteGroup =>
  (app) => {
    app.get('/audit', { config: { permission: 'audit.read' }, schema: { querystring: auditQuery, response: { 200: auditPage } } }, async (request) =>
      pageOfEntries(database, request.query, request.query),
    );
    app.get('/audit/verify', { config: { permission: 'audit.read' }, schema: { response: { 200: auditState } } }, async () => readState(database));
    app.get(
      '/audit/export',
      { config: { permission: 'audit.export', allowance: 'export' }, schema: { querystring: auditExportQuery } },
      async (request, reply) => {
        const { format, ...filter } = request.query;
        const text = await exportAudit(database, actorOf(request), filter, format);
        return reply
          .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
          .header('content-disposition', `attachment; filename="audit-${clock.today()}.${format}"`)
          .send(Readable.from(text));
      },
    );
  };
