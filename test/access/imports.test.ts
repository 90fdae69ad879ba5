/** What people may bring: rows of their own area and their own registers, whatever the sheet or the address says; the rest is refused without a word about where it lies. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '#main.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { openTestHouse, people, settle, type TestHouse } from '../imports/house.ts';
import { testMachine } from '../fixtures/testMachine.ts';

let house: TestHouse;
let app: Awaited<ReturnType<typeof createHouse>>;
/** The street of 栗坪 and 洒金 in 兴义市, and the county of 青山. */
let street = '';
let steward = '';
let county = '';

beforeAll(async () => {
  house = await openTestHouse();
  await settle(house);
  app = await createHouse(testMachine(house), { version: '0' });
  street = (await signedIn(house, [{ role: 'community', area: '522301A001', department: null }])).cookie;
  steward = (await signedIn(house, [{ role: 'department', area: '522301', department: '教育局' }])).cookie;
  county = (await signedIn(house, [{ role: 'county', area: '522323', department: null }])).cookie;
});
afterAll(async () => {
  await app.close();
  await house.close();
});

async function post(cookie: string, path: string, payload: object = {}) {
  const answer = await app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { cookie }, payload });
  return { status: answer.statusCode, body: answer.json() };
}
const work = (cookie: string, person: string) =>
  post(cookie, '/imports/rows', {
    register: 'employment',
    dataDate: '2024-06-01',
    rows: [{ person_no: person, emp_status: '2', job_wish: '1', unemployed_on: '2024-05-01', confirmed_type: '1', confirmed_on: '2024-06-01' }],
  });
const stored = async (): Promise<number> => (await house.database.one<{ n: number }>(sql`select count(*)::integer as n from employment`)).n;

test('rows of the own settlement go in; those of a sibling are refused, and nothing names it', async () => {
  const own = (await work(street, people.wang.id)).body;
  expect(own).toMatchObject({ added: 1, refused: 0 });
  const before = await stored();
  const { body } = await work(street, people.zhao.id);
  expect(body).toMatchObject({ added: 0, refused: 1, problems: [{ code: 'imports.outside-reach' }] });
  expect(JSON.stringify(body)).not.toContain('522301A002');
  expect(await stored()).toBe(before);
});

test('a household of another area is not pulled over by stating one’s own settlement', async () => {
  const { body } = await post(street, '/imports/rows', {
    register: 'household',
    rows: [{ household_no: 'H-0002', settlement_code: '522301A001', community_code: '', building_code: '' }],
  });
  expect(body).toMatchObject({ changed: 0, refused: 1, problems: [{ code: 'imports.outside-reach' }] });
});

test('a steward brings the registers of the department alone', async () => {
  expect((await work(steward, people.wang.id)).body.code).toBe('imports.not-your-register');
  const pupil = { person_no: people.child.id, school_no: '', enrol_status: '1', grade: '6' };
  const { body } = await post(steward, '/imports/rows', { register: 'pupil', rows: [pupil] });
  expect(body.code ?? 'taken').toBe('taken');
});

test('covers and nil reports reach no further than the person', async () => {
  const foreign = await post(street, '/imports/nil', { register: 'visit', covers: ['522301A002'] });
  const unknown = await post(street, '/imports/nil', { register: 'visit', covers: ['522399A999'] });
  expect([foreign.status, foreign.body.code]).toEqual([unknown.status, unknown.body.code]);
  const { body } = await post(street, '/imports/nil', { register: 'visit' });
  expect(body.settlements).toEqual(['522301A001']);
  // Who reaches several settlements has to say which, or that all are meant.
  const wide = (await signedIn(house, [{ role: 'county', area: '522301', department: null }])).cookie;
  const before = await house.database.one<{ n: number }>(sql`select count(*)::integer as n from register_feed`);
  expect((await post(wide, '/imports/nil', { register: 'visit' })).body).toMatchObject({ code: 'imports.nil-for-many', params: { count: 2 } });
  expect(await house.database.one(sql`select count(*)::integer as n from register_feed`)).toEqual(before);
  expect((await post(wide, '/imports/nil', { register: 'visit', all: true })).body.settlements).toEqual(['522301A001', '522301A002']);
});

test('registers of the whole prefecture are not for a part of it', async () => {
  const row = { series: 'x', area: '522300', period: '2024', value: 1 };
  expect((await post(county, '/imports/rows', { register: 'reference_series', rows: [row] })).body.code).toBe('imports.not-your-register');
});

test('who may bring rows of the whole prefecture sees an import of which nothing went in', async () => {
  const bureau = (await signedIn(house, [{ role: 'department', area: '522300', department: '人社局' }])).cookie;
  const { body } = await post(bureau, '/imports/rows', {
    register: 'employment',
    dataDate: '2024-06-01',
    rows: [{ person_no: people.wang.id, emp_status: '1' }],
  });
  expect(body).toMatchObject({ added: 0, refused: 1 });
  const seen = await app.inject({ url: `/api/v1/imports/${body.import}`, headers: { cookie: bureau } });
  expect(seen.json()).toMatchObject({ id: body.import, refused: 1, problemTotal: expect.any(Number) });
  const list = await app.inject({ url: '/api/v1/imports', headers: { cookie: bureau } });
  expect(list.json().rows.map(({ id }: { id: number }) => id)).toContain(body.import);
});

test('an import is undone by who sees all of it', async () => {
  const whole = await house.database.one<{ import_id: number }>(
    sql`select import_id from import_run where register = 'household' order by 1 limit 1`,
  );
  expect((await post(street, `/imports/${whole.import_id}/undo`)).body.code).toBe('imports.reaches-beyond');
  expect((await post(county, `/imports/999999/undo`)).status).toBe(404);
  const own = await work(street, people.li.id);
  expect((await post(county, `/imports/${own.body.import}/undo`)).status).toBe(404);
  expect((await post(street, `/imports/${own.body.import}/undo`)).status).toBe(200);
});
