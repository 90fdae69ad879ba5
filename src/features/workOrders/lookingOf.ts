/** Who looks or works, from a request. */
import { narrowToArea } from '#features/areas/narrowToArea.ts';
import type { FastifyRequest } from 'fastify';
import type { HouseContext } from '../context.ts';
import type { WorkHouse } from './moveOrder.ts';
import type { Looking } from './viewWorkOrders.ts';

/** The caller with the handle of the route, held to an area where one is named. */
export async function lookingOf(context: HouseContext, request: FastifyRequest, area?: string): Promise<Looking> {
  const { scopedFor, sightFor, callerOf, clock } = context;
  return { scope: await narrowToArea(await scopedFor(request), area), sight: await sightFor(request), caller: callerOf(request), now: clock.now() };
}

/** The caller as somebody who changes something. */
export function workHouseOf({ database, clock, actorOf, callerOf }: HouseContext, request: FastifyRequest): WorkHouse {
  return { database, clock, actor: actorOf(request), caller: callerOf(request) };
}
