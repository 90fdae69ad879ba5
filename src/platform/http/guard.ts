/** Keeps other web sites in a visitor's browser from speaking to this server: by its name, and by where a change comes from. */
import type { FastifyRequest } from 'fastify';
import type { App } from './routes.ts';
import { problems } from './problems.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];
const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses requests to a foreign host name (DNS rebinding) and changes that another site asks for. */
export function guardAgainstOtherSites(app: App, hosts: readonly string[]): void {
  const names = new Set([...ownNames, ...hosts]);
  app.addHook('onRequest', async (request) => {
    if (!names.has(request.hostname)) throw problems['foreign-host']({ host: request.hostname });
    if (!readingMethods.includes(request.method) && comesFromElsewhere(request)) throw problems['foreign-origin']();
  });
}

/** Browsers say where a request comes from; programs without a browser say nothing and are let through. */
function comesFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== host;
}
