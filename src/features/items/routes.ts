/** Routes of the items. */
import { z } from 'zod';
import type { FeatureContext } from '../context.ts';
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { itemList, itemPage, itemVerdicts, subjectFilter, subjectPage, verdictFilter } from './contract.ts';
import { countVerdicts } from './countVerdicts.ts';
import { listSubjects } from './listSubjects.ts';
import { getItem, listItems, viewItem } from './viewItems.ts';

const itemCode = z.object({ code: z.string() });

export const itemRoutes =
  ({ scopedFor, sightFor, clock }: FeatureContext): RouteGroup =>
  (app) => {
    app.get('/items', { config: { permission: 'items.read' }, schema: { response: { 200: itemList } } }, async (request) =>
      listItems(await scopedFor(request), clock.today()),
    );
    app.get(
      '/items/verdicts',
      { config: { permission: 'warnings.read' }, schema: { querystring: verdictFilter, response: { 200: itemVerdicts } } },
      async (request) => countVerdicts(await narrowToArea(await scopedFor(request), request.query.area), request.query.item, clock.today()),
    );
    app.get('/items/:code', { config: { permission: 'items.read' }, schema: { params: itemCode, response: { 200: itemPage } } }, async (request) =>
      viewItem(await scopedFor(request), request.params.code, clock.today()),
    );
    app.get(
      '/items/:code/subjects',
      { config: { permission: 'findings.read' }, schema: { params: itemCode, querystring: subjectFilter, response: { 200: subjectPage } } },
      async (request) => {
        const database = await narrowToArea(await scopedFor(request), request.query.area);
        return listSubjects(database, getItem(request.params.code), request.query, await sightFor(request));
      },
    );
  };
