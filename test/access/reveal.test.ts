/** Showing one hidden value: for a purpose, inside the area, so many times an hour, told in the log without the value. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#features/accounts/sessions.ts';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, people, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

let house: TestHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
let lead = { cookie: '', account: 0 };
let foreign = '';
let leader = '';

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  app = await createHouse(testMachine(house), { version: '0' });
  lead = await signedIn(house);
  foreign = (await signedIn(house, [{ role: 'county', area: '522323', department: null }])).cookie;
  leader = (await signedIn(house, [{ role: 'grid_worker', area: await communityOf('P-0001'), department: null }])).cookie;
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const communityOf = async (person: string): Promise<string> =>
  (await house.database.one<{ code: string }>(sql`select community_code as code from person where person_no = ${person}`)).code;

const order = { register: 'person', key: 'P-0001', field: 'id_no', purpose: 'verify-identity', reason: '现场核对身份证' };
async function reveal(cookie: string, change: object = {}) {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/people/reveal', headers: { cookie }, payload: { ...order, ...change } });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
}
const reveals = async (): Promise<number> =>
  (await house.database.one<{ n: number }>(sql`select count(*)::integer as n from audit_entry where verb = 'people.reveal'`)).n;

test('the value is answered once and kept nowhere on the way; the log says who, what for and at what, not the value', async () => {
  const { status, body, headers } = await reveal(lead.cookie);
  expect([status, body.value, headers['cache-control']]).toEqual([200, people.wang.id, 'no-store']);
  const entry = await house.database.one<Record<string, unknown>>(
    sql`select account, object_key, settlement_code, purpose, after, audit_entry::text as whole from audit_entry where verb = 'people.reveal'`,
  );
  expect(entry).toMatchObject({
    account: lead.account,
    object_key: 'person/P-0001/id_no',
    purpose: '核验身份：现场核对身份证',
    after: { register: 'person', field: '证件号码', number: 'P-0001' },
  });
  expect(entry['whole']).not.toContain(people.wang.id);
  expect((await reveal(lead.cookie, { field: 'name' })).body.value).toBe(people.wang.name);
  const { row_id: row } = await house.database.one<{ row_id: number }>(sql`select row_id from household where household_no = 'H-0001'`);
  expect((await reveal(lead.cookie, { register: 'household', key: undefined, row, field: 'head_id_no' })).body.value).toBe(people.wang.id);
});

test('without a purpose, a reason, a permission or a field that is hidden there is nothing', async () => {
  const before = await reveals();
  expect((await reveal(lead.cookie, { purpose: 'curiosity' })).status).toBe(422);
  expect((await reveal(lead.cookie, { reason: ' 看看    ' })).status).toBe(422);
  expect((await reveal(leader)).status).toBe(403);
  expect((await reveal(lead.cookie, { field: 'sex' })).body.code).toBe('people.not-revealed');
  expect(await reveals()).toBe(before);
});

test('what lies outside the area answers as what does not exist does', async () => {
  const [there, nowhere] = [await reveal(foreign), await reveal(foreign, { key: 'P-9999' })];
  expect([there.status, { ...there.body, requestId: '' }]).toEqual([404, { ...nowhere.body, requestId: '' }]);
});

test('of a person whose data are restricted only those hear who answer for such requests', async () => {
  const community = (await signedIn(house, [{ role: 'community', area: await communityOf('P-0001'), department: null }])).cookie;
  expect((await reveal(community)).status).toBe(200);
  await house.database.execute(sql`insert into person_restriction (person_no, right_id, since) values ('P-0001', 1, '2024-01-01')`);
  expect((await reveal(community)).body.code).toBe('people.restricted');
  expect((await reveal(community, { register: 'household', key: 'H-0001', field: 'head_id_no' })).body.code).toBe('people.restricted');
  expect((await reveal(lead.cookie)).status).toBe(200);
  await house.database.execute(sql`delete from person_restriction`);
});

test('after the number of an hour it is refused with a sentence, until the hour is over; others are not held up', async () => {
  const changed = await app.inject({ method: 'PUT', url: '/api/v1/settings', headers: { cookie: lead.cookie }, payload: { revealsPerHour: 2 } });
  expect(changed.json()).toMatchObject({ revealsPerHour: 2, goLive: null });
  expect(await house.database.query(sql`select object_key, before, after from audit_entry where verb = 'settings.change'`)).toEqual([
    { object_key: 'reveals_per_hour', before: { value: 30 }, after: { value: 2 } },
  ]);
  for (const revealsPerHour of [0, 1001, 2.5]) {
    const beyond = await app.inject({ method: 'PUT', url: '/api/v1/settings', headers: { cookie: lead.cookie }, payload: { revealsPerHour } });
    expect(beyond.statusCode).toBe(422);
  }
  const other = await signedIn(house);
  const answers = await Promise.all([1, 2, 3, 4].map(() => reveal(other.cookie)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({ code: 'people.too-many', params: { limit: 2, minutes: 60 } });
  expect(refused?.body.zh).toContain('60 分钟后再试');
  expect(refused?.body.en).toContain('60 min');
  const third = await signedIn(house);
  expect((await reveal(third.cookie)).body.left).toBe(1);
  house.clock.jump({ minutes: 61 });
  const { secret } = await house.database.transaction((tx) =>
    openSession(tx, other.account, { address: '127.0.0.1', agent: 'test' }, false, house.clock.now()),
  );
  expect((await reveal(`anju=${secret}`)).status).toBe(200);
});
