/** Fifty kills while an evaluation raises warnings, opens orders and dispatches them, and while clocks are watched: no order is lost, none doubled, nothing told twice. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { watchClocks } from '#features/workOrders/watchClocks.ts';
import { type Database, openDatabase, type Queryable, type Transaction } from '#platform/database/database.ts';
import { householdHeader, idNumber, personHeader, send } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, sendEmployment } from './caseHouse.ts';

const households = 40;
const kills = 50;
const day = '2024-07-01';
let house: CaseHouse;

beforeAll(async () => {
  house = await openCaseHouse();
  const some = Array.from({ length: households }, (_, at) => ({ no: `K-${String(at).padStart(4, '0')}`, id: idNumber('1980-05-05', at + 1), at }));
  const home = (at: number): string => (at % 2 === 0 ? '栗坪安置点|栗坪社区' : '洒金安置点|洒金社区');
  const sent = await send(
    house,
    `${householdHeader}\n${some.map(({ no, id, at }) => `${no}|韦安|${id}|兴义市|某乡某村|${home(at)}|1栋|1|${200 + at}|2018-05-01|2018|1|1|1|1|13900000001|1`).join('\n')}`,
    { dataDate: '2024-06-01' },
  );
  expect(sent).toMatchObject({ added: households, problems: [] });
  await send(
    house,
    `${personHeader}\n${some.map(({ no, id, at }) => `${no}|韦安|${id}|汉族|本人|1|8|K-${String(at).padStart(4, '0')}`).join('\n')}`,
    {
      dataDate: '2024-06-01',
    },
  );
  await sendEmployment(
    house,
    day,
    some.map(({ id }) => ({ id, works: false, since: '2024-06-28' })),
  );
});
afterAll(() => house?.close());

/** The database of a process that is killed at its n-th statement inside a transaction: the server ends that session, as it does when a process dies. Answers how many statements there were. */
async function killAtStatement(number: number, work: (database: Database) => Promise<unknown>): Promise<number> {
  const victim = openDatabase(house.database.url, 2);
  let seen = 0;
  const mortal = <T extends Queryable>(tx: T, pid: number): T =>
    new Proxy(tx, {
      get: (target, name: keyof Transaction) => {
        const act = (target as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>)[name];
        if (!['query', 'one', 'maybe', 'execute', 'raw'].includes(name)) return act;
        return async (...given: unknown[]) => {
          seen += 1;
          if (seen === number) await house.database.query(sql`select pg_terminate_backend(${pid}::integer)`);
          return act?.apply(target, given);
        };
      },
    });
  const database: Database = {
    ...victim,
    transaction: (inside, options) =>
      victim.transaction(async (tx) => {
        const { pid } = await tx.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        const outcome = await inside(mortal(tx, pid));
        // Only counted: nothing of it may stay.
        if (number === Number.POSITIVE_INFINITY) throw new Error('counted');
        return outcome;
      }, options),
  };
  await work(database).catch(() => 'killed');
  await victim.close();
  return seen;
}

/** Kills the work at statements spread over all of it, in an order that is the same each time. */
async function killAgainAndAgain(times: number, statements: number, work: (database: Database) => Promise<unknown>): Promise<void> {
  expect(statements).toBeGreaterThan(10);
  const numbers = fc.sample(fc.integer({ min: 1, max: statements }), { numRuns: times, seed: 7 });
  for (const number of numbers) await killAtStatement(number, work);
}

test('the evaluation is killed again and again, and then runs to its end', async () => {
  house.clock.set(`${day}T10:00:00+08:00`);
  const order = { day, moment: momentOf(day, house.clock.now()) };
  const statements = await killAtStatement(Number.POSITIVE_INFINITY, (database) => evaluate(database, order));
  await killAgainAndAgain(kills, statements, (database) => evaluate(database, order));
  expect(await house.database.query(sql`select order_id from work_order`)).toEqual([]);
  await evaluate(house.database, order);
  const [orders] = await house.database.query(sql`
    select count(*)::integer as orders, count(distinct place_key)::integer as places, (count(*) filter (where state = 'dispatched'))::integer as dispatched,
      (select count(*)::integer from work_order_event where verb = 'assign') as assigned,
      (select count(*)::integer from work_order_item) as items, (select count(distinct warning_id)::integer from work_order_item) as warnings,
      (select count(*)::integer from warning where item_code = 'C01') as raised,
      (select count(*)::integer from warning_clock join warning using (warning_id) where item_code = 'C01' and clock = 'sign') as clocks
    from work_order`);
  expect(orders).toEqual({
    orders: households,
    places: households,
    dispatched: households,
    assigned: households,
    items: households,
    warnings: households,
    raised: households,
    clocks: households,
  });
  // Each owner hears of all their orders as one notice, of the run that came to its end.
  const told = await house.database.query(sql`
    select kind, (words ->> 'count')::integer as count from notice where kind like 'work-orders.assigned%' and settlement_code is not null order by 2, 1`);
  expect(told).toEqual([
    { kind: 'work-orders.assigned-several', count: households / 2 },
    { kind: 'work-orders.assigned-several', count: households / 2 },
  ]);
});

test('clocks are watched by runs that are killed: each is escalated once', async () => {
  house.clock.set('2024-07-02T18:00:00+08:00');
  // One statement looks for what is soon over, one for what is missed, three tell of each that was.
  await killAgainAndAgain(kills, 2 + 3 * households, (database) => watchClocks(database, house.clock.now()));
  expect(await house.database.query(sql`select event_id from warning_event where kind = 'escalate'`)).toEqual([]);
  await watchClocks(house.database, house.clock.now());
  const [told] = await house.database.query(sql`
    select (select count(*)::integer from warning_event where kind = 'escalate') as events, (select count(*)::integer from audit_entry where verb = 'warnings.escalate') as audited,
      (select count(*)::integer from warning_clock where escalated_at is not null) as escalated, (select count(*)::integer from warning_clock where met_at is null and due_at < ${house.clock.now()}) as missed`);
  expect(told).toEqual({ events: households, audited: households, escalated: households, missed: households });
  const notices = await house.database.query(sql`
    select kind, sum((words ->> 'count')::integer)::integer as count, count(*)::integer as notices from notice where kind in ('work-orders.overdue', 'work-orders.escalated') group by 1 order by 1`);
  expect(notices).toEqual([
    { kind: 'work-orders.escalated', count: households, notices: 1 },
    { kind: 'work-orders.overdue', count: households, notices: 2 },
  ]);
});
