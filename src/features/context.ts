/** What the routes of every feature receive from the place where everything meets. */
import type { FastifyRequest } from 'fastify';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Outgoing } from '#platform/outgoing/outgoing.ts';
import type { Caller } from './accounts/caller.ts';
import type { WorkSource } from './accounts/openWork.ts';
import type { Provider } from './accounts/provider.ts';
import type { Actor } from './audit/actor.ts';
import type { AuditAct } from './audit/appendAudit.ts';
import type { Scope, ScopedDatabase } from './areas/scope.ts';
import type { Sight } from './people/sight.ts';

/** For features that show what the caller may see: there is no other database for them. */
export interface FeatureContext {
  /** The handle of the caller of a request, bound to what the caller may see. */
  scopedFor(request: FastifyRequest): Promise<ScopedDatabase>;
  /** What of health, of children and of restricted persons the caller of a request may see. */
  sightFor(request: FastifyRequest): Promise<Sight>;
  /** For comparing boards alone: a handle that reaches the areas beside the caller's own, and what the caller sees of them anyway. */
  siblingsFor(request: FastifyRequest): Promise<{ readonly database: ScopedDatabase; readonly known: Scope }>;
  /** Who asks. */
  callerOf(request: FastifyRequest): Caller;
  /** Who stands behind a request, as the audit log names them. */
  actorOf(request: FastifyRequest): Actor;
  /** Tells the audit log what a request read. */
  tell(request: FastifyRequest, act: AuditAct): Promise<void>;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** For the rooms that keep the house itself (accounts, imports, calendar, settings, figures): they answer for who may do what with it. `test/walls.test.ts` lists them. */
export interface HouseContext extends FeatureContext {
  readonly database: Database;
  readonly dataFolder: string;
  /** The kinds of open work that a post may have. */
  readonly workSources: readonly WorkSource[];
  /** Whether accounts of the demonstration are open. */
  readonly isDemo: boolean;
  /** The ways out of the house. */
  readonly outgoing: Outgoing;
  /** Single sign-on, where it is set up. */
  readonly provider?: Provider;
}
