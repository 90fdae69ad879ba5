/** Single sign-on with a real provider: the whole way of a browser there and back, and everything that must not open a session. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAccount } from '#features/accounts/accounts.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { linkIdentity } from '#features/accounts/identities.ts';
import { type OpenHouse, openHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createLog } from '#platform/log/log.ts';
import type { Machine } from '#platform/machine.ts';
import { projectPath } from '#platform/settings/projectFolder.ts';
import type { OidcSettings } from '#platform/settings/oidcSettings.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

const clock = jumpableClock('2024-06-30');
const clientSecret = 'the-secret-of-the-client-7391';
const lines: string[] = [];
let house: TestHouse;
let provider: ChildProcess;
let oidc: OidcSettings;
/** With a matching user name declared, and without. */
let matching: OpenHouse;
let linking: OpenHouse;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const machineWith = (settings: OidcSettings): Machine =>
  testMachine(
    { ...house, keys: openKeys(house.dataFolder), clock, log: createLog((line) => lines.push(line)) },
    { oidc: settings, allowances: { 'sign-in': { aMinute: 600, atOnce: 600 } } },
  );

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  const ports = [await freePort(), await freePort()];
  const client = {
    client_id: 'anju',
    client_secret: clientSecret,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ports.map((port) => `http://127.0.0.1:${port}/api/v1/session/provider/return`),
    post_logout_redirect_uris: ports.map((port) => `http://127.0.0.1:${port}/sign-in`),
  };
  provider = spawn(process.execPath, [projectPath('test', 'fixtures', 'providerProcess.mjs')], {
    env: { ...process.env, PROVIDER_CLIENT: JSON.stringify(client) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = (await once(provider.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  oidc = { issuer: issuer.toString().trim(), clientId: 'anju', clientSecret, name: { zh: '州统一认证', en: 'Prefecture SSO' } };
  linking = await openHouse(machineWith(oidc), { port: ports[0] ?? 0, version: '0.0.0' });
  matching = await openHouse(machineWith({ ...oidc, match: 'preferred_username' }), { port: ports[1] ?? 0, version: '0.0.0' });
});
afterAll(async () => {
  await matching?.close();
  await linking?.close();
  provider?.kill();
  await house?.close();
});

/** A browser: keeps cookies for each address, follows nobody by itself. */
function browser(person = ''): { go: (address: string, accept?: string) => Promise<Response>; cookies: Map<string, string> } {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async go(address, accept = 'text/html') {
      const { origin } = new URL(address);
      const cookie = [...cookies]
        .flatMap(([name, value]) => (name.startsWith(`${origin} `) ? [`${name.slice(origin.length + 1)}=${value}`] : []))
        .join('; ');
      const answer = await fetch(address, { redirect: 'manual', headers: { accept, cookie, 'x-person': person } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') cookies.delete(`${origin} ${name}`);
        else cookies.set(`${origin} ${name}`, value);
      }
      return answer;
    },
  };
}

interface Came {
  readonly answer: Response;
  /** Where the provider sent the browser back to. */
  readonly back: string;
  readonly session: string | undefined;
  readonly open: ReturnType<typeof browser>;
  /** The cookie of the attempt, which is gone afterwards. */
  readonly attempt: string;
}

/** Goes from the button of the sign-in page through the provider and back; `twist` changes an address before the browser follows it. */
async function signIn(
  person: string,
  {
    at = linking,
    twist = (address) => address,
    accept,
    next,
  }: { at?: OpenHouse; twist?: (address: URL) => URL; accept?: string; next?: string } = {},
): Promise<Came> {
  const open = browser(person);
  const start = `${at.address}/api/v1/session/provider${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;
  let answer = await open.go(start);
  const attempt = open.cookies.get(`${at.address} anju-attempt`) ?? '';
  let address = start;
  for (let step = 0; step < 8; step += 1) {
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${address} leads nowhere: ${answer.status} ${await answer.text()}`);
    address = twist(new URL(location, address)).href;
    const isBack = address.startsWith(`${at.address}/api/v1/session/provider/return`);
    answer = await open.go(address, isBack ? accept : undefined);
    if (isBack) return { answer, back: address, session: open.cookies.get(`${at.address} anju`), open, attempt };
  }
  throw new Error('the browser goes in circles');
}

async function person(
  login: string,
  { subject, role = 'county', area = '522301' }: { subject?: string; role?: string; area?: string } = {},
): Promise<number> {
  return house.database.transaction(async (tx) => {
    const { account } = await makeAccount(tx, house.keys, { login, name: login, madeBy: null });
    await giveGrant(tx, 'machine', account, { role, area, department: null, from: '2024-01-01', to: null });
    if (subject !== undefined) await linkIdentity(tx, house.keys, account, { issuer: oidc.issuer, subject }, null, clock.now());
    return account;
  });
}

const codeOf = async ({ answer }: Came): Promise<string> => ((await answer.json()) as { code: string }).code;
const asProgram = { accept: 'application/json' };
const meOf = async ({ session }: Came, at = linking): Promise<{ status: number; login?: string; owes?: string | null }> => {
  const answer = await fetch(`${at.address}/api/v1/me`, { headers: { cookie: `anju=${session}` } });
  return { status: answer.status, ...((await answer.json()) as object) };
};

test('whom an administrator has linked comes in, to the page that was asked for, with a session like any other', async () => {
  const account = await person('li', { subject: 'sub-li' });
  const came = await signIn('sub-li', { next: '/warnings?area=522301' });
  expect([came.answer.status, came.answer.headers.get('location')]).toEqual([303, '/warnings?area=522301']);
  const set = came.answer.headers.getSetCookie().find((line) => line.startsWith('anju='));
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  // The password for one use, which nobody has used, is not asked for.
  expect(await meOf(came)).toMatchObject({ status: 200, login: 'li', owes: null });
  const told = await house.database.query(sql`
    select verb, account, via, after from audit_entry where account = ${account} and verb = 'account.sign-in'`);
  expect(told).toEqual([{ verb: 'account.sign-in', account, via: 'web', after: { provider: oidc.issuer } }]);
  const [kept] = await house.database.query<{ text: string }>(
    sql`select provider_identity::text as text from provider_identity where account_id = ${account}`,
  );
  expect(kept?.text).not.toContain('sub-li');
});

test('the sign-in page has the button, and signing out leads to the provider’s own page', async () => {
  const page = (await (await fetch(`${linking.address}/api/v1/session`)).json()) as object;
  expect(page).toMatchObject({ provider: { zh: '州统一认证', en: 'Prefecture SSO' }, refused: null });
  await person('wang', { subject: 'sub-wang' });
  const came = await signIn('sub-wang');
  const out = await fetch(`${linking.address}/api/v1/session`, { method: 'DELETE', headers: { cookie: `anju=${came.session}` } });
  const { leave } = (await out.json()) as { leave: string };
  expect(leave).toContain(`${oidc.issuer}/session/end?`);
  expect((await came.open.go(leave)).status).toBe(200);
  expect((await meOf(came)).status).toBe(401);
});

describe('what opens no session', () => {
  test('a state of another attempt', async () => {
    await person('state', { subject: 'sub-state' });
    const twist = (address: URL): URL => {
      if (address.pathname.endsWith('/return')) address.searchParams.set('state', 'forged');
      return address;
    };
    const came = await signIn('sub-state', { twist, ...asProgram });
    expect([came.answer.status, await codeOf(came), came.session]).toEqual([401, 'accounts.provider-answer', undefined]);
  });

  test('a nonce of another attempt', async () => {
    await person('nonce', { subject: 'sub-nonce' });
    const twist = (address: URL): URL => {
      if (address.searchParams.has('nonce')) address.searchParams.set('nonce', 'another-nonce-than-ours');
      return address;
    };
    const came = await signIn('sub-nonce', { twist, ...asProgram });
    expect([await codeOf(came), came.session]).toEqual(['accounts.provider-answer', undefined]);
  });

  test('a proof key of another attempt', async () => {
    await person('pkce', { subject: 'sub-pkce' });
    const twist = (address: URL): URL => {
      if (address.searchParams.has('code_challenge')) address.searchParams.set('code_challenge', 'x'.repeat(43));
      return address;
    };
    const came = await signIn('sub-pkce', { twist, ...asProgram });
    expect([await codeOf(came), came.session]).toEqual(['accounts.provider-answer', undefined]);
  });

  test('a code that was used, also in the same browser with its attempt put back', async () => {
    await person('replay', { subject: 'sub-replay' });
    const came = await signIn('sub-replay');
    expect(came.session).toBeDefined();
    const again = (cookie: string): Promise<Response> => fetch(came.back, { redirect: 'manual', headers: { cookie } });
    for (const cookie of ['', `anju-attempt=${came.attempt}`]) {
      const answer = await again(cookie);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'accounts.provider-answer']);
      expect(answer.headers.getSetCookie().some((line) => line.startsWith('anju='))).toBe(false);
    }
  });

  test('an attempt that is older than ten minutes, or was tampered with', async () => {
    await person('slow', { subject: 'sub-slow' });
    const late = await signIn('sub-slow', {
      twist: (address) => {
        if (address.pathname.endsWith('/return')) clock.jump({ minutes: 11 });
        return address;
      },
      ...asProgram,
    });
    expect(await codeOf(late)).toBe('accounts.provider-answer');
    const answer = await fetch(late.back, { headers: { cookie: `anju-attempt=${late.attempt.slice(0, -2)}AA` } });
    expect(((await answer.json()) as { code: string }).code).toBe('accounts.provider-answer');
  });

  test('somebody whom the provider knows and we do not; the browser is told why on the sign-in page', async () => {
    const before = await house.database.one(sql`select count(*)::integer as grants from account_grant`);
    const came = await signIn('sub-nobody');
    expect([came.answer.status, came.answer.headers.get('location'), came.session]).toEqual([
      303,
      '/sign-in?refused=accounts.provider-unknown',
      undefined,
    ]);
    const page = await (await fetch(`${linking.address}/api/v1/session?refused=accounts.provider-unknown`)).json();
    expect((page as { refused: { zh: string; en: string } }).refused).toMatchObject({
      zh: expect.stringContaining('没有关联'),
      en: expect.stringContaining('not linked'),
    });
    expect(((await (await fetch(`${linking.address}/api/v1/session?refused=accounts.made-up`)).json()) as { refused: null }).refused).toBeNull();
    expect(await house.database.one(sql`select count(*)::integer as grants from account_grant`)).toEqual(before);
    const [told] = await house.database.query<{ after: object }>(sql`
      select after from audit_entry where verb = 'account.sign-in-failed' order by entry_id desc limit 1`);
    expect(told?.after).toEqual({ reason: 'accounts.provider-unknown', provider: oidc.issuer });
  });

  test('an account that is disabled, or whose holder has left', async () => {
    const disabled = await person('closed', { subject: 'sub-closed' });
    await house.database.execute(sql`update account set disabled_at = now() where account_id = ${disabled}`);
    expect(await codeOf(await signIn('sub-closed', asProgram))).toBe('accounts.disabled');
    const left = await person('left', { subject: 'sub-left' });
    await house.database.execute(sql`update account set leaves_on = ${clock.today()}::date where account_id = ${left}`);
    expect(await codeOf(await signIn('sub-left', asProgram))).toBe('accounts.disabled');
  });

  test('an account with a second factor, where the provider checked none', async () => {
    const account = await person('factor', { subject: 'sub-factor' });
    await house.database.execute(sql`update account set totp_confirmed_at = now() where account_id = ${account}`);
    expect(await codeOf(await signIn('sub-factor', asProgram))).toBe('accounts.provider-second-factor');
    await house.database.transaction((tx) =>
      linkIdentity(tx, house.keys, account, { issuer: oidc.issuer, subject: 'sub-factor-mfa' }, null, clock.now()),
    );
    expect(await meOf(await signIn('sub-factor-mfa'))).toMatchObject({ login: 'factor', owes: null });
  });

  test('a person who goes away at the provider', async () => {
    expect(await codeOf(await signIn('', asProgram))).toBe('accounts.provider-refused');
  });

  test('an address of another site to go on to', async () => {
    await person('next', { subject: 'sub-next' });
    for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example', '/api/v1/me']) {
      const came = await signIn('sub-next', { next });
      expect(came.answer.headers.get('location'), next).toBe('/');
    }
  });
});

describe('a first sign-in by the same user name', () => {
  test('links the account where that is declared, gives nothing, and is told', async () => {
    const account = await person('zhao');
    expect(await codeOf(await signIn('sub-zhao', asProgram))).toBe('accounts.provider-unknown');
    const before = await house.database.query(sql`select * from account_grant where account_id = ${account}`);
    const came = await signIn('sub-zhao', { at: matching });
    expect(await meOf(came, matching)).toMatchObject({ login: 'zhao' });
    expect(await house.database.query(sql`select * from account_grant where account_id = ${account}`)).toEqual(before);
    const told = await house.database.query<{ verb: string }>(sql`select verb from audit_entry where account = ${account} order by entry_id`);
    expect(told.map(({ verb }) => verb)).toEqual(['accounts.link', 'account.sign-in']);
    // From now on the link counts, wherever it is asked.
    expect(await meOf(await signIn('sub-zhao'))).toMatchObject({ login: 'zhao' });
  });

  test('never links an administrator, nor an account that is linked with somebody else', async () => {
    await person('boss', { role: 'system_administrator', area: '522300' });
    expect(await codeOf(await signIn('sub-boss', { at: matching, ...asProgram }))).toBe('accounts.provider-unknown');
    await person('taken', { subject: 'somebody-else' });
    expect(await codeOf(await signIn('sub-taken', { at: matching, ...asProgram }))).toBe('accounts.provider-unknown');
  });
});

test('an administrator who comes without a second factor owes one', async () => {
  await person('auditor', { subject: 'sub-auditor', role: 'audit_administrator', area: '522300' });
  expect(await meOf(await signIn('sub-auditor'))).toMatchObject({ owes: 'second-factor' });
});

test('the system and the security administrator link and unlink; nobody else; an identity belongs to one account', async () => {
  const [one, two] = [await person('one'), await person('two')];
  const machine = { database: house.database, keys: house.keys, clock };
  const as = async (role: string): Promise<string> => {
    const { cookie, account } = await signedIn(machine, [{ role, area: '522300', department: null }]);
    await house.database.execute(
      sql`update account set totp_confirmed_at = ${role.endsWith('administrator') ? clock.now() : null} where account_id = ${account}`,
    );
    return cookie;
  };
  const link = (cookie: string, account: number, method = 'PUT'): Promise<Response> =>
    fetch(`${linking.address}/api/v1/accounts/${account}/identity`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(method === 'PUT' && { body: JSON.stringify({ subject: 'sub-linked' }) }),
      ...(method === 'DELETE' && { headers: { cookie } }),
    });
  expect((await link(await as('prefecture'), one)).status).toBe(403);
  const [system, security] = [await as('system_administrator'), await as('security_administrator')];
  expect((await link(system, one)).status).toBe(204);
  expect((await link(security, two)).status).toBe(409);
  const came = await signIn('sub-linked');
  expect(await meOf(came)).toMatchObject({ login: 'one' });
  expect((await link(security, one, 'DELETE')).status).toBe(204);
  expect((await meOf(came)).status).toBe(401);
  expect((await link(security, two)).status).toBe(204);
  expect(await meOf(await signIn('sub-linked'))).toMatchObject({ login: 'two' });
});

test('a provider that is down is said in both languages, and passwords still work', async () => {
  const down = await openHouse(machineWith({ ...oidc, issuer: `http://127.0.0.1:${await freePort()}` }), { port: 0, version: '0.0.0' });
  try {
    const answer = await fetch(`${down.address}/api/v1/session/provider`, { redirect: 'manual' });
    expect([answer.status, await answer.json()]).toMatchObject([
      500,
      { code: 'accounts.provider-down', zh: expect.stringContaining('用户名和密码'), en: expect.stringContaining('password') },
    ]);
    const page = await fetch(`${down.address}/api/v1/session/provider`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(page.headers.get('location')).toBe('/sign-in?refused=accounts.provider-down');
    expect(lines.some((line) => line.includes('provider-not-reached'))).toBe(true);
    const wrong = await fetch(`${down.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'li', password: 'wrong' }),
    });
    expect(wrong.status).toBe(401);
  } finally {
    await down.close();
  }
});

test('the log holds no secret of the way', async () => {
  const said = lines.join('');
  expect(said).not.toContain(clientSecret);
  expect(said).not.toMatch(/eyJ[\w-]+\./);
  expect(said).not.toMatch(/[?&](code|state)=/);
});
