/** Routes of the registers. */
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { registerList, rowFilter, rowPage } from './contract.ts';
import { rememberRowCounts } from './countRows.ts';
import { getRegister, listRegisters, listRows } from './viewRegisters.ts';
import { writeTemplate } from './writeTemplate.ts';

const named = z.object({ name: z.string() });

export const registerRoutes =
  ({ scopedFor, sightFor, tell, keys }: FeatureContext): RouteGroup =>
  (app) => {
    const countsOf = rememberRowCounts();
    app.get('/registers', { config: { permission: 'registers.read' }, schema: { response: { 200: registerList } } }, async (request) =>
      listRegisters(await scopedFor(request), countsOf),
    );
    app.get(
      '/registers/:name/rows',
      { config: { permission: 'registers.read' }, schema: { params: named, querystring: rowFilter, response: { 200: rowPage } } },
      async (request) => {
        const database = await narrowToArea(await scopedFor(request), request.query.area);
        const register = getRegister(request.params.name);
        const rows = await listRows(database, register, request.query, {
          sight: await sightFor(request),
          open: (sealed) => keys.openText(Buffer.from(sealed)),
          countsOf,
        });
        await tell(request, {
          verb: 'registers.read',
          object: { kind: 'register', key: register.name },
          after: { ...request.query, rows: rows.rows.length },
        });
        return rows;
      },
    );
    app.get('/registers/:name/template.xlsx', { config: { permission: 'registers.read' }, schema: { params: named } }, (request, reply) => {
      const register = getRegister(request.params.name);
      const workbook = new PassThrough();
      writeTemplate(register, workbook).catch((error: unknown) => workbook.destroy(error as Error));
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="${register.name}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${register.zh}模板.xlsx`)}`,
        )
        .send(workbook);
    });
  };
