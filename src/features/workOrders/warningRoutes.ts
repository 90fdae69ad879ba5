/** Routes of warnings as people handle them: raising one by hand, its handling, and one route for each verb that is done to a warning itself. They lie here because orders follow. */
import { routedVerbs } from '#catalog/lifecycles/lifecycle.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { moveRequest } from '#derive/moveRequest.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { z } from 'zod';
import type { HouseContext } from '../context.ts';
import { handling, raised, raiseOrder } from './contract.ts';
import { mustSeeWarning } from './findCases.ts';
import { lookingOf, workHouseOf } from './lookingOf.ts';
import { moveWarning } from './moveWarning.ts';
import { raiseByHand } from './raiseByHand.ts';
import { viewHandling } from './viewHandling.ts';

const numbered = z.object({ id: z.coerce.number().int() });

export const handlingRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { database, scopedFor, tell } = context;
    app.post('/warnings', { config: { permission: 'warnings.raise' }, schema: { body: raiseOrder, response: { 200: raised } } }, async (request) => ({
      id: await raiseByHand(workHouseOf(context, request), await scopedFor(request), request.body),
    }));
    app.get(
      '/warnings/:id/handling',
      { config: { permission: 'warnings.read' }, schema: { params: numbered, response: { 200: handling } } },
      async (request) => {
        const shown = await viewHandling(await lookingOf(context, request), database, request.params.id);
        await tell(request, { verb: 'warnings.read', object: { kind: 'warning', key: request.params.id } });
        return shown;
      },
    );
    for (const verb of routedVerbs(warningLifecycle)) {
      app.post(
        `/warnings/:id/${verb}`,
        {
          config: { permission: warningLifecycle.verbs[verb].by },
          schema: { params: numbered, body: moveRequest(warningLifecycle, verb), response: { 200: handling } },
        },
        async (request) => {
          const { id } = request.params;
          await mustSeeWarning(await scopedFor(request), id);
          await moveWarning(workHouseOf(context, request), id, verb, request.body);
          return viewHandling(await lookingOf(context, request), database, id);
        },
      );
    }
  };
