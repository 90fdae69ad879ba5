/** Routes of people: showing one hidden value whole. */
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { revealAnswer, revealOrder } from './contract.ts';
import { reveal } from './reveal.ts';

export const peopleRoutes =
  (context: HouseContext): RouteGroup =>
  (app) => {
    const { scopedFor, sightFor, callerOf, actorOf, clock } = context;
    app.post(
      '/people/reveal',
      { config: { permission: 'people.reveal' }, schema: { body: revealOrder, response: { 200: revealAnswer } } },
      async (request, reply) => {
        const asking = {
          account: callerOf(request).account,
          actor: actorOf(request),
          scope: await scopedFor(request),
          sight: await sightFor(request),
          now: clock.now(),
        };
        reply.header('cache-control', 'no-store');
        return reveal(context, asking, request.body);
      },
    );
  };
