/** Rights of persons over HTTP: who may ask for whom, what leaves the house, and that a restricted person is hidden from every role that does not answer for rights. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { platformActor } from '#features/audit/actor.ts';
import { createHouse } from '#main.ts';
import { jumpableClock } from '#platform/clock/clock.ts';
import { openKeys } from '#platform/crypto/keys.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';
import type { Machine } from '#platform/machine.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { people, settle } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

let one: TestDatabase;
let machine: Machine;
let app: Awaited<ReturnType<typeof createHouse>>;
const folder = mkdtempSync(join(tmpdir(), 'anju-rights-access-'));
const clock = jumpableClock('2024-06-30');
const request = (person: string) => ({ person, asker: 'self', purpose: '本人申请' });

beforeAll(async () => {
  one = await createTestDatabase(6);
  machine = testMachine({ dataFolder: folder, database: one.database, keys: openKeys(folder), clock });
  app = await createHouse(machine, { version: '0.0.0' });
  await settle({ ...machine, clock, dataFolder: folder, actor: platformActor });
});
afterAll(async () => {
  await app.close();
  await one.drop();
  rmSync(folder, { recursive: true });
});

const post = (cookie: string, path: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1/person-rights${path}`, headers: { cookie }, payload });
const lead = (area: string) => signedIn(machine, [{ role: 'county', area, department: null }]);
const entries = async (): Promise<number> =>
  (await one.database.one<{ n: number }>(sql`select count(*)::integer as n from audit_entry where verb like 'person-rights.%'`)).n;

test('a person of another county does not exist, whatever is asked and by whatever number', async () => {
  const { cookie } = await lead('522323');
  const before = await entries();
  for (const path of ['/person', '/export', '/correct', '/restrict', '/lift', '/plan', '/erase'])
    for (const person of ['P-0002', people.li.id, 'P-9999']) {
      const answer = await post(cookie, path, { ...request(person), ground: 'unlawful', register: 'person', row: 1, values: { education: '高中' } });
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'person-rights.person-not-found']);
    }
  expect(await entries()).toBe(before);
  expect((await app.inject({ url: '/api/v1/person-rights', headers: { cookie } })).json()).toEqual({ total: 0, rows: [] });
});

test('an erasure of another county cannot be confirmed, an own one only by somebody else', async () => {
  const [asks, confirms, other] = [await lead('522301'), await lead('522301'), await lead('522323')];
  const asked = await post(asks.cookie, '/erase', { ...request('P-0004'), ground: 'unlawful' });
  const { right } = asked.json() as { right: number };
  expect((await post(other.cookie, `/${right}/confirm`, {})).statusCode).toBe(404);
  expect((await post(asks.cookie, `/${right}/confirm`, {})).json()).toMatchObject({ code: 'person-rights.same-person' });
  expect(await one.database.query(sql`select name from person where person_no = 'P-0004'`)).toHaveLength(1);
  expect((await post(confirms.cookie, `/${right}/confirm`, {})).statusCode).toBe(200);
  expect(await one.database.query(sql`select name from person where person_no = 'P-0004'`)).toEqual([]);
  const { rows } = (await app.inject({ url: '/api/v1/person-rights', headers: { cookie: confirms.cookie } })).json() as { rows: object[] };
  expect(rows).toEqual([expect.objectContaining({ id: right, state: 'erasing', person: null })]);
  expect((await one.database.query(sql`select task_identifier from graphile_worker.jobs where task_identifier = 'finish-erasures'`)).length).toBe(1);
});

test('the package is a zip, told with who asked and why, and the request names no number in its address', async () => {
  const { cookie, login } = await lead('522301');
  const answer = await post(cookie, '/export', { ...request(people.li.id), asker: 'guardian', proof: '户口簿' });
  expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'application/zip', 'PK']);
  const [entry] = await one.database.query(
    sql`select name, purpose, after from audit_entry where verb = 'person-rights.export' order by entry_id desc limit 1`,
  );
  expect(entry).toEqual({
    name: `测试${login}（${login}）`,
    purpose: '本人申请',
    after: { person: 'P-0002', asker: 'guardian', proof: '户口簿', rows: 1 },
  });
});

test('restricted: hidden from community, grid worker and building leader, in every body; shown to the lead of the area', async () => {
  const county = await lead('522301');
  expect((await post(county.cookie, '/restrict', request('P-0002'))).statusCode).toBe(200);
  const others = [
    await signedIn(machine, [{ role: 'community', area: '522301A001', department: null }]),
    await signedIn(machine, [{ role: 'grid_worker', area: '522301001901', department: null }]),
    await signedIn(machine, [{ role: 'department', area: '522301', department: '公安局' }]),
    // A lead elsewhere who looks after a building here.
    await signedIn(machine, [
      { role: 'county', area: '522323', department: null },
      { role: 'work_team', area: '522301A001', department: null },
    ]),
  ];
  const urls = [
    '/households',
    '/households/H-0001',
    '/registers/person/rows',
    '/warnings?state=all',
    `/households?q=${people.li.id}`,
    `/households?q=${encodeURIComponent(people.li.name)}`,
  ];
  for (const { cookie } of others) {
    const bodies = await Promise.all(urls.map(async (url) => (await app.inject({ url: `/api/v1${url}`, headers: { cookie } })).body));
    expect(bodies.filter((body) => body.includes(people.li.name) || body.includes(people.li.id.slice(-4)))).toEqual([]);
    expect(bodies.slice(4).map((body) => (JSON.parse(body) as { total: number }).total)).toEqual([0, 0]);
    expect(bodies[1]).toContain('已限制');
  }
  const shown = await app.inject({ url: '/api/v1/households/H-0001', headers: { cookie: county.cookie } });
  expect(shown.body).toContain(people.li.name);
});
