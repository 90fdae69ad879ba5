/** The server with its own certificate: https alone, told to browsers; a renewed one is taken up without a stop, one that does not fit is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '#platform/log/log.ts';
import type { App } from '#platform/http/routes.ts';
import { createServer, listen } from '#platform/http/server.ts';
import { selfSigned } from './fixtures/selfSigned.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-tls-'));
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const lines: string[] = [];
let app: App;
let port: number;

function write({ cert, key }: { cert: string; key: string }): void {
  writeFileSync(files.key, key);
  writeFileSync(files.cert, cert);
}

const parts = {
  groups: [],
  admit: () => {},
  isReady: async () => true,
  log: createLog((line) => lines.push(line)),
  version: '1.2.3',
  webFolder: folder,
};

beforeAll(async () => {
  write(selfSigned('first.example'));
  app = await createServer({ ...parts, tls: files });
  port = Number(new URL(await listen(app, 0)).port);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const shownName = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.subject ?? '');
      socket.end();
    }).on('error', reject);
  });

test('speaks https, and tells browsers to use nothing else', async () => {
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/healthz', rejectUnauthorized: false }, (answer) => resolve(answer.headers))
      .on('error', reject)
      .end();
  });
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(await shownName()).toBe('CN=first.example');
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test('speaks nothing older than TLS 1.2', async () => {
  const attempt = new Promise((resolve, reject) => {
    connect({ port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, () =>
      resolve('connected'),
    ).on('error', reject);
  });
  await expect(attempt).rejects.toThrow();
});

test('takes a renewed certificate up on SIGHUP, and keeps the one in use when the new one does not fit its key', async () => {
  write(selfSigned('second.example'));
  process.emit('SIGHUP');
  expect(await shownName()).toBe('CN=second.example');
  writeFileSync(files.cert, selfSigned('third.example').cert);
  process.emit('SIGHUP');
  expect(await shownName()).toBe('CN=second.example');
  expect(lines.some((line) => line.includes('certificate-not-usable'))).toBe(true);
  expect(lines.join('')).not.toContain('PRIVATE KEY');
});

test('sees by itself that the files have changed', async () => {
  write(selfSigned('fourth.example'));
  await expect.poll(shownName, { timeout: 50_000, interval: 500 }).toBe('CN=fourth.example');
});

test('does not start with a certificate that cannot be used', async () => {
  const broken = { ...files, cert: join(folder, 'none.pem') };
  await expect(createServer({ ...parts, tls: broken })).rejects.toMatchObject({ code: 'http.certificate' });
});
