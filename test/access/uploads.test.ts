/** How much a role may send: a file that is too large is refused before it is read, one that says nothing of its size when it becomes too large, and so is one file too many at once. */
import { readdirSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roleOf, type RoleCode, roles } from '#catalog/roles.ts';
import { ownStem } from '#features/imports/leftBehind.ts';
import { type OpenHouse, openHouse } from '#main.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import type { Machine } from '#platform/machine.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

const megabyte = 1024 * 1024;
const boundary = 'the-boundary';
const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;
let house: TestHouse;
let open: OpenHouse;
let machine: Machine;

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  machine = testMachine({ ...house, keys: openKeys(house.dataFolder) });
  open = await openHouse(machine, { port: 0, version: '0.0.0' });
});
afterAll(async () => {
  await open.close();
  await house.close();
});

const cookieOf = async (): Promise<string> => (await signedIn(machine, [{ role: 'community', area: '522301A001', department: null }])).cookie;

interface Sent {
  readonly out: ClientRequest;
  readonly answer: Promise<{ status: number; retryAfter: string | undefined; code: string; zh: string }>;
}

/** Begins an upload; without a size it goes in pieces. */
function begin(cookie: string, size?: number): Sent {
  const out = request(`${open.address}/api/v1/imports`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, ...(size !== undefined && { 'content-length': size }) },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => out.on('response', resolve).on('error', reject)).then(async (came) => {
    const chunks: Buffer[] = [];
    for await (const chunk of came) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { code: string; zh: string };
    return { status: came.statusCode ?? 0, retryAfter: came.headers['retry-after'], ...body };
  });
  answer.catch(() => {});
  out.write(head);
  return { out, answer };
}

test('every role that imports says how much, and no other does', () => {
  for (const code of Object.keys(roles) as RoleCode[])
    expect(roleOf(code).uploads !== undefined, code).toBe(roleOf(code).may.includes('imports.create'));
});

test('a file that says itself that it is too large is refused before it is read', async () => {
  const { out, answer } = begin(await cookieOf(), 65 * megabyte);
  expect(await answer).toMatchObject({ status: 422, code: 'uploads.too-large', zh: expect.stringContaining('64 MB') });
  out.destroy();
});

test('one that says nothing is cut off where it becomes too large, and nothing of it stays', async () => {
  const { out, answer } = begin(await cookieOf());
  const piece = Buffer.alloc(megabyte, 'x');
  let isAnswered = false;
  void answer.finally(() => {
    isAnswered = true;
  });
  for (let sent = 0; sent < 80 && !isAnswered; sent += 1) await new Promise<void>((resolve) => out.write(piece, () => resolve()));
  out.end(`\r\n--${boundary}--\r\n`);
  expect(await answer).toMatchObject({ status: 422, code: 'uploads.too-large' });
});

test('a third file at once is refused until one of the others has come to its end', async () => {
  const cookie = await cookieOf();
  const first = [begin(cookie), begin(cookie)];
  for (const { out } of first) out.write('a,b\n');
  // Both have begun before a third one tries: it would else take the place of one of them.
  await expect.poll(() => readdirSync(tmpdir()).filter((name) => name.startsWith(ownStem('anju-upload-'))).length).toBe(2);
  await expect.poll(async () => (await tryOnce(cookie)).code, { timeout: 30_000 }).toBe('uploads.too-many');
  expect(await tryOnce(cookie)).toMatchObject({ status: 429, retryAfter: '10', zh: expect.stringContaining('2 个文件') });
  expect((await tryOnce(await cookieOf())).status).toBe(202);
  for (const { out } of first) out.end(`1,2\n\r\n--${boundary}--\r\n`);
  expect((await Promise.all(first.map(({ answer }) => answer))).map(({ status }) => status)).toEqual([202, 202]);
  await expect.poll(async () => (await tryOnce(cookie)).status, { timeout: 30_000 }).toBe(202);
});

async function tryOnce(cookie: string): Promise<Awaited<Sent['answer']>> {
  const { out, answer } = begin(cookie);
  out.end(`a,b\n1,2\n\r\n--${boundary}--\r\n`);
  return answer;
}
