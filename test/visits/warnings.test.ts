/** A visit moves warnings: it signs for the order, checks, takes measures, is the visit that clearing asks for, and raises what was found; each by itself. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderFile } from '#features/workOrders/contract.ts';
import type { CaseHouse } from '../scenes/caseHouse.ts';
import { formOf, openVisitHouse, roundOf, sendVisits, visitOf } from './visitHouse.ts';

let house: CaseHouse;
let warning: number;
beforeAll(async () => {
  house = await openVisitHouse();
  warning = (await house.warningOf('C01')).id;
});
afterAll(() => house?.close());

test('the form offers what may be done at the door', async () => {
  const { warnings } = await formOf(house, 'grid');
  expect(warnings.map(({ item, stage, offers }) => [item, stage, offers.map(({ verb }) => verb)])).toEqual([['C01', 'raised', ['check']]]);
});

test('the form says for which order the visit signs and who is in charge; an order that is not the visitor’s to sign for is left alone', async () => {
  const order = await house.database.one<{ id: number; no: string; owner: string }>(
    sql`select order_id as id, order_no as no, owner_name as owner from work_order`,
  );
  expect((await formOf(house, 'grid')).warnings[0]?.signs).toEqual(order);
  const setState = (state: string) => house.database.execute(sql`update work_order set state = ${state} where order_id = ${order.id}`);
  await setState('waiting');
  expect((await formOf(house, 'grid')).warnings[0]).toMatchObject({ signs: null, offers: [] });
  const deeds = [{ warning, verb: 'check' as const, given: { verdict: '1', note: '没有工作' } }];
  const [fate] = await sendVisits(house, 'grid', visitOf({ deeds }));
  expect(fate).toMatchObject({ state: 'stored', deeds: [{ done: false }] });
  expect(await house.database.one(sql`select state, signed_at from work_order`)).toEqual({ state: 'waiting', signed_at: null });
  await setState('dispatched');
});

test('one visit signs for the order and checks its warning; clearing’s own visit is fulfilled with the day of the visit', async () => {
  house.clock.set('2024-07-01T11:00:00+08:00');
  const given = { verdict: '1', note: '两人都没有工作' };
  const [fate] = await sendVisits(
    house,
    'grid',
    visitOf({
      at: '2024-07-01T10:30:00+08:00',
      note: '夫妻在家',
      deeds: [
        { warning, verb: 'check', given },
        { warning, verb: 'visit', given: {} },
        { warning, verb: 'handle', given: { measures: '推荐岗位3个' } },
        { warning: 999_999, verb: 'check', given },
      ],
    }),
  );
  expect(fate?.deeds.map(({ verb, done }) => [verb, done])).toEqual([
    ['check', true],
    ['visit', true],
    ['handle', true],
    ['check', false],
  ]);
  expect(fate?.deeds[3]?.said).toMatchObject({ zh: expect.stringContaining('没有这条预警'), en: expect.any(String) });
  const stored = await house.database.one(sql`select stage, verdict, visited_on, measures from warning where warning_id = ${warning}`);
  expect(stored).toEqual({ stage: 'handled', verdict: '1', visited_on: '2024-07-01', measures: '推荐岗位3个' });
  const { body } = await house.get<OrderFile>('community', `/work-orders/${await house.lastOrder()}`);
  expect(body.state).toBe('signed');
  const verbs = await house.database.query<{ verb: string }>(sql`
    select verb from audit_entry where verb ~ '^(warnings|work-orders|visits)[.]' and account = ${house.accounts.grid} order by entry_id`);
  expect(verbs.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['work-orders.sign', 'warnings.check', 'warnings.visit', 'warnings.handle', 'visits.write']),
  );
});

test('what is refused of a warning keeps nothing else back', async () => {
  const [fate] = await sendVisits(
    house,
    'grid',
    visitOf({ at: '2024-07-01T10:50:00+08:00', deeds: [{ warning, verb: 'check', given: { verdict: '1', note: '再核' } }] }),
  );
  expect(fate).toMatchObject({ state: 'stored', deeds: [{ done: false, said: { zh: expect.any(String) } }] });
});

test('what was found becomes a warning on the order of the household, once', async () => {
  const found = [{ item: 'B01', subject: 'H-0001', level: 'yellow' as const, note: '房屋长期无人' }];
  const [first, second] = await sendVisits(
    house,
    'grid',
    visitOf({ at: '2024-07-01T10:55:00+08:00', found }),
    visitOf({ at: '2024-07-01T10:56:00+08:00', found }),
  );
  expect([first?.deeds[0]?.done, second?.deeds[0]?.done]).toEqual([true, false]);
  expect(second?.deeds[0]?.said?.zh).toContain('已有预警');
  expect(await house.warningOf('B01')).toMatchObject({ stage: 'raised', level: 'yellow' });
  const [row] = await house.database.query<{ findings: string[] }>(sql`select findings from visit where findings is not null`);
  expect(row?.findings).toEqual(['B01']);
});

test('a leader finds in the round their own building alone, the neighbour another, the county both', async () => {
  house.clock.set('2024-07-01T12:00:00+08:00');
  const mine = await roundOf(house, 'leader', '?show=all');
  expect(mine.rows.map(({ no }) => no)).toEqual(['H-0001']);
  expect(mine.rows[0]).toMatchObject({ urgency: 1, order: { level: 'red' }, reasons: expect.arrayContaining(['order']), lastVisit: '2024-07-01' });
  expect(mine.buildings).toEqual([expect.objectContaining({ code: '522301A001-1', households: 1, due: 1, urgent: 1, people: ['测试scene-leader'] })]);
  expect((await roundOf(house, 'neighbour', '?show=all')).rows.map(({ no }) => no)).toEqual(['H-0002']);
  const whole = await roundOf(house, 'county');
  expect(whole.rows.map(({ no }) => no)).toEqual(['H-0001', 'H-0002']);
  expect((await house.get('leader', '/visits/form/H-0002')).status).toBe(404);
  expect((await house.get('labour', '/visits/round')).status).toBe(403);
  const form = await formOf(house, 'community');
  const counted = (await roundOf(house, 'community')).rows[0]?.questionsDue;
  expect(counted).toBe(form.questions.filter(({ due }) => due !== null).length);
});
