/** Sets the cookie of a session: sent back to this server alone, by no script, and never with a request that another site began. */
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from './sessions.ts';

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string, maxAge: number): void {
  const secure = request.protocol === 'https';
  reply.setCookie(cookieName(secure), secret, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}
