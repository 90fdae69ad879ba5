/** Who sees which appeal: one's own area and unit; accusations by few; never the one complained about, in no room of the house. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppealPage } from '#features/appeals/contract.ts';
import { removePerson } from '#features/personRights/removePerson.ts';
import { type AppealHouse, openAppealHouse, type Post } from './house.ts';

let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T10:00:00+08:00');
});
afterAll(() => house.close());

const numbersOf = async (as: Post): Promise<string[]> => {
  const { body } = await house.ask<AppealPage>(as, 'GET', '/appeals?state=all&sort=oldest');
  return body.rows.map(({ no }) => no);
};
/** Everything that a room of the house answers about appeals, as text. */
const everything = async (as: Post): Promise<string> => {
  const paths = [
    '/appeals?state=all',
    '/appeals/export?state=all',
    '/registers/appeal/rows?size=100',
    '/warnings?state=all',
    '/items/G04/subjects',
    '/households/H-0001',
  ];
  return JSON.stringify(await Promise.all(paths.map(async (path) => (await house.ask(as, 'GET', path)).body)));
};

test('an appeal is seen in its area, by the unit in charge, and nowhere else', async () => {
  const { no } = await house.take({ person: 'P-0001' });
  for (const as of ['prefecture', 'county', 'street', 'community', 'gridWorker'] as const) expect(await numbersOf(as), as).toContain(no);
  for (const as of ['otherCounty', 'education', 'civil'] as const) {
    expect(await numbersOf(as), as).not.toContain(no);
    expect((await house.ask(as, 'GET', `/appeals/${no}`)).status, as).toBe(404);
    expect((await house.ask(as, 'POST', `/appeals/${no}/reply`, { result: '1', reply: '好' })).status, as).toBe(404);
  }
  expect((await house.ask('leader', 'GET', `/appeals/${no}`)).status).toBe(403);
  await house.move('community', no, 'accept');
  await house.move('community', no, 'dispatch', { unit: 'department:教育局' });
  expect(await numbersOf('education')).toContain(no);
  expect(await numbersOf('civil')).not.toContain(no);
  await house.move('community', no, 'join', { unit: 'department:民政局' });
  expect(await numbersOf('civil')).toContain(no);
  // Only the unit in charge answers: who takes part does not, nor who assigned it.
  for (const as of ['civil', 'community', 'county'] as const)
    expect((await house.ask(as, 'POST', `/appeals/${no}/reply`, { result: '1', reply: '好' })).status, as).toBe(403);
  // Who takes part says what they found; who does not, does not.
  for (const as of ['education', 'community', 'county'] as const)
    expect((await house.ask(as, 'POST', `/appeals/${no}/contribute`, { note: '看过了' })).status, as).toBe(403);
  const { deeds } = await house.move('civil', no, 'contribute', { note: '已发放临时救助。' });
  expect(deeds.at(-1)).toMatchObject({ verb: 'contribute', given: [{ value: { zh: '已发放临时救助。' } }] });
  await house.move('education', no, 'reply', { result: '1', reply: '已解决。' });
  expect((await house.ask('civil', 'POST', `/appeals/${no}/contribute`, { note: '再说一句' })).status).toBe(409);
});

test('the list hides who appeals and what they said; a contact is revealed for a purpose', async () => {
  const { no } = await house.take({ content: '孩子上学的校车站离小区太远。', contact: '13912345678', name: '钱路' });
  const list = JSON.stringify((await house.ask('community', 'GET', '/appeals?state=all')).body);
  for (const secret of ['校车', '钱路', '13912345678']) expect(list).not.toContain(secret);
  const file = await house.see('community', no);
  expect(file).toMatchObject({ appellant: '钱路', contact: '139****5678', content: '孩子上学的校车站离小区太远。' });
  expect(
    (await house.database.one<{ row: string }>(sql`select appeal_case::text as row from appeal_case where appeal_no = ${no}`)).row,
  ).not.toContain('钱路');
  const shown = await house.ask<{ value: string }>('community', 'POST', '/people/reveal', {
    register: 'appeal',
    row: file.row,
    field: 'contact',
    purpose: 'contact-person',
    reason: '电话回访诉求人',
  });
  expect(shown).toMatchObject({ status: 200, body: { value: '13912345678' } });
});

test('an accusation is seen where accusations are, each view is told, and no other room shows it', async () => {
  const { no } = await house.take({ nature: '4', content: '有人冒领公益性岗位的工资，请查。', name: '赵石', contact: '13900001111' }, 'county');
  for (const as of ['prefecture', 'county'] as const) expect(await numbersOf(as), as).toContain(no);
  for (const as of ['street', 'community', 'gridWorker'] as const) {
    expect(await numbersOf(as), as).not.toContain(no);
    expect((await house.ask(as, 'GET', `/appeals/${no}`)).status, as).toBe(404);
    expect(await everything(as), as).not.toContain(no);
  }
  expect(await everything('county')).toContain(no);
  await house.see('county', no);
  expect(await house.database.query(sql`select account from audit_entry where verb = 'appeals.read-accusation' and object_key = ${no}`)).toEqual([
    { account: house.accounts.county },
  ]);
  const { row } = await house.database.one<{ row: number }>(sql`select row_id as row from appeal where appeal_no = ${no}`);
  const order = { register: 'appeal', row, field: 'contact', purpose: 'contact-person', reason: '想看看是谁举报' };
  expect((await house.ask('street', 'POST', '/people/reveal', order)).status).toBe(404);
});

test('who is complained about sees no trace of it, and cannot be given it', async () => {
  const { no } = await house.take({ nature: '3', content: '社区办事推来推去，跑了四次。', against: 'area:522301A001' }, 'street');
  for (const as of ['prefecture', 'county', 'street'] as const) expect(await numbersOf(as), as).toContain(no);
  for (const as of ['community', 'clerk', 'gridWorker'] as const) {
    expect(await numbersOf(as), as).not.toContain(no);
    expect((await house.ask(as, 'GET', `/appeals/${no}`)).status, as).toBe(404);
    expect(await everything(as), as).not.toContain(no);
  }
  await house.move('street', no, 'accept');
  expect(await house.ask('street', 'POST', `/appeals/${no}/dispatch`, { unit: 'area:522301A001' })).toMatchObject({
    status: 409,
    body: { code: 'appeals.unit-is-accused' },
  });
  // Named later: the department that had it sees it no more.
  const other = await house.take({ nature: '3', content: '学校乱收费，每学期多收三百元。' }, 'street');
  await house.move('street', other.no, 'shield', { party: 'department:教育局' });
  await house.move('street', other.no, 'accept');
  expect((await house.ask('street', 'POST', `/appeals/${other.no}/dispatch`, { unit: 'department:教育局' })).status).toBe(409);
  const own = await house.take({ nature: '3', content: '街道的窗口中午不开门。' }, 'street');
  expect(await house.ask('street', 'POST', `/appeals/${own.no}/shield`, { party: 'area:522301001' })).toMatchObject({
    status: 200,
    body: { file: null },
  });
  expect((await house.ask('street', 'GET', `/appeals/${own.no}`)).status).toBe(404);
  expect(await numbersOf('county')).toContain(own.no);
});

test('a resident who complains about the community is not read by it', async () => {
  const { body } = await house.ask<{ no: string }>(null, 'POST', '/public/appeals', {
    settlement: '522301A001',
    nature: '3',
    content: '楼栋长说话难听，还不让登记。',
    about: 'community',
    captcha: await house.passed(),
  });
  expect(await numbersOf('community')).not.toContain(body.no);
  expect(await numbersOf('street')).toContain(body.no);
});

test('the database itself shows nothing of it to who must not see', async () => {
  const { no } = await house.database.one<{ no: string }>(sql`select max(appeal_no) as no from appeal where nature = '4'`);
  const seen = await house.database.transaction(
    (tx) =>
      tx.query(sql`select appeal_no from appeal where appeal_no = ${no} union all select appeal_no from appeal_case where appeal_no = ${no}
      union all select appeal_no from appeal_event where appeal_no = ${no} union all select appeal_no from appeal_clock where appeal_no = ${no}`),
    {
      readOnly: true,
      opening: "set local role anju_reader; select set_config('anju.whole', '{522301A001}', true), set_config('anju.touched', '{522301A001}', true)",
    },
  );
  expect(seen).toEqual([]);
});

test('what a person appealed goes with them when they are erased', async () => {
  const { no } = await house.take(
    { person: 'P-0004', name: '赵石', content: '赵石申请换一间朝南的房。', settlement: '522301A002', contact: '13900000002' },
    'street',
  );
  await house.move('street', no, 'accept', { note: '赵石本人来过' });
  const identity = {
    personNo: 'P-0004',
    settlement: '522301A002',
    name: '赵石',
    names: ['赵石'],
    idNumbers: [],
    phones: [],
    heads: [],
    households: ['H-0002'],
  };
  await house.database.transaction((tx) => removePerson(tx, house.keys, identity));
  const left = await house.database.one<{ all: string; appellant: null }>(sql`
    select appeal::text || (select string_agg(appeal_event::text, '') from appeal_event where appeal_event.appeal_no = appeal.appeal_no) as all, appellant
    from appeal join appeal_case using (appeal_no) where appeal_no = ${no}`);
  expect(left.all).not.toContain('赵石');
  expect(left.appellant).toBeNull();
});
