/** Posting: what arrives, what counts as a failure, and that nothing leads to elsewhere. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callableLookup } from './callable.ts';
import { openPost } from './post.ts';

let server: Server;
let host: string;
const seen: { url: string; body: string; type: string }[] = [];

beforeAll(async () => {
  server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      seen.push({ url: request.url ?? '', body, type: request.headers['content-type'] ?? '' });
      const status = Number(/\/(\d{3})/.exec(request.url ?? '')?.[1] ?? 200);
      if (request.url === '/silent') return;
      if (request.url === '/cut') return void request.socket.destroy();
      if (status === 302) return void answer.writeHead(302, { location: `http://${host}/elsewhere` }).end();
      return void answer.writeHead(status).end(request.url === '/long' ? 'x'.repeat(200_000) : 'taken');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const send = (path: string, relays = [host]): Promise<string> =>
  openPost(relays)({ url: `http://${host}${path}`, body: '{"安":"居"}', headers: { 'content-type': 'application/json' } });

test('the body arrives as it was given, and the answer is told, its first part when it is long', async () => {
  expect(await send('/ok')).toBe('taken');
  expect(seen.at(-1)).toEqual({ url: '/ok', body: '{"安":"居"}', type: 'application/json' });
  const long = await send('/long');
  expect([long.length > 0, long.length <= 65_536]).toEqual([true, true]);
});

test('a redirection is a failure and is not followed', async () => {
  await expect(send('/302')).rejects.toMatchObject({ code: 'http 302', isTargetDown: false });
  expect(seen.some(({ url }) => url === '/elsewhere')).toBe(false);
});

test('a failure says whether the other side is down, or will never take it', async () => {
  await expect(send('/503')).rejects.toMatchObject({ code: 'http 503', isTargetDown: true, isFinal: false });
  await expect(send('/429')).rejects.toMatchObject({ isTargetDown: true });
  await expect(send('/400')).rejects.toMatchObject({ code: 'http 400', isTargetDown: false });
  await expect(send('/410')).rejects.toMatchObject({ isFinal: true });
  await expect(send('/cut')).rejects.toMatchObject({ code: 'ECONNRESET', isTargetDown: true });
});

test('this machine is called through a named relay alone, also under a name that leads to it', async () => {
  const before = seen.length;
  await expect(send('/ok', [])).rejects.toMatchObject({ code: 'https refused' });
  await expect(openPost()({ url: `https://localhost/`, body: '', headers: {} })).rejects.toMatchObject({ code: 'address refused' });
  expect(seen.length).toBe(before);
});

test('an answer that does not come is not waited for', async () => {
  const send = openPost([host], 50)({ url: `http://${host}/silent`, body: '', headers: {} });
  await expect(send).rejects.toMatchObject({ code: 'timeout', isTargetDown: true });
});

test('a name that leads to this machine leads nowhere', async () => {
  const found = await new Promise((done) => callableLookup('localhost', {}, (error) => done(error)));
  expect(found).toMatchObject({ code: 'address refused' });
});
