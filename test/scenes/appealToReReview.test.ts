/** An appeal through the rules of petitions: taken down, accepted on the twelfth day, returned, given anew, extended, answered, not satisfying, reviewed by the county, re-reviewed by the prefecture; the register and the facts follow. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentOf } from '#features/evaluation/moment.ts';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { type AppealHouse, openAppealHouse } from '../appeals/house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
});
afterAll(() => house.close());

const dayOf = (moment: string | null): string | null =>
  moment === null ? null : new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

interface Row {
  accepted_at: string;
  due_at: string;
  closed_at: string | null;
  result: string | null;
  review_stage: string;
  handler_org: string | null;
  returns: string | null;
  satisfaction: string | null;
}
const row = (no: string): Promise<Row> => house.database.one<Row>(sql`select * from appeal where appeal_no = ${no}`);

interface Facts {
  appeal_open: boolean;
  limit_used: number;
  overdue_wd: number;
  unsatisfied: boolean;
}
async function factsOf(no: string): Promise<Facts> {
  const day = house.clock.today();
  await evaluate(house.database, { day, moment: momentOf(day, house.clock.now()) });
  return house.database.one<Facts>(sql`select * from appeal_fact where subject_key = ${no} order by as_of desc limit 1`);
}

test('from the counter to the last review', async () => {
  house.clock.set('2024-07-01T10:00:00+08:00');
  const receipt = await house.take({ track: '2', nature: '6', person: 'P-0001', content: '拆旧复垦的补偿款少算了两间房，请求核实补发。' });
  expect(receipt.no).toBe('SQ000000001');
  expect(receipt.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
  expect(dayOf(receipt.acceptBy)).toBe('2024-07-16');
  const { no } = receipt;
  expect((await house.follow(receipt)).steps.map(({ zh }) => zh)).toEqual(['您提交了诉求']);

  house.clock.set('2024-07-12T15:00:00+08:00');
  await house.move('street', no, 'accept', { urgency: '3' });
  // Sixty days from acceptance, not from coming.
  expect([dayOf((await row(no)).accepted_at), dayOf((await row(no)).due_at)]).toEqual(['2024-07-12', '2024-09-10']);

  await house.move('street', no, 'dispatch', { unit: 'department:教育局' });
  expect((await row(no)).handler_org).toBe('教育局');
  house.clock.set('2024-07-15T09:30:00+08:00');
  const due = (await row(no)).due_at;
  await house.move('education', no, 'return', { reason: '1', evidence: '补偿款由自然资源部门核算' });
  expect([(await row(no)).due_at, (await row(no)).handler_org]).toEqual([due, null]);
  expect((await row(no)).returns).toContain('不属本单位职责');
  expect(await house.ask('education', 'GET', `/appeals/${no}`)).toMatchObject({ status: 404 });

  await house.move('street', no, 'dispatch', { unit: 'department:民政局' });
  house.clock.set('2024-07-24T09:30:00+08:00');
  expect(await house.ask('civil', 'POST', `/appeals/${no}/return`, { reason: '1', evidence: '不是我们' })).toMatchObject({
    status: 409,
    body: { code: 'appeals.move-conflict', zh: expect.stringContaining('已过退回期限') },
  });
  expect(await house.ask('civil', 'POST', `/appeals/${no}/extend`, { until: '2024-12-31', note: '须实地测量' })).toMatchObject({
    status: 422,
    body: { code: 'appeals.extension-too-long' },
  });
  await house.move('civil', no, 'extend', { until: '2024-10-08', note: '须实地测量' });
  await house.move('county', no, 'grant');
  expect(dayOf((await row(no)).due_at)).toBe('2024-10-08');
  expect((await house.follow(receipt)).extendedUntil).toBe('2024-10-08');
  expect(await house.ask('civil', 'POST', `/appeals/${no}/extend`, { until: '2024-10-10', note: '再延' })).toMatchObject({ status: 409 });

  house.clock.set('2024-09-20T17:00:00+08:00');
  expect(await factsOf(no)).toMatchObject({ appeal_open: true, overdue_wd: 0 });
  await house.move('civil', no, 'reply', { result: '3', reply: '两间房在搬迁前已登记为附属用房，按政策不补。', elsewhere: '不服可请求县级复查。' });
  expect(await house.ask('civil', 'POST', `/appeals/${no}/follow-up`, { on: '2024-09-20', satisfaction: '1' })).toMatchObject({ status: 403 });
  const told = await house.follow(receipt);
  expect(told).toMatchObject({ state: 'answered', elsewhere: { zh: '不服可请求县级复查。' }, result: { zh: '解释疏导' } });
  expect(told.may.map(({ verb }) => verb)).toContain('judge');

  house.clock.set('2024-09-23T09:30:00+08:00');
  const judged = await house.ask(null, 'POST', '/public/appeals/judge', { ...receiptOf(receipt), satisfaction: '4', note: '没有到现场看' });
  expect(judged.status).toBe(200);
  await house.move('community', no, 'close');
  expect(await row(no)).toMatchObject({ result: '3', satisfaction: '4', review_stage: '0' });
  expect(await factsOf(no)).toMatchObject({ appeal_open: false, limit_used: 0, unsatisfied: true });

  const asked = await house.ask(null, 'POST', '/public/appeals/ask-review', { ...receiptOf(receipt), note: '请求复查' });
  expect(asked).toMatchObject({ status: 200, body: { state: 'reviewing' } });
  expect((await row(no)).review_stage).toBe('1');
  house.clock.set('2024-10-15T09:30:00+08:00');
  await house.move('county', no, 'review', { outcome: '1', opinion: '原答复适用政策正确，予以维持。' });
  expect((await row(no)).review_stage).toBe('2');
  house.clock.set('2024-11-01T09:30:00+08:00');
  const again = await house.ask(null, 'POST', '/public/appeals/ask-re-review', { ...receiptOf(receipt), note: '请求复核' });
  expect(again).toMatchObject({ status: 200, body: { state: 're-reviewing' } });
  await house.move('prefecture', no, 're-review', { outcome: '1', opinion: '维持。' });
  expect(await row(no)).toMatchObject({ review_stage: '4', result: '3' });
  const last = await house.follow(receipt);
  expect(last).toMatchObject({ state: 'final', opinion: '维持。' });
  expect(last.may).toEqual([]);

  const verbs = await house.database.query<{ verb: string }>(sql`
    select verb from audit_entry where object_kind = 'appeal' and object_key = ${no} and verb not in ('appeals.read', 'appeals.follow') order by entry_id`);
  expect(verbs.map(({ verb }) => verb.slice('appeals.'.length))).toEqual(
    'create accept dispatch return dispatch extend grant reply judge close ask-review review ask-re-review re-review'.split(' '),
  );
  const events = await house.database.query<{ verb: string }>(sql`select verb from appeal_event where appeal_no = ${no} order by event_id`);
  expect(events.map(({ verb }) => `appeals.${verb}`)).toEqual(verbs.map(({ verb }) => verb));
});

test('a missed clock escalates once; what stays closed is archived', async () => {
  house.clock.set('2025-03-03T10:00:00+08:00');
  const { no } = await house.take({ urgency: '1', content: '楼道里有很大的煤气味，请马上来人看。', category: '2' });
  house.clock.set('2025-03-03T12:30:00+08:00');
  expect(await watchAppeals(house.database, house.clock.now())).toMatchObject({ escalated: 2 });
  expect(await watchAppeals(house.database, house.clock.now())).toEqual({ takenUp: 0, reminded: 0, escalated: 0, archived: 0 });
  expect((await house.see('county', no)).marks).toContain('overdue');
  await house.move('community', no, 'refuse', { reason: '4', note: '同一件事已在办。' });
  expect((await row(no)).result).toBe('4');
  house.clock.set('2025-06-20T10:00:00+08:00');
  expect(await watchAppeals(house.database, house.clock.now())).toEqual({ takenUp: 0, reminded: 0, escalated: 0, archived: 1 });
});

const receiptOf = ({ no, code }: { no: string; code: string }): { no: string; code: string } => ({ no, code });
