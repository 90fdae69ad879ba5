/** Who hears of a work order on its way, and of its clocks: those who have to act or wait for the answer, and nobody else. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellClimbed } from '#features/workOrders/tellClimbed.ts';
import { tellStillRed } from '#features/workOrders/tellStillRed.ts';
import { tellWaitingOrders } from '#features/workOrders/tellWaitingOrders.ts';
import type { Caller } from '#features/accounts/caller.ts';
import { moveOrder } from '#features/workOrders/moveOrder.ts';
import type { BatchAnswer, OrderPage } from '#features/workOrders/contract.ts';
import { ordersAsWork } from '#features/workOrders/ordersAsWork.ts';
import type { NoticeSource } from '#features/notices/noticeSource.ts';
import { signedIn } from '../fixtures/signedIn.ts';
import { householdHeader, idNumber, people, personHeader, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from '../scenes/caseHouse.ts';
import { heard } from './heard.ts';

let house: CaseHouse;
let order: number;
let no: string;
let others: { deputy: number; foreign: number };
const { wang, li, zhao } = people;
const noWork = (dataDate: string, some: readonly { id: string; since?: string }[]) =>
  sendEmployment(
    house,
    dataDate,
    some.map(({ id, since = '2024-06-28' }) => ({ id, works: false, since })),
  );
const listen = (): Promise<Partial<Record<Post | 'deputy' | 'foreign', string[]>>> => heard({ ...house, accounts: { ...house.accounts, ...others } });
const look = (source: NoticeSource) => house.database.transaction((tx) => source.tell(tx, house.clock.today(), house.clock.now()));
/** Somebody stands in for the community clerk for some days. */
const substitute = (from: string, to: string) =>
  house.database.execute(sql`
    insert into account_grant (account_id, role, area_code, valid_from, valid_to, stands_for)
    select ${others.deputy}, role, area_code, ${from}::date, ${to}::date, grant_id from account_grant where account_id = ${house.accounts.community}`);

/** The deputy while they act for the community clerk. */
const deputyOf = (absent: Post): Caller => ({
  account: others.deputy,
  login: 'deputy',
  name: '代班',
  via: 'web',
  key: 0,
  grants: [{ role: 'community', area: '522301001901', department: null }],
  only: null,
  owes: null,
  actsFor: { account: house.accounts[absent], name: absent },
});

beforeAll(async () => {
  house = await openCaseHouse();
  const [deputy, foreign] = [await signedIn(house, []), await signedIn(house, [{ role: 'county', area: '522323', department: null }])];
  others = { deputy: deputy.account, foreign: foreign.account };
  await noWork('2024-07-01', [wang, li]);
});
afterAll(() => house?.close());

describe('an order', () => {
  test('that is assigned by the platform is told to who is in charge and to their deputy, once, however often it is evaluated', async () => {
    await substitute('2024-07-01', '2024-07-02');
    await house.evaluateOn('2024-07-01T10:00:00+08:00');
    order = await house.lastOrder();
    no = (await house.database.one<{ no: string }>(sql`select order_no as no from work_order where order_id = ${order}`)).no;
    expect(await listen()).toEqual({ community: [`work-orders.assigned ${no}`], deputy: [`work-orders.assigned ${no}`] });
    await house.evaluateOn('2024-07-01T10:00:00+08:00');
    await house.evaluateOn('2024-07-01T11:00:00+08:00');
    expect(await listen()).toEqual({});
    await house.database.execute(sql`update account_grant set revoked_at = now() where account_id = ${others.deputy}`);
  });

  test('tells of no move that is refused', async () => {
    await house.post('community', `/work-orders/${order}/return`, { reason: '1' });
    await house.post('street', `/work-orders/${order}/transfer`, { owner: String(house.accounts.neighbour), note: '请办理' });
    await house.post('leader', `/work-orders/${order}/arbitrate`, { owner: String(house.accounts.leader), note: '我' });
    expect(await listen()).toEqual({});
  });

  test('that is returned goes to the next above who dispatch; transferred, to the new owner', async () => {
    // A deputy does it: the absent person, who dispatches too, is as little told as they are.
    await moveOrder({ ...house, caller: deputyOf('community') }, order, 'return', { reason: '4', evidence: '由人社局负责' });
    expect(await listen()).toEqual({ street: [`work-orders.returned ${no}`] });
    await house.order('street', order, 'dispatch', { owner: String(house.accounts.grid) });
    expect(await listen()).toEqual({ grid: [`work-orders.assigned ${no}`] });
    await house.order('street', order, 'transfer', { owner: String(house.accounts.labour), note: '请人社局办理' });
    expect(await listen()).toEqual({ labour: [`work-orders.assigned ${no}`], grid: [`work-orders.passed-on ${no}`] });
  });

  test('that is returned again goes to the county, and its decision to whom it names', async () => {
    await house.order('labour', order, 'sign');
    expect(await listen()).toEqual({});
    await house.order('labour', order, 'return', { reason: '1', evidence: '由社区首办' });
    expect(await listen()).toEqual({ county: [`work-orders.disputed ${no}`] });
    await house.order('county', order, 'arbitrate', { owner: String(house.accounts.community), note: '社区办理' });
    expect(await listen()).toEqual({ community: [`work-orders.assigned ${no}`] });
  });

  test('that a department joins is told to that department', async () => {
    await house.order('street', order, 'join', { department: '人社局' });
    expect(await listen()).toEqual({ labour: [`work-orders.joined ${no}`] });
  });

  test('asks who may extend it, and answers who asked', async () => {
    await house.order('community', order, 'sign');
    const { id } = await house.warningOf('C01');
    await house.warning('community', id, 'check', { verdict: '1', note: '属实' });
    await house.order('community', order, 'extend', { until: '2024-07-12', note: '企业面试在下周' });
    expect(await listen()).toEqual({ county: [`work-orders.extension-asked 2024-07-12 ${no}`] });
    await house.order('county', order, 'grant');
    expect(await listen()).toEqual({ community: [`work-orders.extension-granted 2024-07-12 ${no}`] });
    await house.database.execute(sql`update work_order set extension = 'asked' where order_id = ${order}`);
    await house.order('county', order, 'refuse', { note: '不必' });
    expect(await listen()).toEqual({ community: [`work-orders.extension-refused ${no}`] });
  });

  test('tells its owner that its clocks stand still and run again', async () => {
    await house.order('county', order, 'pause', { reason: '2', note: '劳动仲裁中' });
    expect(await listen()).toEqual({ community: [`work-orders.paused ${no}`] });
    await house.order('county', order, 'resume');
    expect(await listen()).toEqual({ community: [`work-orders.resumed ${no}`] });
  });

  test('that is finished goes to another who reviews, and comes back when it is not good enough', async () => {
    const { id } = await house.warningOf('C01');
    await house.warning('community', id, 'handle', { measures: '推荐了三个岗位' });
    await house.database.execute(sql`update warning set stage = 'handled' where stage in ('raised', 'signed', 'checked') and held_back_by = '{}'`);
    await house.order('community', order, 'finish', { note: '已推荐' });
    expect(await listen()).toEqual({ street: [`work-orders.finished ${no}`] });
    await house.order('street', order, 'send-back', { note: '没有结果' });
    expect(await listen()).toEqual({ community: [`work-orders.sent-back ${no}`] });
  });

  test('that was signed for is told of when a new warning comes to it, but not to whoever raised that warning', async () => {
    const found = { subject: 'H-0001', level: 'yellow', source: '3', note: '上门发现' } as const;
    expect((await house.post('leader', '/warnings', { ...found, item: 'F01' })).status).toBe(200);
    expect(await listen()).toEqual({ community: ['work-orders.gathered 1'] });
    await house.order('community', order, 'sign');
    expect((await house.post('community', '/warnings', { ...found, item: 'F03' })).status).toBe(200);
    expect(await listen()).toEqual({});
  });

  test('goes over to a successor with all the others, as one notice', async () => {
    const { community, grid } = house.accounts;
    expect(await house.database.transaction(async (tx) => ordersAsWork.handOver?.(tx, community, grid))).toBe(1);
    expect(await listen()).toEqual({ grid: ['work-orders.handed-over 1'] });
    expect(await house.database.transaction(async (tx) => ordersAsWork.handOver?.(tx, community, grid))).toBe(0);
    expect(await listen()).toEqual({});
  });
});

/** From here on nothing stands but what comes. */
async function afresh(): Promise<void> {
  await house.database.execute(sql`delete from work_order_item`);
  await house.database.execute(sql`update work_order set state = 'closed'`);
  await house.database.execute(sql`update warning set stage = 'archived'`);
  await listen();
}

describe('clocks', () => {
  const since = '2024-03-01';
  beforeAll(async () => {
    await afresh();
    await noWork(
      '2024-07-08',
      [zhao, wang, li].map((one) => ({ ...one, since })),
    );
    await house.evaluateOn('2024-07-08T10:00:00+08:00');
  });

  test('red orders are told as such, and their warnings to the nearest who dispatch', async () => {
    expect(await listen()).toEqual({
      community: ['warnings.red 1 栗坪社区', 'work-orders.assigned-red 1'],
      neighbour: ['warnings.red 1 洒金社区', 'work-orders.assigned-red 1'],
      // The warning of the settlement itself.
      street: ['warnings.red 1 栗坪安置点'],
      county: ['work-orders.assigned-red 1'],
    });
  });

  test('that are soon over are told to who is in charge, once', async () => {
    const soon = ['work-orders.clock-soon 2024-07-08 12:00 1'];
    expect((await house.watchAt('2024-07-08T11:40:00+08:00')).reminded).toBeGreaterThan(0);
    expect(await listen()).toEqual({ community: soon, neighbour: soon, county: soon });
    await house.watchAt('2024-07-08T11:45:00+08:00');
    expect(await listen()).toEqual({});
  });

  test('that are missed are told to who is in charge and to the level to which they go, as one notice, once', async () => {
    await house.watchAt('2024-07-08T12:05:00+08:00');
    const overdue = ['work-orders.overdue 1'];
    expect(await listen()).toEqual({
      community: overdue,
      neighbour: overdue,
      county: overdue,
      street: ['work-orders.escalated 522301001 3 黄草街道'],
    });
    await house.watchAt('2024-07-08T12:10:00+08:00');
    expect(await listen()).toEqual({});
  });

  test('of an order of nobody are told to the nearest who dispatch', async () => {
    await house.database.execute(sql`
      update work_order set state = 'waiting', owner_account = null where owner_account = ${house.accounts.neighbour} and state <> 'closed'`);
    await house.watchAt('2024-07-09T09:30:00+08:00');
    const told = await listen();
    expect(told.neighbour).toEqual(['work-orders.nobodys-clock-soon 2024-07-09 10:00 1']);
    expect(told.community).toEqual(['work-orders.clock-soon 2024-07-09 10:00 1']);
  });

  test('that go to the county are told there; whoever missed all of them alone does not press themselves', async () => {
    await house.watchAt('2024-07-09T10:05:00+08:00');
    expect(await listen()).toMatchObject({ county: ['work-orders.escalated 522301 2 兴义市'], community: ['work-orders.overdue 1'] });
    await house.database.execute(sql`update warning_clock set escalated_at = now() where met_at is null`);
    await house.database.execute(sql`
      update warning_clock set escalated_at = null, due_at = '2024-07-09T10:30:00+08:00' where clock = 'check' and warning_id in (
        select warning_id from work_order_item join work_order using (order_id) where owner_account = ${house.accounts.county} and left_at is null)`);
    await house.watchAt('2024-07-09T10:35:00+08:00');
    expect(await listen()).toEqual({ county: ['work-orders.overdue 1'], prefecture: ['work-orders.escalated 522301 1 兴义市'] });
    await house.database.execute(
      sql`update warning_clock set escalated_at = null, due_at = '2024-07-09T10:40:00+08:00' where clock = 'close' and met_at is null`,
    );
    await house.watchAt('2024-07-09T10:45:00+08:00');
    expect((await listen()).prefecture).toBeUndefined();
  });

  test('that come up to the prefecture are told there once a day, county by county, with as many as the list behind the link shows', async () => {
    house.clock.set('2024-07-10T07:20:00+08:00');
    await look(tellClimbed);
    await look(tellClimbed);
    expect(await listen()).toEqual({ prefecture: ['work-orders.climbed 3 522301 3 兴义市'] });
    expect((await house.get<OrderPage>('prefecture', '/work-orders?area=522301&mark=overdue')).body.total).toBe(3);
    await house.database.execute(sql`update warning set escalated_to = 'county'`);
    house.clock.set('2024-07-11T07:20:00+08:00');
    await look(tellClimbed);
    expect(await listen()).toEqual({});
  });

  test('of a county in which nobody dispatches come up whatever they missed, and nobody is pressed at the hour', async () => {
    const { street, county } = house.accounts;
    const leave = (on: string | null) =>
      house.database.execute(sql`update account set leaves_on = ${on}::date where account_id = any(${[street, county]}::bigint[])`);
    await leave('2024-07-11');
    await house.database.execute(sql`
      update warning_clock set escalated_at = null, met_at = null, due_at = '2024-07-12T08:00:00+08:00' where clock = 'sign'`);
    expect((await house.watchAt('2024-07-12T08:05:00+08:00')).escalated).toBeGreaterThan(0);
    expect((await listen()).prefecture).toBeUndefined();
    await look(tellClimbed);
    expect((await listen()).prefecture).toEqual(['work-orders.climbed 0 522301 3 兴义市']);
    await leave(null);
  });
});

describe('many at once', () => {
  const homes = Array.from({ length: 6 }, (_, at) => ({ no: `M-000${at}`, id: idNumber('1980-05-05', at + 1), at }));
  beforeAll(async () => {
    await send(
      house,
      `${householdHeader}\n${homes.map(({ no: number, id, at }) => `${number}|韦安|${id}|兴义市|某乡某村|栗坪安置点|栗坪社区|1栋|1|${200 + at}|2018-05-01|2018|1|1|1|1|13900000001|1`).join('\n')}`,
      { dataDate: '2024-06-01' },
    );
    await send(house, `${personHeader}\n${homes.map(({ no: number, id, at }) => `${number}|韦安|${id}|汉族|本人|1|8|M-P00${at}`).join('\n')}`, {
      dataDate: '2024-06-01',
    });
    await afresh();
    await noWork(
      '2024-07-15',
      homes.map(({ id }) => ({ id, since: '2024-07-10' })),
    );
  });

  test('orders of one evaluation are one notice for whoever gets them', async () => {
    await house.evaluateOn('2024-07-15T10:00:00+08:00');
    // Who was red a week ago still is, and comes apart from the others.
    expect((await listen()).community).toEqual(['warnings.red 1 栗坪社区', 'work-orders.assigned-red 1', 'work-orders.assigned-several 6']);
  });

  test('so are those that are dispatched together; a preview tells nobody', async () => {
    await house.database.execute(sql`
      update work_order set state = 'waiting', state_since = '2024-07-15T10:00:00+08:00', owner_account = null where state <> 'closed' and household_no like 'M-%'`);
    await house.database.execute(sql`update work_order set level = 'red' where household_no in ('M-0000', 'M-0001') and state <> 'closed'`);
    const waiting = await house.database.query<{ id: number }>(sql`select order_id as id from work_order where state = 'waiting' order by 1`);
    const batch = { orders: waiting.map(({ id }) => id), owner: house.accounts.grid };
    await house.post('street', '/work-orders/dispatch', { ...batch, preview: true });
    expect(await listen()).toEqual({});
    const { body } = await house.post<BatchAnswer>('street', '/work-orders/dispatch', { ...batch, preview: false });
    expect(body.lines.filter(({ refused }) => refused === null)).toHaveLength(6);
    expect(await listen()).toEqual({ grid: ['work-orders.assigned-red 2', 'work-orders.assigned-several 4'] });
    await house.post('street', '/work-orders/dispatch', { ...batch, preview: false });
    expect(await listen()).toEqual({});
  });

  test('those that wait longer than a day are told once a day to the nearest who dispatch', async () => {
    await house.database.execute(
      sql`update work_order set state = 'waiting', owner_account = null where state <> 'closed' and household_no like 'M-%'`,
    );
    house.clock.set('2024-07-16T07:20:00+08:00');
    await look(tellWaitingOrders);
    expect(await listen()).toEqual({});
    house.clock.set('2024-07-17T07:20:00+08:00');
    await look(tellWaitingOrders);
    await look(tellWaitingOrders);
    expect(await listen()).toEqual({ community: ['work-orders.waiting 6 栗坪社区'] });
    // Where nobody of the county dispatches, the prefecture hears of the county at once.
    const leave = (on: string | null) =>
      house.database.execute(sql`
        update account set leaves_on = ${on}::date
        where account_id = any(${[house.accounts.community, house.accounts.neighbour, house.accounts.street, house.accounts.county]}::bigint[])`);
    await leave('2024-07-17');
    house.clock.set('2024-07-18T07:20:00+08:00');
    await look(tellWaitingOrders);
    await look(tellWaitingOrders);
    expect(await listen()).toEqual({ prefecture: ['work-orders.waiting 6 兴义市'] });
    await leave(null);
  });

  test('those that are closed while their problem stands are told when one has become so, and not again', async () => {
    const stands = (no: string, at: string) =>
      house.database.transaction(async (tx) => {
        await tx.execute(sql`update work_order set state = 'closed', state_since = ${at} where household_no = ${no} and state <> 'closed'`);
        await tx.execute(
          sql`update warning set stage = 'reviewed', stage_since = ${at} where household_no = ${no} and state = 'open' and stage <> 'archived'`,
        );
      });
    await look(tellStillRed);
    expect(await listen()).toEqual({});
    await stands('M-0000', '2024-07-17T10:00:00+08:00');
    await look(tellStillRed);
    await look(tellStillRed);
    expect(await listen()).toEqual({ community: ['work-orders.still-red 1 栗坪社区'] });
    await stands('M-0001', '2024-07-18T10:00:00+08:00');
    await look(tellStillRed);
    expect(await listen()).toEqual({ community: ['work-orders.still-red 2 栗坪社区'] });
  });
});
