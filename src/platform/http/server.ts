/** The HTTP server: the routes of the features under /api/v1, their description, the web client, and the answers to problems. */
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Log } from '../log/log.ts';
import type { Allowances } from './allowances.ts';
import { keepCertificate, readCertificate, type TlsFiles } from './certificate.ts';
import { describeRoutes, type RouteWords } from './describeRoutes.ts';
import { guardAgainstOtherSites } from './guard.ts';
import { addHealth, type HealthQuestions } from './health.ts';
import { type KeyOf, withinAllowances } from './limits.ts';
import { answerProblems } from './problemAnswers.ts';
import { addProtection } from './protection.ts';
import { type Admit, type App, holdToPermissions, type RouteGroup } from './routes.ts';
import { addWebFiles } from './webFiles.ts';

/** Everything that the server is made of. */
export interface ServerParts extends HealthQuestions {
  readonly groups: readonly RouteGroup[];
  readonly admit: Admit;
  readonly log: Log;
  readonly version: string;
  /** What a route does, for the description of the API. */
  readonly wordsOf?: RouteWords;
  /** The folder of the built web client. */
  readonly webFolder: string;
  /** Host names that the server answers to, besides those of the machine itself. */
  readonly hosts?: readonly string[];
  /** Certificate and key, for a server without a proxy before it. */
  readonly tls?: TlsFiles;
  /** Proxies whose word about who asks is taken. */
  readonly proxies?: readonly string[];
  /** The session or token behind an admitted request, which counts what it uses up. */
  readonly keyOf?: KeyOf;
  /** Where they are not as declared. */
  readonly allowances?: Partial<Allowances>;
}

/** What JSON may be sent to a route that does not say otherwise. */
const largestBody = 256 * 1024;

/** Builds the server; `listen` opens it to the machine itself. */
export async function createServer(parts: ServerParts): Promise<App> {
  const app = fastify({
    genReqId: () => randomUUID(),
    logger: false,
    bodyLimit: largestBody,
    forceCloseConnections: true,
    // Everybody can write the headers of a proxy: they count only from one that the administrator has named.
    trustProxy: parts.proxies !== undefined && parts.proxies.length > 0 && [...parts.proxies],
    ...(parts.tls && { https: { ...readCertificate(parts.tls), minVersion: 'TLSv1.2' } }),
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, parts.log);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  guardAgainstOtherSites(app, parts.hosts ?? []);
  // A form of another site may send plain text, and nothing of ours does.
  app.removeContentTypeParser('text/plain');
  tellUnnamedProxy(app, parts);
  if (parts.tls) keepCertificate(app, parts.tls, parts.log);
  await addProtection(app);
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 50, fields: 50, fieldSize: largestBody } });
  await describeRoutes(app, parts.version, parts.wordsOf);
  addHealth(app, parts);
  await app.register(
    async (api) => {
      keepOutOfCaches(api as App);
      holdToPermissions(api as App, withinAllowances(parts.admit, parts.keyOf ?? (() => undefined), parts.allowances));
      for (const group of parts.groups) await group(api as App);
    },
    { prefix: '/api/v1' },
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await addWebFiles(app, parts.webFolder);
  return app;
}

/** Listens and answers the address; on the loopback address when not told otherwise. */
export function listen(app: App, port: number, host = '127.0.0.1'): Promise<string> {
  return app.listen({ port, host });
}

/** Behind a proxy that nobody has named, all people look like one address, and share its allowance: that is said, once. */
function tellUnnamedProxy(app: App, { log, proxies = [] }: ServerParts): void {
  let isTold = proxies.length > 0;
  app.addHook('onRequest', async ({ headers, ip }) => {
    if (isTold || headers['x-forwarded-for'] === undefined) return;
    isTold = true;
    log.warn('proxy-not-named', { address: ip, setting: 'ANJU_PROXIES' });
  });
}

/** What the API answers is for the caller of this moment: neither a browser's disk nor a proxy keeps it. */
function keepOutOfCaches(api: App): void {
  api.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}
