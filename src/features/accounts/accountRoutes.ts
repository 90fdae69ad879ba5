/** Routes of accounts and grants: who there is, and what each was given. */
import sql from 'sql-template-tag';
import { z } from 'zod';
import { permissions } from '#catalog/permissions.ts';
import { type RoleCode, roleOf, roles } from '#catalog/roles.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { changeAccount, listAccounts, makeAccount, resetPassword, signOutEverywhere } from './accounts.ts';
import { type Caller, grantsFor } from './caller.ts';
import { accountChange, accountFilter, accountPage, grantAnswer, grantOrder, newAccount, newAccountAnswer, roleList } from './contract.ts';
import { departments, giveGrant, revokeGrant } from './grants.ts';
import { reachOf } from './reach.ts';
import { removeSecondFactor } from './secondFactor.ts';

const numbered = z.object({ id: z.coerce.number().int() });
const nothing = { 204: z.undefined() };
const change = { permission: 'accounts.change' };

export const accountRoutes =
  ({ database, keys, clock, callerOf, actorOf }: HouseContext): RouteGroup =>
  (app) => {
    app.get(
      '/accounts',
      { config: { permission: 'grants.read' }, schema: { querystring: accountFilter, response: { 200: accountPage } } },
      async (request) => listAccounts(database, request.query, await seenBy(callerOf(request))),
    );
    app.post('/accounts', { config: change, schema: { body: newAccount, response: { 201: newAccountAnswer } } }, async (request, reply) => {
      const { login, name, phone } = request.body;
      const made = await database.transaction(async (tx) => {
        const account = await makeAccount(tx, keys, { login, name, phone, madeBy: callerOf(request).account });
        await appendAudit(tx, actorOf(request), {
          verb: 'accounts.create',
          object: { kind: 'account', key: account.account },
          after: { login, name },
        });
        return account;
      });
      return reply.code(201).send({ ...made, login });
    });
    app.patch('/accounts/:id', { config: change, schema: { params: numbered, body: accountChange, response: nothing } }, async (request, reply) => {
      const { phone, ...after } = request.body;
      await database.transaction(async (tx) => {
        await changeAccount(tx, keys, request.params.id, request.body, clock.now());
        await appendAudit(tx, actorOf(request), {
          verb: 'accounts.change',
          object: { kind: 'account', key: request.params.id },
          after: { ...after, ...(phone !== undefined && { phone: phone === null ? null : '***' }) },
        });
      });
      return reply.code(204).send();
    });
    app.post(
      '/accounts/:id/password',
      { config: change, schema: { params: numbered, response: { 200: z.object({ password: z.string() }) } } },
      async (request) => ({
        password: await database.transaction(async (tx) => {
          const password = await resetPassword(tx, keys, request.params.id, clock.now());
          await appendAudit(tx, actorOf(request), { verb: 'accounts.password', object: { kind: 'account', key: request.params.id } });
          return password;
        }),
      }),
    );
    app.delete('/accounts/:id/second-factor', { config: change, schema: { params: numbered, response: nothing } }, async (request, reply) => {
      await database.transaction(async (tx) => {
        await removeSecondFactor(tx, request.params.id);
        const object = { kind: 'account', key: request.params.id } as const;
        await appendAudit(tx, actorOf(request), { verb: 'accounts.change', object, after: { secondFactor: false } });
      });
      return reply.code(204).send();
    });
    app.delete('/accounts/:id/sessions', { config: change, schema: { params: numbered, response: nothing } }, async (request, reply) => {
      const object = { kind: 'account', key: request.params.id } as const;
      await database.transaction(async (tx) => {
        const sessions = await signOutEverywhere(tx, request.params.id, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'accounts.sign-out', object, after: { sessions } });
      });
      return reply.code(204).send();
    });
    app.post(
      '/accounts/:id/grants',
      { config: { permission: 'grants.change' }, schema: { params: numbered, body: grantOrder, response: { 201: grantAnswer } } },
      async (request, reply) => {
        const order = { ...request.body, from: request.body.from ?? clock.today() };
        const grant = await database.transaction(async (tx) => {
          const id = await giveGrant(tx, callerOf(request), request.params.id, order);
          await appendAudit(tx, actorOf(request), { verb: 'grants.give', object: { kind: 'account', key: request.params.id }, after: order });
          return id;
        });
        return reply.code(201).send({ grant });
      },
    );
    app.delete(
      '/grants/:id',
      { config: { permission: 'grants.change' }, schema: { params: numbered, response: nothing } },
      async (request, reply) => {
        await database.transaction(async (tx) => {
          const account = await revokeGrant(tx, callerOf(request), request.params.id);
          const before = { grant: request.params.id };
          await appendAudit(tx, actorOf(request), { verb: 'grants.revoke', object: { kind: 'account', key: account }, before });
        });
        return reply.code(204).send();
      },
    );
    app.get('/roles', { config: { permission: 'account.own' }, schema: { response: { 200: roleList } } }, async () => ({
      permissions: Object.entries(permissions).map(([name, { zh, en }]) => ({ name, zh, en })),
      departments: [...departments],
      roles: (Object.keys(roles) as RoleCode[]).map((code) => {
        const { zh, en, levels, ofDepartment = false, administers = false, may, gives } = roleOf(code);
        return { code, zh, en, levels: [...levels], ofDepartment, administers, may: [...may], gives: [...gives] };
      }),
    }));

    /** Administrators see all accounts; others those with a grant in their own area, and those who were given nothing yet. */
    async function seenBy(caller: Caller) {
      const grants = grantsFor(caller, 'grants.read');
      if (grants.some(({ role }) => roleOf(role).administers)) return sql`true`;
      const { settlements, places } = await reachOf(database, grants);
      const areas = [...grants.map(({ area }) => area), ...settlements, ...places.map(({ code }) => code)];
      return sql`(not exists (select from account_grant where account_grant.account_id = account.account_id)
        or exists (select from account_grant left join street_community on street_community.area_code = account_grant.area_code
          left join building on building.building_code = account_grant.area_code
          where account_grant.account_id = account.account_id and revoked_at is null
            and (account_grant.area_code = any(${areas}::text[]) or street_community.settlement_code = any(${settlements}::text[])
              or building.settlement_code = any(${settlements}::text[]))))`;
    }
  };
