/** The frame of the server: permissions, problems, other sites, descriptions, files of the web client. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog, silentLog } from '../log/log.ts';
import { defineProblems } from '../problems/problem.ts';
import type { App, RouteGroup } from './routes.ts';
import { createServer, type ServerParts } from './server.ts';

const problems = defineProblems('cups', {
  'not-allowed': { kind: 'not-allowed', zh: '不能{verb}', en: 'May not {verb}' },
  unknown: { kind: 'unknown-person', zh: '请先登录', en: 'Sign in first' },
  missing: { kind: 'not-found', zh: '没有这个杯子', en: 'No such cup' },
});

const lines: string[] = [];
const webFolder = mkdtempSync(join(tmpdir(), 'anju-web-'));
mkdirSync(join(webFolder, 'assets'));
writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>安居</title>');
writeFileSync(join(webFolder, 'assets', 'app-1a2b.js'), 'export {}');

const cups: RouteGroup = (app) => {
  const Cup = z.object({ id: z.number(), label: z.string() });
  app.get(
    '/cups/:id',
    { config: { permission: 'cups.read' }, schema: { params: z.object({ id: z.coerce.number() }), response: { 200: Cup } } },
    async ({ params }) => {
      if (params.id === 404) throw problems.missing();
      if (params.id === 500) throw new Error('secret 522399199001011234');
      return { id: params.id, label: 'x'.repeat(3000) };
    },
  );
  app.post('/cups', { config: { permission: 'cups.create' }, schema: { body: Cup, response: { 201: Cup } } }, async ({ body }, reply) =>
    reply.code(201).send(body),
  );
  app.get('/cups', { config: { permission: 'cups.read' } }, async ({ log }) => {
    log.error(new Error('one cup of many'));
    return [];
  });
  app.delete('/cups', { config: { permission: 'cups.remove' } }, async () => 'gone');
};

const parts: ServerParts = {
  groups: [cups],
  admit: (_request, permission) => {
    if (permission === 'cups.remove') throw problems['not-allowed']({ verb: 'remove' });
  },
  isReady: async () => true,
  figures: async () => ({ anju_jobs_waiting: 3 }),
  log: createLog((line) => lines.push(line)),
  version: '1.2.3',
  webFolder,
  hosts: ['anju.example'],
};

let app: App;
beforeAll(async () => {
  app = await createServer(parts);
});
afterAll(async () => {
  await app.close();
  rmSync(webFolder, { recursive: true });
});

describe('permissions', () => {
  test('a route that declares none cannot be registered', async () => {
    const careless: RouteGroup = (api) => {
      api.get('/open', async () => 'x');
    };
    await expect(createServer({ ...parts, groups: [careless], log: silentLog })).rejects.toThrow('GET /api/v1/open declares no permission');
  });

  test('what the caller may not do never reaches the handler', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/api/v1/cups' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'cups.not-allowed', zh: '不能remove', en: 'May not remove', params: { verb: 'remove' } });
  });
});

describe('problems', () => {
  test('a problem is answered in both languages with the number of the request', async () => {
    const answer = await app.inject('/api/v1/cups/404');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toEqual({
      type: '/problems/cups.missing',
      title: '没有这个杯子',
      status: 404,
      code: 'cups.missing',
      kind: 'not-found',
      zh: '没有这个杯子',
      en: 'No such cup',
      params: {},
      requestId: answer.headers['x-request-id'],
    });
  });

  test('nothing is at an address that names no number where one belongs', async () => {
    const answer = await app.inject('/api/v1/cups/red');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'http.not-found', zh: '没有找到。', en: 'Not found.' });
    expect(answer.json().issues).toBeUndefined();
  });

  test('every refused part of a request is named', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/cups', payload: { id: 'x' } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().issues.map(({ path }: { path: string }) => path)).toEqual(['/id', '/label']);
  });

  test('what broke is recorded under its number and tells the caller nothing else', async () => {
    const answer = await app.inject('/api/v1/cups/500');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    const line = lines.find((one) => one.includes(answer.json().requestId));
    expect(line).toContain('"event":"request-broke"');
    expect(line).not.toContain('199001011234');
  });

  test('an unknown address of the API is a problem, not a page', async () => {
    const answer = await app.inject({ url: '/api/v1/plates', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'http.not-found']);
  });

  test('a body of another kind or beyond the limit is refused as such', async () => {
    const other = await app.inject({ method: 'POST', url: '/api/v1/cups', headers: { 'content-type': 'text/xml' }, payload: '<a/>' });
    expect(other.json().code).toBe('http.wrong-type');
    const plain = await app.inject({
      method: 'POST',
      url: '/api/v1/cups',
      headers: { 'content-type': 'text/plain' },
      payload: '{"id":1,"label":"a"}',
    });
    expect(plain.json().code).toBe('http.wrong-type');
    const large = await app.inject({ method: 'POST', url: '/api/v1/cups', payload: { id: 1, label: 'x'.repeat(300_000) } });
    expect(large.json().code).toBe('http.too-large');
    const broken = await app.inject({ method: 'POST', url: '/api/v1/cups', headers: { 'content-type': 'application/json' }, payload: '{"id":' });
    expect(broken.json().code).toBe('http.invalid');
  });
});

describe('other sites', () => {
  const post = async (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/cups', payload: { id: 1, label: 'a' }, headers });

  test('a change that another site asks for is refused', async () => {
    expect((await post({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('http.foreign-origin');
    expect((await post({ 'sec-fetch-site': 'same-site' })).json().code).toBe('http.foreign-origin');
    expect((await post({ origin: 'http://evil.example' })).json().code).toBe('http.foreign-origin');
    expect((await post({ origin: 'null' })).json().code).toBe('http.foreign-origin');
  });

  test('our own pages and programs are let through', async () => {
    expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await post({ origin: 'http://localhost', host: 'localhost' })).statusCode).toBe(201);
    expect((await post({})).statusCode).toBe(201);
  });

  test('a foreign name of the host is refused, a named one is served', async () => {
    expect((await app.inject({ url: '/api/v1/cups/1', headers: { host: 'evil.example' } })).json().code).toBe('http.foreign-host');
    expect((await app.inject({ url: '/api/v1/cups/1', headers: { host: 'anju.example:8443' } })).statusCode).toBe(200);
  });
});

describe('allowances', () => {
  const open = (changed: ServerParts['allowances'], keyOf?: ServerParts['keyOf']) =>
    createServer({
      ...parts,
      admit: ({ headers }) => {
        if (headers.cookie === 'wrong=1') throw problems.unknown();
      },
      ...(changed && { allowances: changed }),
      ...(keyOf && { keyOf }),
    });
  const cookieAsKey = ({ headers: { cookie } }: { headers: { cookie?: string | undefined } }): string | undefined =>
    cookie === 'wrong=1' ? undefined : cookie;

  test('each session has its own, and what is beyond is answered with when to come again', async () => {
    const server = await open({ write: { aMinute: 30, atOnce: 2 } }, cookieAsKey);
    const send = (cookie: string) => server.inject({ method: 'POST', url: '/api/v1/cups', payload: { id: 1, label: 'a' }, headers: { cookie } });
    expect((await Promise.all([1, 2, 3].map(() => send('a=1')))).map(({ statusCode }) => statusCode)).toEqual([201, 201, 429]);
    const refused = await send('a=1');
    expect(refused.headers['retry-after']).toBe('2');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.json()).toMatchObject({ code: 'http.too-much', zh: '请求太频繁，请 2 秒后再试。', en: 'Too many requests: try again in 2 s.' });
    expect((await send('b=1')).statusCode).toBe(201);
    expect((await server.inject({ url: '/api/v1/cups/1', headers: { cookie: 'a=1' } })).statusCode).toBe(200);
    await server.close();
  });

  test('who has no session shares that of the address; a flood of wrong ones from there does not reach those who have signed in', async () => {
    const server = await open({ stranger: { aMinute: 1, atOnce: 5 } }, cookieAsKey);
    const ask = (remoteAddress: string, cookie?: string) =>
      server.inject({ url: '/api/v1/cups/1', remoteAddress, headers: cookie === undefined ? {} : { cookie } });
    expect((await ask('10.0.0.1', 'a=1')).statusCode).toBe(200);
    for (let at = 0; at < 5; at += 1) expect((await ask('10.0.0.1', 'wrong=1')).statusCode).toBe(401);
    expect((await ask('10.0.0.1', 'wrong=1')).statusCode).toBe(429);
    expect((await ask('10.0.0.1')).statusCode).toBe(429);
    expect((await ask('10.0.0.1', 'a=1')).statusCode).toBe(200);
    expect((await ask('10.0.0.2')).statusCode).toBe(200);
    for (let at = 0; at < 6; at += 1) await ask(`2001:db8:1:2::${at}`);
    expect((await ask('2001:db8:1:2:aaaa::1')).statusCode).toBe(429);
    expect((await ask('2001:db8:1:3::1')).statusCode).toBe(200);
    await server.close();
  });
});

describe('the frame', () => {
  test('describes its routes with their permissions', async () => {
    const api = (await app.inject('/api/openapi.json')).json();
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(['/api/v1/cups/{id}', '/api/v1/cups']);
    expect(api.paths['/api/v1/cups'].post['x-permission']).toBe('cups.create');
    const problem = api.paths['/api/v1/cups'].post.responses.default.content['application/problem+json'].schema;
    expect(problem.required).toEqual(expect.arrayContaining(['code', 'zh', 'en', 'requestId']));
    expect(api.paths['/api/v1/cups'].post.requestBody.content['application/json'].schema.required).toEqual(['id', 'label']);
  });

  test('allows no script but its own, compresses, and tells its health', async () => {
    const answer = await app.inject({ url: '/api/v1/cups/1', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(), '),
    });
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect((await app.inject('/healthz')).body).toBe('ok\n');
    expect((await app.inject('/readyz')).body).toBe('ready\n');
    expect((await app.inject('/metrics')).body).toMatch(/anju_jobs_waiting 3\n.*anju_http_requests_total\{method="GET",status="2xx"\} \d+/s);
  });

  test('serves the web client, and its first page for the addresses inside it', async () => {
    const page = await app.inject({ url: '/warnings/12?x=1', headers: { accept: 'text/html' } });
    expect(page.body).toContain('安居');
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await app.inject('/assets/app-1a2b.js');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await app.inject('/assets/none.js')).statusCode).toBe(404);
    expect((await app.inject({ url: '/../../../etc/passwd', headers: { accept: 'text/html' } })).body).not.toContain('root:');
  });
});

test('what a route answers by itself because it is one part of many is told in the log', async () => {
  const answer = await app.inject({ url: '/api/v1/cups' });
  expect(answer.statusCode).toBe(200);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ event }) => event === 'part-broke');
  expect(told).toMatchObject({ message: 'one cup of many', requestId: answer.headers['x-request-id'], route: '/api/v1/cups' });
});
