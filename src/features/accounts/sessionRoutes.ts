/** Routes of signing in and of the own account: password, sessions, second factor, tokens. */
import sql from 'sql-template-tag';
import { z } from 'zod';
import { roleOf } from '#catalog/roles.ts';
import { readAreaTree } from '#features/areas/areaTree.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import type { HouseContext } from '../context.ts';
import { changePassword } from './accounts.ts';
import { type Caller, permissionsOf } from './caller.ts';
import {
  type Me,
  me,
  passwordOrder,
  recoveryCodes,
  secondFactorOffer,
  secondFactorOrder,
  sessionList,
  signInOrder,
  signedOut,
  signInPage,
  signInPageQuery,
  tokenAnswer,
  tokenList,
  tokenOrder,
} from './contract.ts';
import { demoAccounts } from './demoAccounts.ts';
import { listAbsent } from './deputies.ts';
import { callerOfSession } from './findCaller.ts';
import { problems } from './problems.ts';
import { confirmSecondFactor, offerSecondFactor } from './secondFactor.ts';
import { refusalOf } from './refusalOf.ts';
import { setSessionCookie } from './sessionCookie.ts';
import { absoluteHours, closeSession, closeSessions, listSessions } from './sessions.ts';
import { guardPassword, signIn, userNameMeant } from './signIn.ts';
import { listTokens, makeToken, revokeToken } from './tokens.ts';

const numbered = z.object({ id: z.coerce.number().int() });
const open = { permission: 'session.open' };
const own = { permission: 'account.own' };

export const sessionRoutes =
  ({ database, keys, clock, callerOf, actorOf, tell, isDemo, provider }: HouseContext): RouteGroup =>
  (app) => {
    app.get(
      '/session',
      { config: open, schema: { querystring: signInPageQuery, response: { 200: signInPage } } },
      async ({ query: { refused } }) => ({
        demo: isDemo ? await demoAccounts(database) : [],
        provider: provider?.name ?? null,
        refused: refusalOf(refused),
      }),
    );
    app.post(
      '/session',
      { config: { ...open, allowance: 'sign-in' }, schema: { body: signInOrder, response: { 200: me } } },
      async (request, reply) => {
        const origin = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
        const from = { via: 'web', address: request.ip, requestId: request.id } as const;
        const { secret, account } = await signIn({ database, keys, clock }, request.body, origin).catch(async (problem: unknown) => {
          if (!(problem instanceof AnjuProblem) || problem.code === 'accounts.code-needed') throw problem;
          const meant = await userNameMeant({ database, keys, clock }, request.body.login);
          const nobody = { ...from, account: null, name: meant ?? '未知用户名' };
          await appendAudit(database, nobody, { verb: 'account.sign-in-failed', object: { kind: 'account' }, after: { reason: problem.code } });
          throw problem;
        });
        const found = await callerOfSession(database, secret, clock.now(), clock.today());
        if (!found) throw problems['session-over']();
        const { name, login } = found.caller;
        await appendAudit(
          database,
          { ...from, account, name: `${name}（${login}）` },
          { verb: 'account.sign-in', object: { kind: 'account', key: account } },
        );
        setSessionCookie(request, reply, secret, absoluteHours * 3600);
        return meOf(found.caller);
      },
    );
    app.delete('/session', { config: own, schema: { response: { 200: signedOut, 204: z.undefined() } } }, async (request, reply) => {
      const { account, key } = callerOf(request);
      const isByProvider = await closeSession(database, account, key, clock.now());
      await tell(request, { verb: 'account.sign-out', object: { kind: 'account', key: account } });
      setSessionCookie(request, reply, '', 0);
      const leave = isByProvider ? await provider?.leaveAddress(`${request.protocol}://${request.host}/sign-in`) : undefined;
      return leave === undefined ? reply.code(204).send() : reply.code(200).send({ leave });
    });
    app.get('/me', { config: own, schema: { response: { 200: me } } }, (request) => meOf(callerOf(request)));
    app.put('/me/password', { config: own, schema: { body: passwordOrder, response: { 204: z.undefined() } } }, async (request, reply) => {
      const { account, key, login } = callerOf(request);
      await guardPassword({ database, keys, clock }, login, () =>
        database.transaction(async (tx) => {
          await changePassword(tx, { account, session: key, ...request.body, now: clock.now() });
          await appendAudit(tx, actorOf(request), { verb: 'account.password', object: { kind: 'account', key: account } });
        }),
      );
      return reply.code(204).send();
    });
    app.get('/me/sessions', { config: own, schema: { response: { 200: sessionList } } }, async (request) => {
      const { account, key } = callerOf(request);
      const rows = await listSessions(database, account, clock.now());
      const sessions = rows.map((row) => ({
        id: row.session_id,
        openedAt: row.opened_at,
        seenAt: row.seen_at,
        address: row.address,
        agent: row.agent,
        isThis: row.session_id === key,
      }));
      return { sessions };
    });
    app.delete('/me/sessions', { config: own, schema: { response: { 204: z.undefined() } } }, async (request, reply) => {
      const { account, key } = callerOf(request);
      await closeSessions(database, account, clock.now(), key);
      await tell(request, { verb: 'account.sign-out', object: { kind: 'account', key: account }, after: { others: true } });
      return reply.code(204).send();
    });
    app.delete('/me/sessions/:id', { config: own, schema: { params: numbered, response: { 204: z.undefined() } } }, async (request, reply) => {
      const { account } = callerOf(request);
      await closeSession(database, account, request.params.id, clock.now());
      await tell(request, { verb: 'account.sign-out', object: { kind: 'account', key: account }, after: { others: true } });
      return reply.code(204).send();
    });
    app.post('/me/second-factor', { config: own, schema: { response: { 200: secondFactorOffer } } }, (request) =>
      database.transaction(async (tx) => {
        const { account } = callerOf(request);
        const offer = await offerSecondFactor(tx, keys, account);
        await appendAudit(tx, actorOf(request), {
          verb: 'account.second-factor',
          object: { kind: 'account', key: account },
          after: { state: 'offered' },
        });
        return offer;
      }),
    );
    app.put('/me/second-factor', { config: own, schema: { body: secondFactorOrder, response: { 200: recoveryCodes } } }, async (request) => {
      const { account, key } = callerOf(request);
      return database.transaction(async (tx) => {
        const codes = await confirmSecondFactor(tx, keys, account, key, request.body.code, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'account.second-factor', object: { kind: 'account', key: account }, after: { state: 'on' } });
        return { codes };
      });
    });
    app.get('/me/tokens', { config: own, schema: { response: { 200: tokenList } } }, async (request) => {
      const rows = await listTokens(database, callerOf(request).account, clock.now());
      const tokens = rows.map(({ token_id: id, name, permissions, made_at: madeAt, expires_at: expiresAt, used_at: usedAt }) => ({
        id,
        name,
        permissions,
        madeAt,
        expiresAt,
        usedAt,
      }));
      return { tokens };
    });
    app.post('/me/tokens', { config: own, schema: { body: tokenOrder, response: { 200: tokenAnswer } } }, (request) =>
      database.transaction(async (tx) => {
        const { account } = callerOf(request);
        const made = await makeToken(tx, callerOf(request), request.body, clock.now());
        const { permissions } = request.body;
        await appendAudit(tx, actorOf(request), {
          verb: 'account.token',
          object: { kind: 'account', key: account },
          after: { permissions, to: made.expiresAt },
        });
        return made;
      }),
    );
    app.delete('/me/tokens/:id', { config: own, schema: { params: numbered, response: { 204: z.undefined() } } }, async (request, reply) => {
      const { account } = callerOf(request);
      await revokeToken(database, account, request.params.id, clock.now());
      await tell(request, { verb: 'account.token', object: { kind: 'account', key: account }, after: { state: 'revoked' } });
      return reply.code(204).send();
    });

    async function meOf(caller: Caller): Promise<Me> {
      const tree = await readAreaTree(database);
      const { has, is_demo: ofDemo } = await database.one<{ has: boolean; is_demo: boolean }>(sql`
        select totp_confirmed_at is not null as has, is_demo from account where account_id = ${caller.account}`);
      return {
        account: caller.account,
        login: caller.login,
        name: caller.name,
        permissions: [...permissionsOf(caller)],
        grants: caller.grants
          .map(({ role, area, department }) => ({
            role,
            roleZh: roleOf(role).zh,
            roleEn: roleOf(role).en,
            area,
            areaName: tree.nodes.get(area)?.name ?? area,
            department,
          }))
          .sort((a, b) => tree.pathTo(a.area).length - tree.pathTo(b.area).length || (a.area < b.area ? -1 : 1)),
        owes: caller.owes,
        deputyFor: await listAbsent(database, caller.account, clock.today()),
        actsFor: caller.actsFor ?? null,
        hasSecondFactor: has,
        isDemo: ofDemo,
      };
    }
  };
