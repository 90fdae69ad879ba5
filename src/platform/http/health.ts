/** Tells watching systems whether the server lives, whether it can work, and how it is doing. */
import type { App } from './routes.ts';

/** What the server is asked about itself. */
export interface HealthQuestions {
  /** Whether requests can be served: the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** Further figures of the house by name (`anju_jobs_waiting`), each a whole line of `/metrics`. */
  readonly figures?: () => Promise<Readonly<Record<string, number>>>;
}

/** Adds /healthz, /readyz and /metrics (Prometheus text), open to whoever reaches the port. */
export function addHealth(app: App, { isReady, figures }: HealthQuestions): void {
  const requests = new Map<string, number>();
  let seconds = 0;
  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",status="${Math.floor(reply.statusCode / 100)}xx"`;
    requests.set(key, (requests.get(key) ?? 0) + 1);
    seconds += reply.elapsedTime / 1000;
  });
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n');
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const { rss, heapUsed } = process.memoryUsage();
    const own = { process_uptime_seconds: process.uptime(), process_resident_memory_bytes: rss, nodejs_heap_used_bytes: heapUsed };
    const lines = Object.entries({ ...own, anju_http_request_seconds_sum: seconds, ...(await figures?.()) }).map(
      ([name, value]) => `${name} ${value}`,
    );
    for (const [labels, count] of requests) lines.push(`anju_http_requests_total{${labels}} ${count}`);
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
}
