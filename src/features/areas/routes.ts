/** Routes of the areas. */
import type { FeatureContext } from '../context.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { readSeenTree } from './areaTree.ts';
import { type AreaRow, areaAnswer, referenceAnswer, referenceQuery } from './contract.ts';
import { findReference } from './findReference.ts';
import { rememberSizes } from './rememberSizes.ts';

export const areaRoutes =
  ({ scopedFor }: FeatureContext): RouteGroup =>
  (app) => {
    const sizesOf = rememberSizes();
    app.get('/areas', { config: { permission: 'areas.read' }, schema: { response: { 200: areaAnswer } } }, async (request) => {
      const database = await scopedFor(request);
      const tree = await readSeenTree(database);
      const total = await sizesOf(database, tree);
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
