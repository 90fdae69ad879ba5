/** The HTTP server: the routes of the features under /api/v1, their description, the web client, and the answers to problems. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import {
  createJsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Log } from '../log/log.ts';
import { guardAgainstOtherSites } from './guard.ts';
import { addHealth, type HealthQuestions } from './health.ts';
import { answerProblems, problemResponse } from './problemAnswers.ts';
import { type Admit, type App, holdToPermissions, type RouteGroup } from './routes.ts';
import { addWebFiles } from './webFiles.ts';

/** Everything that the server is made of. */
export interface ServerParts extends HealthQuestions {
  readonly groups: readonly RouteGroup[];
  readonly admit: Admit;
  readonly log: Log;
  readonly version: string;
  /** The folder of the built web client. */
  readonly webFolder: string;
  /** Host names that the server answers to, besides those of the machine itself. */
  readonly hosts?: readonly string[];
  /** Certificate and key in PEM, for a server without a proxy before it. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

const largestUpload = 512 * 1024 * 1024;

/** Builds the server; `listen` opens it to the machine itself. */
export async function createServer(parts: ServerParts): Promise<App> {
  const app = fastify({
    genReqId: () => randomUUID(),
    logger: false,
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: true,
    // A proxy on this machine tells who asks, and whether by https.
    trustProxy: 'loopback',
    ...(parts.tls && { https: { cert: readFileSync(parts.tls.cert), key: readFileSync(parts.tls.key) } }),
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, parts.log);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  guardAgainstOtherSites(app, parts.hosts ?? []);
  await app.register(helmet, protection(parts.tls !== undefined));
  await app.register(compress, { threshold: 1024 });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 50 } });
  await describe(app, parts.version);
  addHealth(app, parts);
  await app.register(
    async (api) => {
      holdToPermissions(api as App, parts.admit);
      for (const group of parts.groups) await group(api as App);
    },
    { prefix: '/api/v1' },
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await addWebFiles(app, parts.webFolder);
  return app;
}

/** Listens on the loopback address only and answers the address. */
export function listen(app: App, port: number, host = '127.0.0.1'): Promise<string> {
  return app.listen({ port, host });
}

/** Scripts come from the server alone; the design system writes its styles into the page. */
function protection(isTls: boolean): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: isTls,
    crossOriginEmbedderPolicy: false,
  };
}

async function describe(app: App, version: string): Promise<void> {
  const schemas = createJsonSchemaTransform({});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '安居 Anju',
        version,
        description: '搬迁群众基本公共服务监测预警 · Basic public services of relocated households: monitoring and early warning',
      },
    },
    transform: (route) => {
      const permission = route.route.config?.permission;
      if (permission === undefined) return schemas(route);
      const { schema, url } = schemas({
        ...route,
        schema: { ...route.schema, response: { ...(route.schema?.response as object), default: problemResponse } },
      });
      return { schema: { ...schema, 'x-permission': permission }, url };
    },
    transformObject: jsonSchemaTransformObject,
  });
}
