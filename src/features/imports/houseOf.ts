/** What imports work with on behalf of a request. */
import type { FastifyRequest } from 'fastify';
import type { HouseContext } from '../context.ts';
import type { ImportHouse } from './importHouse.ts';

/** The house of imports, with the caller as the one who imports. */
export const houseOf = ({ database, keys, clock, dataFolder, actorOf }: HouseContext, request: FastifyRequest): ImportHouse => ({
  database,
  keys,
  clock,
  dataFolder,
  actor: actorOf(request),
});
