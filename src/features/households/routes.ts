/** Routes of the households. */
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { householdFile, householdFilter, householdPage } from './contract.ts';
import { getHousehold, listHouseholds } from './viewHouseholds.ts';

export const householdRoutes =
  ({ scopedFor, sightFor, tell, keys }: FeatureContext): RouteGroup =>
  (app) => {
    app.get(
      '/households',
      { config: { permission: 'households.read' }, schema: { querystring: householdFilter, response: { 200: householdPage } } },
      async (request) =>
        listHouseholds(await narrowToArea(await scopedFor(request), request.query.area), request.query, keys, await sightFor(request)),
    );
    app.get(
      '/households/:no',
      { config: { permission: 'households.read' }, schema: { params: z.object({ no: z.string() }), response: { 200: householdFile } } },
      async (request) => {
        const file = await getHousehold(await scopedFor(request), request.params.no, keys, await sightFor(request));
        await tell(request, { verb: 'households.read', object: { kind: 'household', key: file.no } });
        return file;
      },
    );
  };
