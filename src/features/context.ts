/** What the routes of every feature receive from the place where everything meets. */
import type { FastifyRequest } from 'fastify';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Actor } from './audit/actor.ts';
import type { ScopedDatabase } from './areas/scope.ts';

export interface FeatureContext {
  /** The handle of the caller of a request, bound to what the caller may see. */
  scopedFor(request: FastifyRequest): Promise<ScopedDatabase>;
  /** Who stands behind a request, as the audit log names them. */
  actorOf(request: FastifyRequest): Actor;
  /** The database without a scope: for the imports and jobs of the platform itself, never for reading on behalf of a caller. */
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly dataFolder: string;
}
