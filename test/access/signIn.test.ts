/** Signing in and what follows from it: locks, second factor, sessions, tokens, and who may give what to whom. */
import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAccount } from '#features/accounts/accounts.ts';
import { makeFirstAdministrator } from '#features/accounts/firstAdministrator.ts';
import { giveGrant } from '#features/accounts/grants.ts';
import { createHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { silentLog } from '#platform/log/log.ts';
import type { Machine } from '#platform/machine.ts';
import { openTestHouse, settle, type TestHouse } from '../imports/house.ts';

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
let app: Awaited<ReturnType<typeof createHouse>>;

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  const machine: Machine = {
    settings: { dataFolder: house.dataFolder, hosts: [] },
    database: house.database,
    keys: openKeys(house.dataFolder),
    clock,
    log: silentLog,
    close: async () => {},
    abandon: async () => {},
  };
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
    await house.database.execute(
      (await import('sql-template-tag')).default`update account set totp_confirmed_at = now() where account_id = ${system}`,
    );
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
