/** Serves the built web client; any address that is not a file is the client's own and gets its first page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { App } from './routes.ts';

/** Adds the files of a folder when it has been built. */
export async function addWebFiles(app: App, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(serveStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name; the first page and the service worker must be asked for each time.
      const isHashed = path.includes('/assets/');
      reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') === true && !request.url.startsWith('/api/');
    if (!wantsPage) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
