/** Receivers by https, also relays that the administrator named, must show a certificate that somebody vouches for. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openPost } from '#platform/outgoing/post.ts';
import { selfSigned } from '../fixtures/selfSigned.ts';

test('a certificate that vouches for itself is refused, and nothing is sent', async () => {
  let came = 0;
  const server = createServer(selfSigned('127.0.0.1'), (_request, answer) => {
    came += 1;
    answer.end('taken');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sent = openPost([place])({ url: `https://${place}/`, body: '{}', headers: {} });
  await expect(sent).rejects.toMatchObject({ code: expect.stringMatching(/CERT/), isTargetDown: true });
  expect(came).toBe(0);
  await new Promise<void>((done) => server.close(() => done()));
});
