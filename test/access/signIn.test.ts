/** Signing in and what follows from it: locks, second factor, sessions, tokens, and who may give what to whom. */
import sql from 'sql-template-tag';
import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAccount } from '#features/accounts/accounts.ts';
import { settleDemoAccounts } from '#features/accounts/demoAccounts.ts';
import { makeFirstAdministrator } from '#features/accounts/firstAdministrator.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { createHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase } from '#platform/database/testDatabase.ts';
import type { Machine } from '#platform/machine.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as the test knows them
  readonly body: any;
  readonly cookie: string;
}

const clock = jumpableClock('2024-06-30');
const password = 'Quite-long-7391';
let address = 1;
let house: TestHouse;
let machine: Machine;
let app: Awaited<ReturnType<typeof createHouse>>;

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  machine = testMachine({ ...house, keys: openKeys(house.dataFolder), clock });
  app = await createHouse(machine, { version: '0.0.0' });
});
afterAll(async () => {
  await app.close();
  await house.close();
});
beforeEach(() => {
  clock.jump({ hours: 2 });
  address++;
});

async function call(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  cookie = '',
  payload?: object,
  bearer?: string,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie, ...(bearer && { authorization: `Bearer ${bearer}` }) },
    remoteAddress: `127.0.0.${address}`,
    ...(payload && { payload }),
  });
  const set = String(answer.headers['set-cookie'] ?? '');
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json(), cookie: set.split(';')[0] ?? '' };
}
const enter = (login: string, secret = password, code?: string): Promise<Answer> =>
  call('POST', '/session', '', { login, password: secret, ...(code && { code }) });

async function person(login: string, role?: string, area = '522300', department: string | null = null): Promise<number> {
  return house.database.transaction(async (tx) => {
    const { account } = await makeAccount(tx, house.keys, { login, name: login, phone: '', madeBy: null, password });
    if (role) await giveGrant(tx, 'machine', account, { role, area, department, from: '2024-01-01', to: null });
    return account;
  });
}

test('without a session everything but signing in answers 401, and a wrong name looks like a wrong password', async () => {
  expect(await call('GET', '/board')).toMatchObject({ status: 401, body: { code: 'accounts.sign-in-first' } });
  await person('li', 'county', '522301');
  const unknown = await enter('nobody');
  const wrong = await enter('li', 'Something-else-1');
  expect([unknown.status, unknown.body.code, unknown.body.zh]).toEqual([wrong.status, wrong.body.code, wrong.body.zh]);
  expect(unknown.body.code).toBe('accounts.wrong');
  expect((await call('GET', '/board', 'anju=forged')).body.code).toBe('accounts.session-over');
});

test('signed in, the screens learn who it is; signing out ends it', async () => {
  await person('wang', 'county', '522301');
  const { status, body, cookie } = await enter(' WANG ');
  expect([status, body.login, body.grants[0]]).toMatchObject([200, 'wang', { role: 'county', areaName: '兴义市' }]);
  expect((await call('GET', '/board?area=522301', cookie)).status).toBe(200);
  expect((await call('GET', '/board?area=522323', cookie)).status).toBe(404);
  expect((await call('DELETE', '/session', cookie)).status).toBe(204);
  expect((await call('GET', '/me', cookie)).status).toBe(401);
});

test('the fifth failure locks the name for a while, longer each time, and whether or not somebody has it', async () => {
  await person('zhao', 'street', '522301001');
  for (const login of ['zhao', 'not-there']) {
    for (let at = 0; at < 5; at++) expect((await enter(login, 'Wrong-password-1')).status).toBe(401);
    expect(await enter(login)).toMatchObject({ status: 429, body: { code: 'accounts.locked', params: { minutes: 1 } } });
    clock.jump({ minutes: 2 });
    expect((await enter(login, 'Wrong-password-1')).status).toBe(401);
    expect(await enter(login)).toMatchObject({ status: 429, body: { params: { minutes: 2 } } });
  }
  clock.jump({ minutes: 5 });
  expect((await enter('zhao')).status).toBe(200);
});

test('a session ends after half an hour without a request, and after twelve hours whatever happens', async () => {
  await person('sun', 'county', '522301');
  const { cookie } = await enter('sun');
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    clock.jump({ minutes: 20 });
    expect((await call('GET', '/me', cookie)).status, `${minutes}`).toBe(200);
  }
  clock.jump({ minutes: 21 });
  expect((await call('GET', '/me', cookie)).status).toBe(401);
  const second = await enter('sun');
  clock.jump({ minutes: 31 });
  expect((await call('GET', '/me', second.cookie)).body.code).toBe('accounts.session-over');
});

test('own sessions are seen, and closed from one of them', async () => {
  await person('zhou', 'county', '522301');
  const [first, second] = [await enter('zhou'), await enter('zhou')];
  expect((await call('GET', '/me/sessions', first.cookie)).body.sessions.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([
    false,
    true,
  ]);
  expect((await call('DELETE', '/me/sessions', first.cookie)).status).toBe(204);
  expect([(await call('GET', '/me', first.cookie)).status, (await call('GET', '/me', second.cookie)).status]).toEqual([200, 401]);
});

test('a new account changes its password before anything else; weak and former ones are refused', async () => {
  const { password: first } = await house.database.transaction(async (tx) => {
    const made = await makeAccount(tx, house.keys, { login: 'wu', name: '吴', madeBy: null });
    await giveGrant(tx, 'machine', made.account, { role: 'county', area: '522301', department: null, from: '2024-01-01', to: null });
    return made;
  });
  const { cookie, body } = await enter('wu', first);
  expect(body.owes).toBe('password');
  expect((await call('GET', '/board', cookie)).body.code).toBe('accounts.change-password-first');
  const change = (current: string, next: string): Promise<Answer> => call('PUT', '/me/password', cookie, { current, next });
  for (const next of ['short-1A', 'alllowercase', 'Wu-secret-7391', 'Good-1234-good', 'Password-7391']) {
    expect((await change(first, next)).body.code, next).toBe('accounts.password-weak');
  }
  expect((await change('wrong', password)).body.code).toBe('accounts.wrong');
  expect((await change(first, password)).status).toBe(204);
  expect((await change(password, 'Another-one-8264')).status).toBe(204);
  expect((await change('Another-one-8264', password)).body.code).toBe('accounts.password-used');
  expect((await call('GET', '/board?area=522301', cookie)).status).toBe(200);
  clock.jump({ days: 91 });
  expect((await enter('wu', 'Another-one-8264')).body.owes).toBe('password');
});

test('the second factor: set up, asked for, each code once, recovery codes once', async () => {
  await person('zheng', 'county', '522301');
  const { cookie } = await enter('zheng');
  const { secret } = (await call('POST', '/me/second-factor', cookie)).body;
  const code = (): Promise<string> => generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) });
  expect((await call('PUT', '/me/second-factor', cookie, { code: '000000' })).body.code).toBe('accounts.code-wrong');
  const { codes } = (await call('PUT', '/me/second-factor', cookie, { code: await code() })).body;
  expect(codes).toHaveLength(10);
  expect((await enter('zheng')).body.code).toBe('accounts.code-needed');
  expect((await enter('zheng', password, await code())).body.code).toBe('accounts.code-wrong');
  clock.jump({ minutes: 1 });
  const now = await code();
  const both = await Promise.all([enter('zheng', password, now), enter('zheng', password, now)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await enter('zheng', password, codes[3])).status).toBe(200);
  expect((await enter('zheng', password, codes[3])).status).toBe(401);
});

test('a token does less than its account, until its day', async () => {
  await person('feng', 'county', '522301');
  const { cookie } = await enter('feng');
  expect((await call('POST', '/me/tokens', cookie, { name: 'x', permissions: ['accounts.change'], days: 30 })).body.code).toBe(
    'accounts.token-permissions',
  );
  const { token } = (await call('POST', '/me/tokens', cookie, { name: '大屏', permissions: ['boards.read'], days: 30 })).body;
  expect((await call('GET', '/board?area=522301', '', undefined, token)).status).toBe(200);
  expect((await call('GET', '/households', '', undefined, token)).status).toBe(403);
  expect((await call('GET', '/me', '', undefined, token)).status).toBe(403);
  clock.jump({ days: 31 });
  expect((await call('GET', '/board', '', undefined, token)).status).toBe(401);
});

test('a person who has left, or is closed, is out at once', async () => {
  const account = await person('chen', 'county', '522301');
  const { cookie } = await enter('chen');
  await house.database.transaction(async (tx) => {
    const { changeAccount } = await import('#features/accounts/accounts.ts');
    await changeAccount(tx, house.keys, account, { leavesOn: clock.today() }, clock.now());
  });
  expect((await call('GET', '/me', cookie)).status).toBe(401);
  expect((await enter('chen')).body.code).toBe('accounts.disabled');
});

test('a wrong present password counts as a failure to sign in does', async () => {
  await person('jiang', 'county', '522301');
  const { cookie } = await enter('jiang');
  const change = (): Promise<Answer> => call('PUT', '/me/password', cookie, { current: 'Wrong-one-1', next: 'Another-one-8264' });
  for (let at = 0; at < 5; at++) expect((await change()).body.code).toBe('accounts.wrong');
  expect(await change()).toMatchObject({ status: 429, body: { code: 'accounts.locked' } });
});

test('what is typed into the field of the name is kept only where it is a name: it may be a password', async () => {
  await person('qian', 'county', '522301');
  await enter('qian', 'Wrong-password-1');
  await enter('Typed-into-the-wrong-field-7', 'x');
  const told = await house.database.query<{ name: string }>(sql`
    select name from audit_entry where verb = 'account.sign-in-failed' order by entry_id desc limit 2`);
  expect(told.map(({ name }) => name)).toEqual(['未知用户名', 'qian']);
});

test('passwords are kept as argon2id with the costs that OWASP asks, tokens and sessions as hashes', async () => {
  const account = await person('han', 'county', '522301');
  const { cookie } = await enter('han');
  const { token } = (await call('POST', '/me/tokens', cookie, { name: 'x', permissions: ['boards.read'], days: 1 })).body;
  const { hash } = await house.database.one<{ hash: string }>(sql`select password_hash as hash from account where account_id = ${account}`);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const kept = await house.database.query<{ row: string }>(sql`
    select session::text as row from session where account_id = ${account} union all select access_token::text from access_token where account_id = ${account}`);
  expect(kept).toHaveLength(2);
  for (const { row } of kept) expect([token, cookie.split('=')[1]].some((secret) => row.includes(secret))).toBe(false);
  expect(JSON.stringify((await call('GET', '/me/tokens', cookie)).body)).not.toContain(token);
});

test('the administrator ends all sessions of somebody else in one call', async () => {
  const account = await person('lost-phone', 'county', '522301');
  const sessions = [await enter('lost-phone'), await enter('lost-phone')];
  const admin = await signedIn(machine, [{ role: 'system_administrator', area: '522300', department: null }], { hasSecondFactor: true });
  expect((await call('DELETE', `/accounts/${account}/sessions`, sessions[0]?.cookie)).status).toBe(403);
  expect((await call('DELETE', `/accounts/${account}/sessions`, admin.cookie)).status).toBe(204);
  for (const { cookie } of sessions) expect((await call('GET', '/me', cookie)).body.code).toBe('accounts.session-over');
  expect((await call('DELETE', '/accounts/999999/sessions', admin.cookie)).status).toBe(404);
  const [told] = await house.database.query(sql`select account, object_key, after from audit_entry where verb = 'accounts.sign-out'`);
  expect(told).toEqual({ account: admin.account, object_key: String(account), after: { sessions: 2 } });
});

test('by https the cookie is one that only this host can set, and no other is taken; a proxy is believed only where it is named', async () => {
  await person('shen', 'county', '522301');
  const behind = await createHouse(
    { ...machine, settings: { ...machine.settings, hosts: ['anju.example'], proxies: ['10.9.0.0/16'] } },
    { version: '0' },
  );
  const signInFrom = (remoteAddress: string) =>
    behind.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress,
      headers: { host: 'anju.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' },
      payload: { login: 'shen', password },
    });
  const named = await signInFrom('10.9.1.1');
  const cookie = String(named.headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-anju=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(named.headers['strict-transport-security']).toBe('max-age=31536000');
  const secret = /=([\w-]+);/.exec(cookie)?.[1] ?? '';
  const me = (name: string) =>
    behind.inject({
      url: '/api/v1/me/sessions',
      remoteAddress: '10.9.1.1',
      headers: { host: 'anju.example', 'x-forwarded-proto': 'https', cookie: `${name}=${secret}` },
    });
  expect((await me('anju')).statusCode).toBe(401);
  expect((await me('__Host-anju')).json().sessions[0].address).toBe('203.0.113.7');
  const unnamed = await signInFrom('10.8.1.1');
  expect(String(unnamed.headers['set-cookie'])).toMatch(/^anju=/);
  expect(unnamed.headers['strict-transport-security']).toBeUndefined();
  const seen = await house.database.query<{ address: string }>(sql`select address from session order by session_id desc limit 1`);
  expect(seen).toEqual([{ address: '10.8.1.1' }]);
  await behind.close();
});

test('the accounts of the demonstration are closed, with their sessions, wherever it does not run', async () => {
  await settleDemoAccounts(house.database, house.keys, true, clock.today());
  const demo = { login: 'county', password: 'Anju-demo-2024' };
  const opened = await enter(demo.login, demo.password);
  expect(opened.status).toBe(200);
  await settleDemoAccounts(house.database, house.keys, false, clock.today());
  expect((await call('GET', '/me', opened.cookie)).status).toBe(401);
  expect((await enter(demo.login, demo.password)).body.code).toBe('accounts.disabled');
  expect((await call('GET', '/session')).body.demo).toEqual([]);
});

test('a new house has one administrator with a password for one use', async () => {
  const empty = await createTestDatabase(2);
  const made = await makeFirstAdministrator(empty.database, house.keys, clock.today());
  expect(made).toMatchObject({ login: 'admin', password: expect.stringMatching(/^[A-Z]{4}-[a-z]{4}-[2-9]{4}$/) });
  const accounts = await empty.database.query(sql`
    select login, must_change, role, area_code from account join account_grant using (account_id)`);
  expect(accounts).toEqual([{ login: 'admin', must_change: true, role: 'system_administrator', area_code: '522300' }]);
  expect(await makeFirstAdministrator(empty.database, house.keys, clock.today())).toBeUndefined();
  await empty.drop();
});

describe('who may give what', () => {
  const give = (cookie: string, account: number, role: string, area: string, department: string | null = null): Promise<Answer> =>
    call('POST', `/accounts/${account}/grants`, cookie, { role, area, department });

  test('never a role, area or department that the giver does not hold, and nothing to oneself', async () => {
    const self = await person('county-lead', 'county', '522301');
    const { cookie } = await enter('county-lead');
    const other = await person('other');
    expect((await give(cookie, other, 'street', '522301001')).status).toBe(201);
    expect((await give(cookie, other, 'department', '522301', '教育局')).status).toBe(201);
    expect((await give(cookie, other, 'department', '522301', '没有这个局')).body.code).toBe('accounts.grant-department');
    expect((await give(cookie, other, 'community', '522323A001')).body.code).toBe('accounts.grant-beyond');
    expect((await give(cookie, other, 'prefecture', '522300')).body.code).toBe('accounts.grant-beyond');
    expect((await give(cookie, other, 'county', '522301001')).body.code).toBe('accounts.grant-level');
    expect((await give(cookie, other, 'king', '522301')).body.code).toBe('accounts.role-unknown');
    expect((await give(cookie, self, 'street', '522301001')).body.code).toBe('accounts.grant-own');
    expect((await give(cookie, 999_999, 'street', '522301001')).status).toBe(404);
  });

  test('three administrators are three people and see no household', async () => {
    await person('somebody');
    expect(await makeFirstAdministrator(house.database, house.keys, clock.today())).toBeUndefined();
    const system = await person('sys', 'system_administrator');
    const { cookie } = await enter('sys');
    expect((await call('GET', '/me', cookie)).body.owes).toBe('second-factor');
    expect((await call('GET', '/accounts', cookie)).body.code).toBe('accounts.second-factor-first');
    await house.database.execute(sql`update account set totp_confirmed_at = now() where account_id = ${system}`);
    const security = await person('sec');
    expect((await give(cookie, security, 'security_administrator', '522300')).status).toBe(201);
    const more = await person('sec2');
    expect((await give(cookie, more, 'security_administrator', '522300')).body.code).toBe('accounts.grant-beyond');
    expect((await give(cookie, more, 'county', '522301')).body.code).toBe('accounts.grant-beyond');
    await expect(
      house.database.transaction((tx) =>
        giveGrant(tx, 'machine', security, { role: 'county', area: '522301', department: null, from: '2024-01-01', to: null }),
      ),
    ).rejects.toMatchObject({ code: 'accounts.grant-apart' });
    for (const path of ['/households', '/board', '/warnings', '/registers', '/imports']) expect((await call('GET', path, cookie)).status).toBe(403);
  });
});
