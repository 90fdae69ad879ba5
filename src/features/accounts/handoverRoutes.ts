/** Routes of posts that change hands: open work, deputies, leavers, successors; and acting as a deputy. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuditVerb } from '#catalog/auditVerbs.ts';
import { type AuditValues, appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { actingOrder, deputyOrder, handoverOrder, leaveOrder, postAnswer, postShown } from './contract.ts';
import { actFor } from './deputies.ts';
import { accountNamed, type HandoverHouse, handOver, leavePost, nameDeputy, viewPost } from './handOver.ts';
import { problems } from './problems.ts';

const numbered = z.object({ id: z.coerce.number().int() });
const change = { permission: 'grants.change' };

export const handoverRoutes =
  ({ database, clock, callerOf, actorOf, scopedFor, workSources: sources }: HouseContext): RouteGroup =>
  (app) => {
    const houseOf = async (request: FastifyRequest): Promise<HandoverHouse> => ({
      giver: callerOf(request),
      looker: (await scopedFor(request)).viewer,
      sources,
      now: clock.now(),
      today: clock.today(),
      statedBy: actorOf(request).name,
    });
    const told = (tx: Queryable, request: FastifyRequest, verb: AuditVerb, key: number, after: AuditValues) =>
      appendAudit(tx, actorOf(request), { verb, object: { kind: 'account', key }, after });
    app.get('/accounts/:id/post', { config: change, schema: { params: numbered, response: { 200: postShown } } }, async (request) => {
      const house = await houseOf(request);
      return database.transaction((tx) => viewPost(tx, house, request.params.id));
    });
    app.post(
      '/accounts/:id/deputy',
      { config: change, schema: { params: numbered, body: deputyOrder, response: { 200: postAnswer } } },
      async (request) => {
        const { deputy, from = clock.today(), to } = request.body;
        const house = await houseOf(request);
        const grants = await database.transaction(async (tx) => {
          const count = await nameDeputy(tx, house, { absent: request.params.id, deputy: await accountNamed(tx, deputy), from, to });
          await told(tx, request, 'grants.deputise', request.params.id, { deputy, from, to, grants: count });
          return count;
        });
        return { grants };
      },
    );
    app.post(
      '/accounts/:id/leave',
      { config: change, schema: { params: numbered, body: leaveOrder, response: { 200: postAnswer } } },
      async (request) => {
        const { on } = request.body;
        if (request.params.id === callerOf(request).account) throw problems['grant-own']();
        const house = await houseOf(request);
        const grants = await database.transaction(async (tx) => {
          const count = await leavePost(tx, house, request.params.id, on);
          await told(tx, request, 'grants.leave', request.params.id, { leavesOn: on, grants: count });
          return count;
        });
        return { grants };
      },
    );
    app.post(
      '/accounts/:id/handover',
      { config: change, schema: { params: numbered, body: handoverOrder, response: { 200: postAnswer } } },
      async (request) => {
        const { successor, on = clock.today() } = request.body;
        const house = await houseOf(request);
        const grants = await database.transaction(async (tx) => {
          const count = await handOver(tx, house, { account: request.params.id, successor: await accountNamed(tx, successor), on });
          await told(tx, request, 'grants.hand-over', request.params.id, { successor, from: on, grants: count });
          return count;
        });
        return { grants };
      },
    );
    app.put(
      '/me/acting',
      { config: { permission: 'account.own' }, schema: { body: actingOrder, response: { 204: z.undefined() } } },
      async (request, reply) => {
        const { account, key: session } = callerOf(request);
        await database.transaction(async (tx) => {
          await actFor(tx, { account, session, absent: request.body.account, day: clock.today() });
          await told(tx, request, 'account.act-for', account, { deputy: request.body.account });
        });
        return reply.code(204).send();
      },
    );
  };
