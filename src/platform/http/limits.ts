/** Holds callers to their allowances: by session or token where there is one, else by address. */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { type AllowanceName, type Allowances, startCounter } from './allowances.ts';
import { problems } from './problems.ts';
import type { Admit } from './routes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request of this route uses up, where it is more than reading or writing. */
    allowance?: 'export' | 'upload' | 'sign-in' | 'appeal';
  }
}

/** The session or token behind a request, once it was admitted; undefined where nobody has signed in. */
export type KeyOf = (request: FastifyRequest) => string | undefined;

/** How many credentials that were good a moment ago are known again without asking the database. */
const remembered = 10_000;

/** Admits as `admit` does, as long as the allowance lasts. Whoever brings wrong credentials from an address that has used up its own is refused before the database is asked. */
export function withinAllowances(admit: Admit, keyOf: KeyOf, changed: Partial<Allowances> = {}): Admit {
  const counter = startCounter(changed);
  const good = new Set<string>();
  const use = (name: AllowanceName, key: string): void => {
    const seconds = counter.take(name, key);
    if (seconds > 0) throw problems['too-much']({ seconds });
  };
  return async (request, permission) => {
    const place = placeOf(request.ip);
    const credentials = credentialsOf(request);
    if (credentials === undefined || (!good.has(credentials) && counter.isUsedUp('stranger', place))) use('stranger', place);
    const refusal: unknown = await (async () => admit(request, permission))().catch((error: unknown) => error);
    const key = keyOf(request);
    const { allowance = isReading(request) ? 'read' : 'write' } = request.routeOptions.config;
    if (key !== undefined && credentials !== undefined) {
      good.add(credentials);
      if (good.size > remembered) good.delete(good.values().next().value ?? '');
      use(allowance, key);
    } else if (allowance === 'sign-in' || allowance === 'appeal') use(allowance, place);
    else if (credentials !== undefined) {
      if (refusal !== undefined) good.delete(credentials);
      use('stranger', place);
    }
    if (refusal !== undefined) throw refusal;
  };
}

const isReading = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

function credentialsOf({ headers: { authorization, cookie } }: FastifyRequest): string | undefined {
  const brought = authorization ?? cookie;
  return brought === undefined || brought === '' ? undefined : createHash('sha256').update(brought).digest('base64');
}

/** One household of the internet has a whole network of IPv6 addresses: its first four groups stand for all. */
function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = '', after] = address.split('::');
  const groups = before.split(':').filter(Boolean);
  const rest = (after ?? '').split(':').filter(Boolean);
  const whole = after === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return `${whole.slice(0, 4).join(':')}::/64`;
}
