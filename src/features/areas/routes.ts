/** Routes of the areas. */
import sql from 'sql-template-tag';
import type { FeatureContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { readSeenTree } from './areaTree.ts';
import { type AreaRow, areaAnswer, referenceAnswer, referenceQuery } from './contract.ts';
import { findReference } from './findReference.ts';

export const areaRoutes =
  ({ scopedFor }: FeatureContext): RouteGroup =>
  (app) => {
    app.get('/areas', { config: { permission: 'areas.read' }, schema: { response: { 200: areaAnswer } } }, async (request) => {
      const database = await scopedFor(request);
      const tree = await readSeenTree(database);
      const sizes = await database.query<{ code: string; persons: number; households: number }>(sql`
        select coalesce(building_code, community_code, settlement_code) as code, 0 as households, count(*)::integer as persons
        from person where ${database.within('settlement_code')} and end_date is null group by 1
        union all
        select coalesce(building_code, community_code, settlement_code), count(*)::integer, 0
        from household where ${database.within('settlement_code')} and status is distinct from '5' and status is distinct from '6' group by 1`);
      const total = new Map<string, { persons: number; households: number }>();
      for (const size of sizes) {
        for (const node of tree.pathTo(size.code)) {
          const sum = total.get(node.code) ?? { persons: 0, households: 0 };
          total.set(node.code, { persons: sum.persons + size.persons, households: sum.households + size.households });
        }
      }
      const areas: AreaRow[] = [...tree.nodes.values()].map((node) => ({ ...node, ...(total.get(node.code) ?? { persons: 0, households: 0 }) }));
      return { areas };
    });
    app.get(
      '/areas/reference',
      { config: { permission: 'areas.read' }, schema: { querystring: referenceQuery, response: { 200: referenceAnswer } } },
      async (request) => ({
        places: [...findReference(request.query.q)],
      }),
    );
  };
