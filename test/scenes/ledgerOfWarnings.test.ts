/** The story of warnings about one household, day by day: raised, grown, unknown, recovering, recovered, retracted; and the same day twice changes nothing. */
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '#features/evaluation/evaluate.ts';
import { momentOf } from '#features/evaluation/moment.ts';
import { seedCalendar } from '#features/calendar/calendar.ts';
import { retractWarnings } from '#features/warnings/retractWarnings.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/testDatabase.ts';

let test: TestDatabase;
const settlement = '522301A001';
const never = new Date('2000-01-01T00:00:00Z');

const on = (day: string): Promise<unknown> => evaluate(test.database, { day, moment: momentOf(day, never) });

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const full = { settlement_code: settlement, data_date: '2024-01-01', import_id: 1, ...row };
  const names = Object.keys(full).join(', ');
  await test.database.execute(sql`insert into ${raw(table)} (${raw(names)})
    select ${raw(names)} from jsonb_populate_record(null::${raw(table)}, ${JSON.stringify(full)}::jsonb)`);
}

const deliver = (register: string, day: string): Promise<void> => insert('register_feed', { register, data_date: day, nil: false });

const warningsOf = (item: string): Promise<{ level: string; state: string; stage: string; recovered_days: number }[]> =>
  test.database.query(sql`select level, state, stage, recovered_days from warning where item_code = ${item} order by warning_id`);

const eventsOf = async (item: string): Promise<string[]> =>
  (
    await test.database.query<{ said: string }>(sql`
      select kind || coalesce(' ' || to_level, '') as said from warning_event join warning using (warning_id) where item_code = ${item} order by event_id`)
  ).map((row) => row.said);

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.transaction((tx) => seedCalendar(tx));
  await insert('settlement', { settlement_name: '安和家园', county_code: '522301', street_code: '522301001', status: '1' });
  await insert('household', {
    household_no: 'H001',
    head_name: '韦安和',
    community_code: '522301001001',
    building_code: `${settlement}-1`,
    movein_date: '2019-05-01',
    household_type: '1',
    member_count: 1,
    coliving_count: 1,
    labour_count: 1,
    status: '1',
  });
  await insert('person', {
    person_no: 'P001',
    household_no: 'H001',
    name: '韦安和',
    sex: '1',
    birth_date: '1985-03-03',
    labour_ability: '1',
    school_status: '9',
  });
  await insert('employment', {
    person_no: 'P001',
    emp_status: '2',
    job_wish: '1',
    unemployed_on: '2024-01-05',
    import_id: 7,
    sheet: 0,
    line: 214,
    data_date: '2024-01-06',
  });
});

afterAll(() => test.drop());

describe('warnings about a household without work', () => {
  it('is raised at the level of the day, with its evidence and the day it stands since', async () => {
    await deliver('employment', '2024-01-08');
    await on('2024-01-08');
    expect(await warningsOf('C01')).toMatchObject([{ level: 'yellow', state: 'open' }]);
    const evidence = await test.database.query(sql`
      select register, line from warning_evidence join warning using (warning_id) where item_code = 'C01'`);
    expect(evidence).toEqual([{ register: 'employment', line: 214 }]);
  });

  it('is the same after the same day is evaluated again', async () => {
    const rows = (): Promise<unknown[]> => test.database.query(sql`select * from warning order by warning_id`);
    const before = [await rows(), await eventsOf('C01')];
    await on('2024-01-08');
    expect([await rows(), await eventsOf('C01')]).toEqual(before);
  });

  it('follows the level as the working days pass', async () => {
    await on('2024-01-11');
    expect(await warningsOf('C01')).toMatchObject([{ level: 'orange', state: 'open' }]);
    const seen = async (): Promise<unknown> =>
      (await test.database.one<{ facts: object }>(sql`select facts from warning where item_code = 'C01'`)).facts;
    const before = await seen();
    await on('2024-01-18');
    expect(await warningsOf('C01')).toMatchObject([{ level: 'red', state: 'open' }]);
    expect(await seen(), 'the values are those of the level').not.toEqual(before);
    const { facts } = await test.database.one<{ facts: object }>(sql`
      select to_jsonb(household_fact) as facts from household_fact where subject_key = 'H001' and month = '2024-01-01'`);
    expect(facts).toMatchObject((await seen()) as object);
  });

  it('is unknown, not gone, while the register is silent; the department is warned instead', async () => {
    await on('2024-01-25');
    expect(await warningsOf('C01')).toMatchObject([{ level: 'red', state: 'unknown' }]);
    const late = await test.database.query(sql`select register, cleared_on from data_warning where register = 'employment'`);
    expect(late).toEqual([{ register: 'employment', cleared_on: null }]);
  });

  it('recovers when someone has work, and is recovered once that has held for 30 days', async () => {
    await test.database.execute(
      sql`update employment set emp_status = '1', emp_form = '1', start_on = '2024-01-26', unemployed_on = null where person_no = 'P001'`,
    );
    for (const day of ['2024-01-26', '2024-02-08', '2024-02-20', '2024-03-01']) await deliver('employment', day);
    await on('2024-01-27');
    expect(await warningsOf('C01')).toMatchObject([{ state: 'recovering', recovered_days: 0 }]);
    await on('2024-02-16');
    expect(await warningsOf('C01')).toMatchObject([{ state: 'recovering', recovered_days: 20 }]);
    await on('2024-02-26');
    expect(await warningsOf('C01')).toMatchObject([{ state: 'recovered', stage: 'tracked', recovered_days: 30 }]);
    const late = await test.database.query(sql`select cleared_on from data_warning where register = 'employment'`);
    expect(late).toEqual([{ cleared_on: '2024-01-27' }]);
  });

  it('never moves back: evaluating a past day leaves the ledger alone', async () => {
    const before = await eventsOf('C01');
    await on('2024-01-10');
    expect(await eventsOf('C01')).toEqual(before);
  });

  it('opens the same warning again at a relapse while it is followed, and retracts it when the import that it rested on is taken back', async () => {
    await test.database.execute(sql`
      update employment set emp_status = '2', unemployed_on = '2024-02-27', start_on = null, import_id = 9, data_date = '2024-02-28' where person_no = 'P001'`);
    await on('2024-03-01');
    expect(await warningsOf('C01')).toMatchObject([{ state: 'open', stage: 'raised' }]);
    await test.database.execute(
      sql`update employment set emp_status = '1', unemployed_on = null, start_on = '2024-01-26', import_id = 7 where person_no = 'P001'`,
    );
    expect(await test.database.transaction((tx) => retractWarnings(tx, 9))).toBeGreaterThan(0);
    await on('2024-03-02');
    expect(await warningsOf('C01')).toMatchObject([{ state: 'retracted', stage: 'withdrawn' }]);
  });
});

describe('an item with a waiting time before the warning', () => {
  it('is raised only when its level has stood for seven days', async () => {
    await insert('school', {
      school_no: 'S001',
      name: '安和小学',
      stage: '2',
      build_type: '1',
      completed_on: '2019-08-01',
      capacity: 500,
      classes: 10,
      large_classes: 0,
      students: 400,
      teachers: 10,
      relocated_students: 400,
    });
    await deliver('school', '2024-03-01');
    await on('2024-03-03');
    expect(await warningsOf('A03')).toEqual([]);
    await on('2024-03-09');
    expect(await warningsOf('A03')).toEqual([]);
    await on('2024-03-10');
    expect(await warningsOf('A03')).toMatchObject([{ level: 'red', state: 'open' }]);
  });
});

describe('a subject that the item does not concern any more', () => {
  it('is told apart from one of whom the data are well, where the item waits and where it does not', async () => {
    await test.database.execute(sql`
      update employment set emp_status = '2', unemployed_on = '2024-03-11', start_on = null, data_date = '2024-03-11' where person_no = 'P001'`);
    for (const register of ['employment', 'school']) await deliver(register, '2024-03-11');
    await on('2024-03-12');
    expect((await warningsOf('C01')).at(-1)).toMatchObject({ level: 'yellow', state: 'open' });
    await test.database.execute(sql`update person set labour_ability = '4' where person_no = 'P001'`);
    await test.database.execute(sql`update school set completed_on = '2025-08-01' where school_no = 'S001'`);
    await on('2024-03-13');
    expect((await warningsOf('C01')).at(-1)).toMatchObject({ state: 'recovering' });
    expect((await eventsOf('C01')).at(-1)).toBe('recovering-unconcerned');
    expect(await warningsOf('A03')).toMatchObject([{ state: 'recovered' }]);
    expect(await eventsOf('A03')).toContain('recovered-unconcerned');
    expect([...(await eventsOf('C01')), ...(await eventsOf('A03'))].filter((kind) => kind === 'recovering')).toHaveLength(1);
  });
});
