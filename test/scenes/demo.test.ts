/** The demonstration shows the life of the house: orders, visits and appeals in every state, made by its people through the routes by which everybody works. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { routedVerbs, statesOf } from '#catalog/lifecycles/lifecycle.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import { liveDemo } from '#cli/demo/liveDemo.ts';
import { prepareStandard } from '#cli/withHouse.ts';
import { importPaths } from '#features/imports/importPaths.ts';
import { writeSample } from '#sample/writeSample.ts';
import { testMachine } from '../fixtures/testMachine.ts';
import { openTestHouse, type TestHouse } from '../imports/house.ts';

const today = '2026-06-30';
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  house.clock.set(`${today}T16:00:00+08:00`);
  const machine = testMachine(house);
  await prepareStandard(machine);
  const folder = mkdtempSync(join(tmpdir(), 'anju-demo-'));
  await writeSample({ out: folder, people: 6000, until: today, months: 3, faults: true });
  for await (const _report of importPaths(house, [folder], { statedBy: '演示' }));
  rmSync(folder, { recursive: true });
  await liveDemo(machine, ['2026-04-30', '2026-05-31', today], () => {});
}, 300_000);
afterAll(() => house?.close());

/** The values of a column, each once. */
const valuesOf = async (column: string, from: string): Promise<string[]> =>
  (await house.database.query<{ value: string }>(sql`select distinct ${raw(column)} as value from ${raw(from)}`)).map(({ value }) => value).sort();
const countOf = async (from: string): Promise<number> =>
  (await house.database.one<{ count: number }>(sql`select count(*)::integer as count from ${raw(from)}`)).count;

test('orders stand in every state, and people did nearly everything that can be done with one', async () => {
  expect(await valuesOf('state', 'work_order')).toEqual([...statesOf(workOrderLifecycle)].sort());
  const done = await valuesOf('verb', 'work_order_event where account is not null');
  expect(routedVerbs(workOrderLifecycle).filter((verb) => !done.includes(verb))).toEqual(['refuse', 'resume']);
});

test('warnings were judged in each way, silenced, supervised, cleared, escalated; what people found says by which way', async () => {
  expect(await valuesOf('verdict', 'warning where verdict is not null')).toEqual(['1', '2', '3', '4']);
  expect(await valuesOf('source', 'warning')).toEqual(['1', '2', '3', '4', '5']);
  expect(await countOf(`warning where silenced_until > '${today}'`)).toBeGreaterThan(0);
  expect(await countOf('warning where supervised_at is not null')).toBeGreaterThan(0);
  expect(await countOf(`warning where source <> '1' and stage = 'tracked'`)).toBeGreaterThan(0);
  expect(await countOf('warning where escalated_to is not null')).toBeGreaterThan(0);
});

test('one is closed though its household is still at a level, and one was taken up again', async () => {
  expect(
    await countOf(`work_order join work_order_item using (order_id) join warning using (warning_id)
    where work_order.state = 'closed' and warning.stage = 'reviewed' and warning.state = 'open'`),
  ).toBeGreaterThan(0);
  expect(await countOf('work_order where reopens is not null')).toBeGreaterThan(0);
});

test('appeals stand in every state', async () => {
  expect(await valuesOf('state', 'appeal_case')).toEqual([...statesOf(appealLifecycle)].sort());
});

test('visits met people and closed doors; answers were stored, refused, and met another', async () => {
  expect(await valuesOf('outcome', 'visit_record')).toEqual(['met', 'nobody-home']);
  expect(await valuesOf('state', 'visit_answer')).toEqual(['conflict', 'refused', 'stored']);
  // What was answered at the door fits who lives there.
  expect(await countOf('household where coliving_count > member_count')).toBe(0);
});

test('all of it lies in the last weeks, by people of the demonstration, and stands in the audit log', async () => {
  const [span] = await house.database.query<{ first: string; last: string }>(sql`
    select min(happened_at) as first, max(happened_at) as last from work_order_event where account is not null`);
  expect([String(span?.first) > '2026-06-01', String(span?.last) < '2026-06-30']).toEqual([true, true]);
  const [astray] = await house.database.query(sql`
    select (select count(*)::integer from work_order_event event join account on account_id = event.account where not is_demo) as others,
      (select count(*)::integer from work_order_event where account is not null) - (select count(*)::integer from audit_entry where verb like 'work-orders.%' and object_kind = 'work-order' and before is not null) as untold`);
  expect(astray).toEqual({ others: 0, untold: 0 });
});
