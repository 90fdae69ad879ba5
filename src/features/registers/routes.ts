/** Routes of the registers. */
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { registerList, rowFilter, rowPage } from './contract.ts';
import { getRegister, listRegisters, listRows } from './viewRegisters.ts';

const named = z.object({ name: z.string() });

export const registerRoutes =
  ({ scopedFor, keys }: FeatureContext): RouteGroup =>
  (app) => {
    app.get('/registers', { config: { permission: 'registers.read' }, schema: { response: { 200: registerList } } }, async (request) =>
      listRegisters(await scopedFor(request)),
    );
    app.get(
      '/registers/:name/rows',
      { config: { permission: 'registers.read' }, schema: { params: named, querystring: rowFilter, response: { 200: rowPage } } },
      async (request) => {
        const database = await narrowToArea(await scopedFor(request), request.query.area);
        return listRows(database, getRegister(request.params.name), request.query, (sealed) => keys.openText(Buffer.from(sealed)));
      },
    );
  };
