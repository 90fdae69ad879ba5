/** Random days of appeals: told at the counter, on the public page and by files of 12345, and whatever the buttons offer to whoever it is. Whatever happens, the promises about clocks, parties, the register and the audit log hold. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { clocksIn, statesOf, verbsOf } from '#catalog/lifecycles/lifecycle.ts';
import type { AppealPage, Receipt } from '#features/appeals/contract.ts';
import { appealState, closedStates } from '#features/appeals/appealState.ts';
import { followAppeal } from '#features/appeals/followAppeal.ts';
import { moveAppeal } from '#features/appeals/moveAppeal.ts';
import { watchAppeals } from '#features/appeals/watchAppeals.ts';
import { type AppealHouse, openAppealHouse, type Post } from '../appeals/house.ts';
import { inputsOf } from '../fixtures/cases.ts';
import { send } from '../imports/house.ts';

const steps = 400;
const workers: readonly Post[] = ['prefecture', 'county', 'street', 'community', 'clerk', 'education', 'civil'];
const units = ['area:522301A001', 'area:522301001', 'area:522301', 'department:教育局', 'department:民政局'];
let house: AppealHouse;
beforeAll(async () => {
  house = await openAppealHouse();
  house.clock.set('2024-07-01T09:00:00+08:00');
});
afterAll(() => house?.close());

/** Numbers that are the same in each run. */
const numbers = fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: steps * 60, seed: 20_240_702 })[Symbol.iterator]();
const choose = (below: number): number => (below === 0 ? 0 : (numbers.next().value ?? 0) % below);
const oneOf = <T>(some: readonly T[]): T | undefined => some[choose(some.length)];

const receipts: Receipt[] = [];
/** Numbers that 12345 handed over, with the day of each. */
const files: [no: string, day: string][] = [];
const done = { told: 0, moved: 0, judged: 0, watched: 0 };
/** What a button does not know: what was typed or chosen beside it. */
const refusals = ['appeals.unit-is-accused', 'appeals.merge-target', 'appeals.extension-too-long'];

/** Somebody tells something: at the counter, or a file of 12345 comes, perhaps once more with what the other system did. */
async function tell(): Promise<void> {
  done.told += 1;
  if (choose(4) === 0) {
    const at = house.clock.now().toISOString().slice(0, 10);
    const isNew = files.length === 0 || choose(2) === 0;
    const [no, from] = isNew ? [`GD-${done.told}`, at] : (oneOf(files) ?? ['', at]);
    if (isNew) files.push([no, from]);
    const closed = isNew ? '|' : `解释疏导|${at} 08:00`;
    await send(
      house,
      `诉求编号|安置点|来源渠道|性质|内容|办理类型|紧急程度|受理时间|处理结果|办结时间\n${no}|栗坪安置点|电话12345|求助|楼顶漏水到家里|12345|一般|${from} 08:00|${closed}`,
      { register: 'appeal', dataDate: at },
    );
    return;
  }
  const against = choose(5) === 0 ? oneOf(units) : undefined;
  const order = {
    track: String(1 + choose(3)),
    nature: String(1 + choose(6)),
    urgency: String(1 + choose(4)),
    channel: oneOf(['1', '2', '3', '7', '8']),
  };
  receipts.push(await house.take({ ...order, ...(against && { against }) }));
}

/** Somebody looks at an appeal and presses a button. */
async function press(): Promise<void> {
  const as = oneOf(workers) ?? 'county';
  const list = await house.ask<AppealPage>(as, 'GET', `/appeals?state=${choose(4) === 0 ? 'all' : 'open'}&size=200`);
  const row = oneOf(list.body.rows);
  if (!row) return;
  const { offers } = await house.see(as, row.no);
  // What ends it early is done more seldom than the rest.
  const rests = ['withdraw', 'merge', 'refuse'].filter(() => choose(5) > 0);
  const offer = oneOf(offers.filter(({ verb, blocked }) => blocked === null && !rests.includes(verb)));
  if (!offer) return;
  const given = inputsOf(appealLifecycle, offer.verb, house.clock.today(), 0, choose);
  for (const { name, choices, onlyWith } of offer.needs) {
    if (choices.length > 0) given[name] = oneOf(choices)?.code ?? '';
    if (onlyWith) given[name] = given[onlyWith.input] === onlyWith.is ? '可请求县级复查' : '';
  }
  for (const name of ['unit', 'party']) if (name in given) given[name] = oneOf(units) ?? '';
  if ('into' in given) given.into = oneOf(list.body.rows)?.no ?? '';
  const { status, body } = await house.ask<{ code: string }>(as, 'POST', `/appeals/${row.no}/${offer.verb}`, given);
  if (status === 200) done.moved += 1;
  else expect(refusals, `${offer.verb} of ${row.no}: ${status} ${JSON.stringify(body)}`).toContain(body.code);
}

/** Whoever told it looks, and does what they may: behind the allowance of an address. */
async function come(): Promise<void> {
  const no = oneOf(receipts)?.no;
  if (no === undefined) return;
  const { database, clock, keys, actor } = house;
  const { may } = await followAppeal(database, no, clock.now());
  const offer = oneOf(may.filter(({ blocked }) => blocked === null));
  const verb = verbsOf(appealLifecycle).find((one) => one === offer?.verb);
  if (verb === undefined) return;
  await moveAppeal({ database, clock, keys, actor, caller: null }, no, verb, inputsOf(appealLifecycle, verb, clock.today(), 0, choose));
  done.judged += 1;
}

async function later(): Promise<void> {
  house.clock.jump({ minutes: 60 * choose(80) });
  await watchAppeals(house.database, house.clock.now());
  done.watched += 1;
}

/** Which clocks run in which state. */
const running = statesOf(appealLifecycle).flatMap((state) => clocksIn(appealLifecycle, state).map((clock) => `${state} ${clock}`));

const moves = ['create', ...verbsOf(appealLifecycle)].map((verb) => `appeals.${verb}`);

async function promises(): Promise<void> {
  await watchAppeals(house.database, house.clock.now());
  const [broken] = await house.database.query(sql`
    select
      (select count(*)::integer from (
        select (select string_agg('appeals.' || verb, ' ' order by event_id) from appeal_event event where event.appeal_no = told.appeal_no) as happened,
          (select string_agg(verb, ' ' order by entry_id) from audit_entry where object_kind = 'appeal' and object_key = told.appeal_no
            and verb = any(${moves}::text[])) as audited
        from appeal_case told) each where happened is distinct from audited) as unaudited,
      (select count(*)::integer from (select happened_at < lag(happened_at) over (partition by appeal_no order by event_id) as back from appeal_event) e where back) as backward_events,
      (select count(*)::integer from appeal_clock where due_at < started_at or met_at < started_at or warn_at > due_at) as backward_clocks,
      (select count(*)::integer from (select 1 from appeal_clock where met_at is null group by appeal_no, clock having count(*) > 1) twice) as running_twice,
      (select count(*)::integer from appeal_clock join appeal_case using (appeal_no) join appeal using (appeal_no) where met_at is null and ${appealState} || ' ' || clock <> all(${running}::text[])) as running_for_nothing,
      (select count(*)::integer from appeal join appeal_case using (appeal_no) join unnest(${running}::text[]) as pair on split_part(pair, ' ', 1) = ${appealState} where not exists (
        select from appeal_clock where appeal_clock.appeal_no = appeal_case.appeal_no and met_at is null and clock = split_part(pair, ' ', 2))) as not_running,
      (select count(*)::integer from appeal_clock join appeal_case using (appeal_no) join appeal using (appeal_no)
        where clock = 'answer' and met_at is null and appeal.due_at <> appeal_clock.due_at) as apart_from_register,
      (select count(*)::integer from appeal join appeal_case using (appeal_no) where appeal_no like 'SQ%' and (closed_at is not null) <> (state = any(${closedStates}::text[]))) as closed_apart,
      (select count(*)::integer from appeal_case where (unit is not null) <> exists (
        select from appeal_party where appeal_party.appeal_no = appeal_case.appeal_no and part = 'handles' and party = unit)) as unit_apart,
      (select count(*)::integer from appeal_party one join appeal_party other using (appeal_no, party) where one.part = 'against' and other.part <> 'against') as with_the_accused,
      (select count(*)::integer from appeal_case joined join appeal using (appeal_no) left join appeal_case main on main.appeal_no = appeal.repeat_of
        where joined.state = 'merged' and (repeat_of is null or main.state = 'merged')) as merged_into_nothing`);
  expect(broken).toEqual({
    unaudited: 0,
    backward_events: 0,
    backward_clocks: 0,
    running_twice: 0,
    running_for_nothing: 0,
    not_running: 0,
    apart_from_register: 0,
    closed_apart: 0,
    unit_apart: 0,
    with_the_accused: 0,
    merged_into_nothing: 0,
  });
}

test(`the promises hold on ${steps} random steps`, async () => {
  for (let step = 0; step < steps; step += 1) {
    const which = choose(12);
    house.clock.jump({ minutes: 5 });
    if (which <= 1) await tell();
    else if (which === 2) await later();
    else if (which === 3) await come();
    else await press();
    if (step % 10 === 9) await promises();
  }
  expect(done.told).toBeGreaterThan(15);
  expect(done.moved).toBeGreaterThan(100);
  expect(done.judged).toBeGreaterThan(5);
  const reached = await house.database.query<{ state: string }>(sql`select distinct to_state as state from appeal_event`);
  expect(reached.length).toBeGreaterThanOrEqual(9);
});
