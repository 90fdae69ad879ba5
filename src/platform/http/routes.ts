/** How a feature brings its routes, and the rule that each of them names the permission that it needs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ZodObject } from 'zod';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must be allowed to do, as `noun.verb`: `imports.create`. */
    permission?: string;
    /** Asked by a page on its own, not by a person: it does not keep a session from ending. */
    isBackground?: boolean;
    /** The fields beside the file, where a route takes a form with a file instead of JSON. */
    form?: ZodObject;
  }
}

/** The server as the routes of a feature see it: schemas are zod's, paths lie under /api/v1. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

/** The routes of one feature. */
export type RouteGroup = (app: App) => void | Promise<void>;

/** Decides whether the caller of a request has the permission; throws the problem when not. */
export type Admit = (request: FastifyRequest, permission: string) => void | Promise<void>;

/** Makes a route without a permission fail when it is registered, and asks for the permission before its handler runs. */
export function holdToPermissions(app: App, admit: Admit): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!/^[a-z-]+\.[a-z-]+$/.test(config?.permission ?? '')) {
      throw new Error(`the route ${String(method)} ${url} declares no permission (config: { permission: 'noun.verb' })`);
    }
  });
  app.addHook('onRequest', async (request) => {
    await admit(request, request.routeOptions.config.permission ?? '');
  });
}
