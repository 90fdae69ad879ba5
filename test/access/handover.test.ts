/** Posts change hands: deputies who act as themselves for somebody, leavers whose grants and sessions end, successors who take over with the open work; never more than the giver may give. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformActor } from '#features/audit/actor.ts';
import type { Me, PostShown } from '#features/accounts/contract.ts';
import { createHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import type { Machine } from '#platform/machine.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { householdCsv, householdHeader, idNumber, people, send, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

let one: TestDatabase;
let machine: Machine;
let app: Awaited<ReturnType<typeof createHouse>>;
const folder = mkdtempSync(join(tmpdir(), 'anju-handover-'));
const clock = jumpableClock('2026-06-30');

beforeAll(async () => {
  one = await createTestDatabase(6);
  machine = testMachine({ dataFolder: folder, database: one.database, keys: openKeys(folder), clock });
  app = await createHouse(machine, { version: '0.0.0' });
  const house: TestHouse = { ...machine, clock, dataFolder: folder, actor: platformActor };
  await settle(house);
  const many = Array.from({ length: 12 }, (_, at) =>
    (householdCsv.trim().split('\n')[1] ?? '')
      .replace('H-0001', `H-1${at}`)
      .replace('|1|101|', `|1|2${at + 10}|`)
      .replace(people.wang.id, idNumber('1970-01-01', 21 + at)),
  );
  await send(house, [householdHeader, ...many].join('\n'), { dataDate: '2024-03-01' });
  expect((await send(house, householdCsv, { dataDate: '2024-04-01', mode: 'full', covers: ['522301A001'], statedBy: '别人' })).state).toBe('waiting');
});
afterAll(async () => {
  await app.close();
  await one.drop();
  rmSync(folder, { recursive: true });
});

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

async function ask<Body = Record<string, unknown>>(
  cookie: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload?: object,
): Promise<Answer<Body>> {
  const answer = await app.inject({ method, url: `/api/v1${path}`, headers: { cookie }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as Body };
}

const county = (code: string) => [{ role: 'county', area: code, department: null }] as const;
const grantsOf = (account: number): Promise<unknown[]> =>
  one.database.query(sql`select role, area_code, valid_from, valid_to, stands_for is not null as stands from account_grant
    where account_id = ${account} and revoked_at is null order by grant_id`);
const entry = async (verb: string): Promise<{ name: string; object_key: string; after: object } | undefined> =>
  (
    await one.database.query<{ name: string; object_key: string; after: object }>(
      sql`select name, object_key, after from audit_entry where verb = ${verb} order by entry_id desc limit 1`,
    )
  )[0];

test('a deputy acts as themself for the absent person, within the absence, and only when they say so', async () => {
  const lead = await signedIn(machine);
  const absent = await signedIn(machine, county('522301'));
  const deputy = await signedIn(machine, county('522323'));
  const order = { deputy: deputy.login, from: '2026-07-01', to: '2026-07-10' };
  expect(await ask(lead.cookie, 'POST', `/accounts/${absent.account}/deputy`, order)).toEqual({ status: 200, body: { grants: 1 } });
  expect(await entry('grants.deputise')).toMatchObject({
    object_key: String(absent.account),
    after: { deputy: deputy.login, to: '2026-07-10', grants: 1 },
  });
  const acting = () => ask(deputy.cookie, 'PUT', '/me/acting', { account: absent.account });
  expect((await acting()).status).toBe(403);
  clock.set('2026-07-02');
  await one.database.execute(sql`update session set opened_at = ${clock.now()}, seen_at = ${clock.now()}`);
  const sees = async (): Promise<string[]> => {
    const { body } = await ask<{ total: number; rows: { no: string }[] }>(deputy.cookie, 'GET', '/households?size=200');
    return [...new Set(body.rows.map(({ no }) => no))];
  };
  expect(await sees()).toEqual([]);
  const me = await ask<Me>(deputy.cookie, 'GET', '/me');
  expect(me.body).toMatchObject({ deputyFor: [{ account: absent.account, to: '2026-07-10' }], actsFor: null });
  expect((await acting()).status).toBe(204);
  expect((await sees()).length).toBeGreaterThan(10);
  await ask(deputy.cookie, 'GET', '/households/H-0001');
  expect((await entry('households.read'))?.name).toBe(`测试${deputy.login}（${deputy.login}）代 测试${absent.login}`);
  // While acting, one's own area is out of sight; back again it is as before.
  expect((await ask<Me>(deputy.cookie, 'GET', '/me')).body.grants.map(({ area }) => area)).toEqual(['522301']);
  expect((await ask(deputy.cookie, 'PUT', '/me/acting', { account: null })).status).toBe(204);
  expect(await sees()).toEqual([]);
  // What the absent person loses, the deputy loses.
  await acting();
  await one.database.execute(sql`update account_grant set revoked_at = now() where account_id = ${absent.account}`);
  expect((await ask(deputy.cookie, 'GET', '/households')).status).toBe(403);
  clock.set('2026-06-30');
});

test('nobody passes on a role or an area that they do not hold, nor to themself', async () => {
  const giver = await signedIn(machine, county('522301'));
  const other = await signedIn(machine, county('522323'));
  const lead = await signedIn(machine);
  const own = await signedIn(machine, [{ role: 'community', area: '522301A001', department: null }]);
  const grid = await signedIn(machine, [{ role: 'grid_worker', area: '522301001901', department: null }]);
  const before = await one.database.one(
    sql`select count(*) as grants, (select count(*) from audit_entry where verb like 'grants.%') as entries from account_grant`,
  );
  const to = '2026-08-01';
  for (const [path, body] of [
    [`/accounts/${other.account}/deputy`, { deputy: own.login, to }],
    [`/accounts/${lead.account}/handover`, { successor: own.login }],
    [`/accounts/${other.account}/leave`, { on: '2026-07-01' }],
  ] as const)
    expect((await ask(giver.cookie, 'POST', path, body)).body).toMatchObject({ code: 'accounts.post-beyond' });
  expect((await ask(giver.cookie, 'POST', `/accounts/${own.account}/handover`, { successor: giver.login })).body).toMatchObject({
    code: 'accounts.grant-own',
  });
  expect((await ask(giver.cookie, 'POST', `/accounts/${own.account}/deputy`, { deputy: own.login, to })).body).toMatchObject({
    code: 'accounts.same-account',
  });
  expect((await ask(giver.cookie, 'POST', `/accounts/${own.account}/deputy`, { deputy: 'nobody', to })).status).toBe(404);
  expect((await ask(giver.cookie, 'POST', `/accounts/${own.account}/deputy`, { deputy: other.login, to: '2026-06-30' })).body).toMatchObject({
    code: 'accounts.deputy-dates',
  });
  expect((await ask(grid.cookie, 'POST', `/accounts/${own.account}/leave`, { on: '2026-07-01' })).status).toBe(403);
  expect((await ask(giver.cookie, 'GET', `/accounts/${other.account}/post`)).status).toBe(404);
  expect(
    await one.database.one(
      sql`select count(*) as grants, (select count(*) from audit_entry where verb like 'grants.%') as entries from account_grant`,
    ),
  ).toEqual(before);
});

test('a leaver: grants, tokens and sessions end with the day', async () => {
  const lead = await signedIn(machine);
  const leaver = await signedIn(machine, county('522301'));
  const { body } = await ask<{ token: string }>(leaver.cookie, 'POST', '/me/tokens', { name: '大屏', permissions: ['boards.read'], days: 300 });
  const byToken = async (): Promise<number> =>
    (await app.inject({ url: '/api/v1/board', headers: { authorization: `Bearer ${body.token}` } })).statusCode;
  expect((await ask(lead.cookie, 'POST', `/accounts/${leaver.account}/leave`, { on: '2026-07-01' })).body).toEqual({ grants: 1 });
  expect(await grantsOf(leaver.account)).toEqual([
    { role: 'county', area_code: '522301', valid_from: '2000-01-01', valid_to: '2026-07-01', stands: false },
  ]);
  expect([(await ask(leaver.cookie, 'GET', '/households')).status, await byToken()]).toEqual([200, 200]);
  clock.set('2026-07-01');
  await one.database.execute(sql`update session set opened_at = ${clock.now()}, seen_at = ${clock.now()}`);
  expect([(await ask(leaver.cookie, 'GET', '/households')).status, await byToken()]).toEqual([401, 401]);
  clock.set('2026-06-30');
  // On the day itself the open sessions close at once.
  const now = await signedIn(machine, county('522301'));
  await ask(lead.cookie, 'POST', `/accounts/${now.account}/leave`, { on: '2026-06-30' });
  expect((await ask(now.cookie, 'GET', '/me')).status).toBe(401);
  expect(await entry('grants.leave')).toMatchObject({ object_key: String(now.account), after: { leavesOn: '2026-06-30', grants: 1 } });
});

test('a post goes to a successor from the day on, with its open work', async () => {
  const lead = await signedIn(machine);
  const before = await signedIn(machine, county('522301'));
  const after = await signedIn(machine, []);
  const { body } = await ask<{ token: string }>(before.cookie, 'POST', '/me/tokens', { name: '对接', permissions: ['boards.read'], days: 300 });
  const post = await ask<PostShown>(lead.cookie, 'GET', `/accounts/${before.account}/post`);
  expect(post.body.work.map(({ kind, count }) => [kind, count])).toEqual([
    ['work-orders', 0],
    ['appeals', 0],
    ['imports-waiting', 1],
    ['aside-rows', 0],
    ['tokens', 1],
  ]);
  expect((await ask(lead.cookie, 'POST', `/accounts/${before.account}/handover`, { successor: after.login })).body).toEqual({ grants: 1 });
  expect(await grantsOf(after.account)).toEqual([{ role: 'county', area_code: '522301', valid_from: '2026-06-30', valid_to: null, stands: false }]);
  expect(await grantsOf(before.account)).toEqual([
    { role: 'county', area_code: '522301', valid_from: '2000-01-01', valid_to: '2026-06-30', stands: false },
  ]);
  expect((await ask(before.cookie, 'GET', '/households')).status).toBe(403);
  expect((await ask(after.cookie, 'GET', '/households')).status).toBe(200);
  expect((await app.inject({ url: '/api/v1/board', headers: { authorization: `Bearer ${body.token}` } })).statusCode).toBe(200);
  expect(await one.database.query(sql`select account_id from access_token where name = '对接'`)).toEqual([{ account_id: after.account }]);
  const shown = await ask<PostShown>(lead.cookie, 'GET', `/accounts/${before.account}/post`);
  expect(shown.body.handovers).toMatchObject([{ on: '2026-06-30', successor: `测试${after.login}`, doneAt: expect.any(String) }]);
  expect(await entry('grants.hand-over')).toMatchObject({ object_key: String(before.account), after: { successor: after.login, grants: 1 } });
});

test('a handover of a later day waits: grants change hands on the day, and so does the work', async () => {
  const lead = await signedIn(machine);
  const before = await signedIn(machine, county('522323'));
  const after = await signedIn(machine, []);
  await ask(before.cookie, 'POST', '/me/tokens', { name: '以后', permissions: ['boards.read'], days: 300 });
  await ask(lead.cookie, 'POST', `/accounts/${before.account}/handover`, { successor: after.login, on: '2026-07-05' });
  expect((await ask(before.cookie, 'GET', '/households')).status).toBe(200);
  expect((await ask(after.cookie, 'GET', '/households')).status).toBe(403);
  expect(await one.database.query(sql`select account_id from access_token where name = '以后'`)).toEqual([{ account_id: before.account }]);
  const { moveOpenWork } = await import('#features/accounts/handOver.ts');
  const { workSources } = await import('#features/workSources.ts');
  clock.set('2026-07-05');
  await one.database.transaction((tx) => moveOpenWork(tx, workSources, clock.today(), clock.now()));
  expect(await one.database.query(sql`select account_id from access_token where name = '以后'`)).toEqual([{ account_id: after.account }]);
  await one.database.execute(sql`update session set opened_at = ${clock.now()}, seen_at = ${clock.now()}`);
  expect((await ask(after.cookie, 'GET', '/households')).status).toBe(200);
  expect((await ask(before.cookie, 'GET', '/households')).status).toBe(403);
  clock.set('2026-06-30');
});
