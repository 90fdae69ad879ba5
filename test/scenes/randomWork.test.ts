/** Random days in a house: sheets, evaluations, and whatever the buttons offer to whoever it is. Whatever happens, the promises about orders, warnings, clocks and the audit log hold. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { workOrderLifecycle } from '#catalog/lifecycles/workOrder.ts';
import type { Handling, OrderFile, OrderPage } from '#features/workOrders/contract.ts';
import type { WarningPage } from '#features/warnings/contract.ts';
import { inputsOf } from '../fixtures/cases.ts';
import { people } from '../imports/house.ts';
import { type CaseHouse, openCaseHouse, type Post, sendEmployment } from './caseHouse.ts';

const steps = 150;
const workers: readonly Post[] = ['leader', 'grid', 'community', 'neighbour', 'street', 'county', 'labour', 'prefecture'];
let house: CaseHouse;
beforeAll(async () => {
  house = await openCaseHouse();
});
afterAll(() => house?.close());

/** Numbers that are the same in each run. */
const numbers = fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: steps * 8, seed: 20_240_701 })[Symbol.iterator]();
const choose = (below: number): number => (below === 0 ? 0 : (numbers.next().value ?? 0) % below);
const oneOf = <T>(some: readonly T[]): T | undefined => some[choose(some.length)];

let day = 0;
const done = { evaluated: 0, moved: 0, refused: 0 };

/** A new day: perhaps a sheet of the bureau, then the evaluation. */
async function newDay(): Promise<void> {
  day += 1 + choose(9);
  const on = new Date(Date.parse('2024-07-01T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10);
  await sendEmployment(
    house,
    on,
    [people.wang, people.li, people.zhao].map(({ id }) => ({ id, works: choose(3) > 0, since: '2024-06-25' })),
  );
  await house.evaluateOn(`${on}T0${choose(10)}:30:00+08:00`);
  await house.watchAt(`${on}T1${choose(10)}:00:00+08:00`);
  done.evaluated += 1;
}

/** Somebody looks at an order or a warning and presses a button. */
async function press(): Promise<void> {
  const as = oneOf(workers) ?? 'county';
  house.clock.jump({ minutes: 5 });
  const isOrder = choose(2) === 0;
  const path = isOrder ? '/work-orders' : '/warnings';
  const list = await house.get<OrderPage | WarningPage>(as, `${path}?state=all`);
  const row = oneOf<{ id: number }>(list.body.rows);
  if (!row) return;
  const file = await house.get<OrderFile | Handling>(as, isOrder ? `${path}/${row.id}` : `${path}/${row.id}/handling`);
  const offer = oneOf(file.body.offers.filter(({ blocked }) => blocked === null));
  if (!offer) return;
  const owner = house.accounts[oneOf(['grid', 'community', 'neighbour', 'county'] as const) ?? 'county'];
  const given = inputsOf(isOrder ? workOrderLifecycle : warningLifecycle, offer.verb, house.clock.today(), owner, choose);
  const answer = await house.post(as, `${path}/${row.id}/${offer.verb}`, given);
  // The only thing that a button does not know is whether the person chosen holds a post there.
  if (answer.status !== 200) expect([answer.body.code, offer.verb]).toEqual(['work-orders.owner-not-here', offer.verb]);
  if (answer.status === 200) done.moved += 1;
  else done.refused += 1;
}

async function promises(): Promise<void> {
  const [broken] = await house.database.query(sql`
    select
      (select count(*)::integer from (select 1 from warning where stage not in ('archived', 'withdrawn') group by item_code, subject_key having count(*) > 1) twice) as warned_twice,
      (select count(*)::integer from (select 1 from work_order where state <> 'closed' group by place_kind, place_key having count(*) > 1) twice) as ordered_twice,
      (select count(*)::integer from (select 1 from work_order_item where left_at is null group by warning_id having count(*) > 1) twice) as listed_twice,
      (select count(*)::integer from work_order_item join work_order using (order_id) where state = 'closed' and left_at is null) as left_on_closed,
      (select count(*)::integer from warning where stage = 'raised' and held_back_by = '{}' and silenced_until is null
        and not exists (select from work_order_item item where item.warning_id = warning.warning_id and left_at is null)) as without_order,
      (select count(*)::integer from warning_clock where due_at <= started_at or met_at < started_at or warn_at > due_at) as backward_clocks,
      (select count(*)::integer from warning_clock clock join warning using (warning_id, round) where met_at is null and stage not in ('raised', 'signed', 'checked', 'handled')) as running_for_nothing,
      (select count(*)::integer from warning_clock clock join warning using (warning_id, round) join work_order_item item using (warning_id) join work_order using (order_id)
        where left_at is null and met_at is null and work_order.state <> 'closed' and (clock.due_at is null) <> exists (
          select from work_order_pause pause where pause.order_id = work_order.order_id and to_at is null)) as apart_from_order,
      (select count(*)::integer from (select happened_at < lag(happened_at) over (partition by order_id order by event_id) as back from work_order_event) e where back) as backward_events,
      (select count(*)::integer from work_order_event where account is not null) - (select count(*)::integer from audit_entry where verb like 'work-orders.%' and object_kind = 'work-order' and before is not null) as unaudited`);
  expect(broken).toEqual({
    warned_twice: 0,
    ordered_twice: 0,
    listed_twice: 0,
    left_on_closed: 0,
    without_order: 0,
    backward_clocks: 0,
    running_for_nothing: 0,
    apart_from_order: 0,
    backward_events: 0,
    unaudited: 0,
  });
}

test(`the promises hold on ${steps} random steps`, async () => {
  await newDay();
  for (let step = 0; step < steps; step += 1) {
    if (choose(7) === 0) await newDay();
    else await press();
    if (step % 10 === 9) await promises();
  }
  expect(done.evaluated).toBeGreaterThan(10);
  expect(done.moved).toBeGreaterThan(40);
  const reached = await house.database.query<{ stage: string }>(sql`select distinct to_stage as stage from warning_event where to_stage is not null`);
  expect(reached.length).toBeGreaterThanOrEqual(5);
});
