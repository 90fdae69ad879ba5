/** The door of the house: finds the caller of a request, asks whether the caller may, and hands out the handle that is bound to what the caller sees. */
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { type Permission, permissions } from '#catalog/permissions.ts';
import { type Scope, type ScopedDatabase, scoped, type Viewer } from '#features/areas/scope.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import type { Actor } from '#features/audit/actor.ts';
import { type AuditAct, appendAudit } from '#features/audit/appendAudit.ts';
import type { Sight } from '#features/people/sight.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Admit } from '#platform/http/routes.ts';
import { type Caller, type Grant, grantsFor, may } from './caller.ts';
import { callerOfSession, callerOfToken } from './findCaller.ts';
import { partiesOf } from './partiesOf.ts';
import { problems } from './problems.ts';
import { reachOf } from './reach.ts';
import { cookieName, noteSeen } from './sessions.ts';

/** What the door does for every request. */
export interface Door {
  readonly admit: Admit;
  /** The session or token of a request that `admit` has looked at, also one that it refused. */
  keyOf(request: FastifyRequest): string | undefined;
  /** The caller whom `admit` let in. */
  callerOf(request: FastifyRequest): Caller;
  /** The caller as the audit log names them; the route's own address where nobody has signed in. */
  actorOf(request: FastifyRequest): Actor;
  /** Tells the audit log what a request read. */
  tell(request: FastifyRequest, act: AuditAct): Promise<void>;
  /** The handle of the caller, bound to where the permission of the route reaches. */
  scopedFor(request: FastifyRequest): Promise<ScopedDatabase>;
  /** A handle that reaches the areas beside the caller's own, and what the caller sees of them anyway: for comparing numbers alone. */
  siblingsFor(request: FastifyRequest): Promise<{ readonly database: ScopedDatabase; readonly known: Scope }>;
  /** What of health, of children and of restricted persons the caller may see. */
  sightFor(request: FastifyRequest): Promise<Sight>;
}

/** Permissions that nobody has to be known for. */
const open = 'session.open';

/** Hangs the door into its frame. */
export function hangDoor(database: Database, clock: Clock): Door {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const reaches = new WeakMap<FastifyRequest, Map<string, Promise<Scope>>>();
  /** Most permissions of a caller come from the same grants: their reach is asked once a request. */
  const reachFor = (request: FastifyRequest, grants: readonly Grant[]): Promise<Scope> => {
    const known = reaches.get(request) ?? new Map<string, Promise<Scope>>();
    reaches.set(request, known);
    const key = JSON.stringify(grants);
    const found = known.get(key) ?? reachOf(database, grants);
    known.set(key, found);
    return found;
  };
  const viewers = new WeakMap<FastifyRequest, Promise<Viewer>>();
  const viewerFor = (request: FastifyRequest): Promise<Viewer> => {
    const known = viewers.get(request) ?? viewerOf(request);
    viewers.set(request, known);
    return known;
  };
  const viewerOf = async (request: FastifyRequest): Promise<Viewer> => {
    const caller = callerOf(request);
    const accusing = await reachFor(request, grantsFor(caller, 'appeals.accusations'));
    const all = await reachFor(request, caller.grants);
    return { self: partiesOf(caller, all), accusations: accusing.settlements };
  };
  const callerOf = (request: FastifyRequest): Caller => {
    const caller = callers.get(request);
    if (!caller) throw problems['sign-in-first']();
    return caller;
  };
  const actorOf = (request: FastifyRequest): Actor => {
    const { account, name, login, via, actsFor } = callerOf(request);
    return { account, name: `${name}（${login}）${actsFor ? `代 ${actsFor.name}` : ''}`, via, address: request.ip, requestId: request.id };
  };
  return {
    actorOf,
    tell: async (request, act) => void (await appendAudit(database, actorOf(request), act)),
    admit: async (request, permission) => {
      if (permission === open) return;
      const caller = await findCaller(database, clock, request);
      callers.set(request, caller);
      if (!isPermission(permission) || !may(caller, permission)) throw refusal(caller, permission);
    },
    keyOf: (request) => {
      const caller = callers.get(request);
      return caller && `${caller.via} ${caller.key}`;
    },
    callerOf,
    scopedFor: async (request) => {
      const permission = request.routeOptions.config.permission ?? '';
      const grants = isPermission(permission) ? grantsFor(callerOf(request), permission) : [];
      return scoped(database, await reachFor(request, grants), await viewerFor(request));
    },
    siblingsFor: async (request) => {
      const grants = grantsFor(callerOf(request), 'boards.compare');
      const tree = await readAreaTree(database);
      const beside = grants.map((grant) => ({ ...grant, area: tree.nodes.get(grant.area)?.parent ?? grant.area }));
      const known = await reachFor(request, grantsFor(callerOf(request), 'boards.read'));
      return { database: scoped(database, await reachFor(request, beside), await viewerFor(request)), known };
    },
    sightFor: async (request) => {
      const reach = (permission: Permission): Promise<Scope> => reachFor(request, grantsFor(callerOf(request), permission));
      return {
        day: clock.today(),
        health: await reach('people.health'),
        minors: await reach('people.minors'),
        silent: await reach('warnings.silent'),
        restricted: await reach('person-rights.read'),
      };
    },
  };
}

const isPermission = (name: string): name is Permission => Object.hasOwn(permissions, name);

async function findCaller(database: Database, clock: Clock, request: FastifyRequest): Promise<Caller> {
  const now = clock.now();
  const bearer = /^Bearer (anju_\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    const caller = await callerOfToken(database, bearer, now, clock.today());
    if (!caller) throw problems['session-over']();
    return caller;
  }
  const secret = request.cookies[cookieName(request.protocol === 'https')];
  if (secret === undefined) throw problems['sign-in-first']();
  const found = await callerOfSession(database, secret, now, clock.today());
  if (!found) throw problems['session-over']();
  if (!request.routeOptions.config.isBackground) await noteSeen(database, found.caller.key, found.seenAt, now);
  return found.caller;
}

function refusal({ owes }: Caller, permission: string): Error {
  if (owes === 'password') return problems['change-password-first']();
  if (owes === 'second-factor') return problems['second-factor-first']();
  const { zh, en } = isPermission(permission) ? permissions[permission] : { zh: permission, en: permission };
  return problems['not-allowed']({ permission: zh, permissionEn: en });
}
