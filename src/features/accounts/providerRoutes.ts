/** Routes of single sign-on: to the provider, back from it, and who is linked with whom there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { RouteGroup } from '#platform/http/routes.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import type { HouseContext } from '../context.ts';
import { keepAttempt, takeAttempt } from './attemptCookie.ts';
import { identityOrder, providerReturn, providerStart } from './contract.ts';
import { linkIdentity, unlinkIdentity } from './identities.ts';
import { problems } from './problems.ts';
import type { Provider } from './provider.ts';
import { setSessionCookie } from './sessionCookie.ts';
import { absoluteHours } from './sessions.ts';
import { signInByProvider } from './signInByProvider.ts';

const numbered = z.object({ id: z.coerce.number().int() });
const entry = { permission: 'session.open' } as const;
const link = { permission: 'accounts.link' };
const returnPath = '/api/v1/session/provider/return';

export const providerRoutes =
  ({ database, keys, clock, callerOf, actorOf, provider }: HouseContext): RouteGroup =>
  (app) => {
    const theProvider = (): Provider => {
      if (!provider) throw problems['provider-off']();
      return provider;
    };
    app.get('/session/provider', { config: entry, schema: { querystring: providerStart } }, (request, reply) =>
      orBackToSignIn(request, reply, async () => {
        const { address, attempt } = await theProvider().begin(originOf(request) + returnPath);
        keepAttempt(request, reply, keys, clock, { ...attempt, next: request.query.next ?? '/' });
        return address;
      }),
    );
    app.get('/session/provider/return', { config: { ...entry, allowance: 'sign-in' }, schema: { querystring: providerReturn } }, (request, reply) =>
      orBackToSignIn(request, reply, async () => {
        const { issuer, finish } = theProvider();
        const from = { address: request.ip, requestId: request.id };
        try {
          const attempt = takeAttempt(request, reply, keys, clock);
          if (!attempt) throw problems['provider-answer']();
          const identity = await finish(new URL(request.url, originOf(request)), attempt);
          const origin = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
          const { secret } = await signInByProvider({ database, keys, clock }, issuer, identity, origin, from);
          setSessionCookie(request, reply, secret, absoluteHours * 3600);
          return insideOf(originOf(request), attempt.next);
        } catch (problem) {
          if (problem instanceof AnjuProblem) {
            const nobody = { ...from, via: 'web', account: null, name: '统一身份认证' } as const;
            const after = { reason: problem.code, provider: issuer };
            await appendAudit(database, nobody, { verb: 'account.sign-in-failed', object: { kind: 'account' }, after });
          }
          throw problem;
        }
      }),
    );
    app.put(
      '/accounts/:id/identity',
      { config: link, schema: { params: numbered, body: identityOrder, response: { 204: z.undefined() } } },
      async (request, reply) => {
        const { issuer } = theProvider();
        const { id } = request.params;
        await database.transaction(async (tx) => {
          await linkIdentity(tx, keys, id, { issuer, subject: request.body.subject }, callerOf(request).account, clock.now());
          await appendAudit(tx, actorOf(request), { verb: 'accounts.link', object: { kind: 'account', key: id }, after: { provider: issuer } });
        });
        return reply.code(204).send();
      },
    );
    app.delete('/accounts/:id/identity', { config: link, schema: { params: numbered, response: { 204: z.undefined() } } }, async (request, reply) => {
      const { id } = request.params;
      await database.transaction(async (tx) => {
        await unlinkIdentity(tx, id, clock.now());
        await appendAudit(tx, actorOf(request), { verb: 'accounts.link', object: { kind: 'account', key: id }, after: { state: 'unlinked' } });
      });
      return reply.code(204).send();
    });
  };

/** Our own address as the browser knows it; the guard has looked at the name. */
const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

/** An address of a page of this site; the first page where it is none. */
function insideOf(origin: string, next: string): string {
  if (!next.startsWith('/') || !URL.canParse(next, origin)) return '/';
  const { origin: there, pathname, search } = new URL(next, origin);
  return there === origin && !pathname.startsWith('/api/') && pathname !== '/sign-in' ? pathname + search : '/';
}

/** Sends the browser where the work says; a person who is refused goes back to the sign-in page, which tells why, and a program is told at once. */
async function orBackToSignIn(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>): Promise<FastifyReply> {
  try {
    return reply.redirect(await work(), 303);
  } catch (problem) {
    const isPerson = request.headers.accept?.includes('text/html') === true;
    if (!isPerson || !(problem instanceof AnjuProblem)) throw problem;
    return reply.redirect(`/sign-in?refused=${problem.code}`, 303);
  }
}
