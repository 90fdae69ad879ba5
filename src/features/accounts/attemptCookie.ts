/** Keeps an attempt to sign in at the provider in the browser that began it, sealed and for ten minutes: what comes back is taken from that browser alone. */
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Attempt } from './provider.ts';

/** An attempt with where the person wanted to go. */
export interface KeptAttempt extends Attempt {
  readonly next: string;
}

const seconds = 600;
const nameFor = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-anju-attempt' : 'anju-attempt');

export function keepAttempt(request: FastifyRequest, reply: FastifyReply, keys: Keys, clock: Clock, attempt: KeptAttempt): void {
  const text = JSON.stringify({ ...attempt, until: clock.now().getTime() + seconds * 1000 });
  setCookie(request, reply, keys.sealText(text).toString('base64url'), seconds);
}

/** The attempt of this browser, which is forgotten; undefined where there is none, or it is too old or was tampered with. */
export function takeAttempt(request: FastifyRequest, reply: FastifyReply, keys: Keys, clock: Clock): KeptAttempt | undefined {
  const kept = request.cookies[nameFor(request)];
  if (kept === undefined) return undefined;
  setCookie(request, reply, '', 0);
  try {
    const { until, ...attempt } = JSON.parse(keys.openText(Buffer.from(kept, 'base64url'))) as KeptAttempt & { until: number };
    return until > clock.now().getTime() ? attempt : undefined;
  } catch {
    return undefined;
  }
}

/** `lax`: the provider's site leads back here, and the cookie has to come along. */
function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  reply.setCookie(nameFor(request), value, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge });
}
