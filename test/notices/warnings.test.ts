/** Who hears of warnings by themselves: red ones, those that come back, those that are supervised; and in the silent period only those who see it. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellRed } from '#features/warnings/tellRed.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from '../scenes/caseHouse.ts';
import { heard } from './heard.ts';

let house: CaseHouse;
const { wang, li } = people;
const employ = (on: string, works: boolean, since: string) =>
  sendEmployment(
    house,
    on,
    [wang, li].map(({ id }) => ({ id, works, since })),
  );
const numbered = (item: string): Promise<{ id: number; no: string }> =>
  house.database.one(sql`select warning_id as id, warning_no as no from warning where item_code = ${item} order by warning_id desc limit 1`);

beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

test('in the silent period only the nearest who see it hear of a red one, and of its supervision', async () => {
  await house.database.execute(sql`update item_switch set on_from = '2024-07-01'`);
  await employ('2024-07-01', false, '2024-03-01');
  await house.evaluateOn('2024-07-01T10:00:00+08:00');
  expect(await heard(house)).toEqual({ community: ['warnings.red-silent 1 栗坪社区'] });
  const { id, no } = await numbered('C01');
  await house.warning('county', id, 'supervise', { note: '请先了解情况' });
  expect(await heard(house)).toEqual({ community: [`warnings.supervised ${no}`] });
});

test('a red one is told with its order once the period is over; evaluated again, it is not new', async () => {
  await house.database.execute(sql`update item_switch set on_from = '2023-01-01'`);
  await house.database.execute(sql`update warning set stage = 'archived'`);
  await house.evaluateOn('2024-07-02T10:00:00+08:00');
  const told = await heard(house);
  expect(told.community).toEqual(['warnings.red 1 栗坪社区', 'work-orders.assigned-red 1']);
  expect([told.leader, told.grid, told.neighbour, told.labour, told.prefecture]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  await house.evaluateOn('2024-07-02T10:00:00+08:00');
  await house.evaluateOn('2024-07-03T10:00:00+08:00');
  expect(await heard(house)).toEqual({});
});

test('its supervision is told to who is in charge and to their unit, once each, and not to who ordered it', async () => {
  const { id, no } = await numbered('C01');
  const refused = await house.post('community', `/warnings/${id}/supervise`, { note: '自己督办' });
  expect(refused.status).toBe(403);
  expect(await heard(house)).toEqual({});
  await house.warning('street', id, 'supervise', { note: '三日内上门' });
  // Of the same unit: who holds a post in the owner's own area.
  expect(await heard(house)).toEqual({ community: [`warnings.supervised ${no}`], grid: [`warnings.supervised ${no}`] });
  const order = await house.database.one<{ id: number }>(sql`
    select order_id as id from work_order_item where warning_id = ${id} and left_at is null`);
  await house.order('street', order.id, 'transfer', { owner: String(house.accounts.labour), note: '请人社局办理' });
  await heard(house);
  await house.warning('county', id, 'supervise', { note: '三日内上门' });
  expect(await heard(house)).toEqual({ labour: [`warnings.supervised ${no}`] });
});

test('one that rises to red is told, and what relapses is told as having come back, whatever its level', async () => {
  const { id } = await numbered('C01');
  await house.database.execute(sql`update warning set level = 'orange' where warning_id = ${id}`);
  await house.evaluateOn('2024-07-04T10:00:00+08:00');
  expect(await heard(house)).toEqual({ community: ['warnings.red 1 栗坪社区'] });
  await house.database.execute(sql`update warning set stage = 'tracked', track_until = '2024-10-01' where warning_id = ${id}`);
  await house.evaluateOn('2024-07-05T10:00:00+08:00');
  expect((await heard(house)).community).toEqual(['warnings.came-back 1 栗坪社区']);
});

test('what is silenced asks nobody for anything', async () => {
  const { id } = await numbered('C01');
  await house.database.execute(sql`update warning set level = 'orange', silenced_until = '2024-08-01' where warning_id = ${id}`);
  await house.evaluateOn('2024-07-06T10:00:00+08:00');
  expect(await heard(house)).toEqual({});
});

test('what nobody nearer hears of is told to the prefecture once a day, by county, and not place by place', async () => {
  const { database, accounts, clock } = house;
  const look = () => database.transaction((tx) => tellRed.tell(tx, clock.today(), clock.now()));
  const leave = (on: string | null) =>
    database.execute(sql`
      update account set leaves_on = ${on}::date where account_id = any(${[accounts.community, accounts.neighbour, accounts.street, accounts.county]}::bigint[])`);
  // Somebody of the county hears of it at once: nothing comes up.
  const afresh = () => database.execute(sql`update warning set stage = 'archived'`);
  await afresh();
  await house.evaluateOn('2024-07-07T10:00:00+08:00');
  expect((await heard(house)).community).toContain('warnings.red 1 栗坪社区');
  clock.set('2024-07-08T07:20:00+08:00');
  await look();
  expect(await heard(house)).toEqual({});
  await leave('2024-07-08');
  await afresh();
  await house.evaluateOn('2024-07-08T10:00:00+08:00');
  expect((await heard(house)).prefecture).toBeUndefined();
  clock.set('2024-07-09T07:20:00+08:00');
  await look();
  await look();
  expect((await heard(house)).prefecture).toEqual(['warnings.red-daily 2 522301 0 兴义市 0']);
  clock.set('2024-07-10T07:20:00+08:00');
  await look();
  expect(await heard(house)).toEqual({});
  // Of the silent period, too.
  await afresh();
  await database.execute(sql`update item_switch set on_from = '2024-07-10'`);
  await house.evaluateOn('2024-07-10T10:00:00+08:00');
  expect((await heard(house)).prefecture).toBeUndefined();
  clock.set('2024-07-11T07:20:00+08:00');
  await look();
  expect((await heard(house)).prefecture).toEqual(['warnings.red-daily 0 522301 0 兴义市 2']);
  await leave(null);
});
