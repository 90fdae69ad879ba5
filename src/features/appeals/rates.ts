/** How appeals go, by unit, item or area: each statutory clock in time, returned, re-opened, refused, merged, said again, satisfied. Counted over the appeals that came between two days. */
import { items } from '#catalog/catalog.ts';
import { type CountedBy, countByArea } from '#features/areas/countByArea.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { type Sql } from 'sql-template-tag';
import { appealState, closedStates } from './appealState.ts';
import type { AppealRateFilter, AppealRateRow, AppealRates } from './rateContract.ts';
import { isSeenAppeal } from './seenAppeals.ts';

const counts = ['appeals', 'closed', 'replied', 'returned', 'reopened', 'refused', 'merged', 'repeated', 'asked', 'satisfied'] as const;
const clockNames = ['accept', 'answer', 'review', 're-review'] as const;

type Counted = { key: string } & Record<(typeof counts)[number], number>;

interface CountedClock {
  key: string;
  clock: (typeof clockNames)[number];
  over: number;
  in_time: number;
}

/** The appeals that came between two days, one line each with the key that it counts for. */
const lines = (database: ScopedDatabase, key: Sql, { from, to }: AppealRateFilter): Sql => {
  const came = sql`coalesce(appeal_case.taken_at, appeal.accepted_at)`;
  return sql`
    select ${key} as key, appeal.appeal_no, ${appealState} as state, appeal.accepted_at, appeal.due_at, appeal.closed_at, appeal.result, appeal.repeat_of, appeal.satisfaction,
      appeal_case.replied_at, coalesce(appeal_case.returns, 0) as returns, coalesce(appeal_case.reopened, 0) as reopened
    from appeal left join appeal_case using (appeal_no) left join person on person.person_no = appeal.person_no
    where ${isSeenAppeal(database)} and ${came} >= ${`${from}T00:00:00+08:00`}::timestamptz and ${came} < (${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day')`;
};

function countBy(database: ScopedDatabase, key: Sql, filter: AppealRateFilter): Promise<Counted[]> {
  return database.query<Counted>(sql`
    with line as (${lines(database, key, filter)})
    select coalesce(key, '') as key, count(*)::integer as appeals, (count(*) filter (where state = any(${closedStates}::text[])))::integer as closed,
      (count(*) filter (where replied_at is not null or state = any(${closedStates}::text[])))::integer as replied,
      (count(*) filter (where returns > 0))::integer as returned, (count(*) filter (where reopened > 0))::integer as reopened,
      (count(*) filter (where result = '4'))::integer as refused, (count(*) filter (where state = 'merged'))::integer as merged,
      (count(*) filter (where repeat_of is not null))::integer as repeated,
      (count(*) filter (where satisfaction in ('1', '2', '3', '4')))::integer as asked, (count(*) filter (where satisfaction in ('1', '2', '3')))::integer as satisfied
    from line group by 1 order by 1`);
}

/** Clocks that were met or are over. An appeal of which only the register tells has the one clock that the register tells of. */
function clocksBy(database: ScopedDatabase, key: Sql, filter: AppealRateFilter, now: Date): Promise<CountedClock[]> {
  return database.query<CountedClock>(sql`
    with line as (${lines(database, key, filter)}), ran as (
      select key, clock, appeal_clock.due_at, met_at from line join appeal_clock using (appeal_no)
      union all
      select key, 'answer', due_at, closed_at from line
      where due_at is not null and not exists (select from appeal_clock where appeal_clock.appeal_no = line.appeal_no)
    )
    select coalesce(key, '') as key, clock, count(*)::integer as over, (count(*) filter (where met_at <= due_at))::integer as in_time
    from ran where met_at is not null or due_at < ${now}::timestamptz group by 1, 2`);
}

const none: Omit<Counted, 'key'> = {
  appeals: 0,
  closed: 0,
  replied: 0,
  returned: 0,
  reopened: 0,
  refused: 0,
  merged: 0,
  repeated: 0,
  asked: 0,
  satisfied: 0,
};

function rowOf(name: AppealRateRow['name'], counted: Counted, clocks: readonly CountedClock[]): AppealRateRow {
  const { key, appeals, closed, replied, returned, reopened, refused, merged, repeated, asked, satisfied } = counted;
  const inTime = (clock: CountedClock['clock']) => {
    const found = clocks.find((one) => one.key === key && one.clock === clock);
    return { count: found?.in_time ?? 0, of: found?.over ?? 0 };
  };
  return {
    key,
    name,
    appeals,
    closed,
    inTime: { accept: inTime('accept'), answer: inTime('answer'), review: inTime('review'), 're-review': inTime('re-review') },
    returned: { count: returned, of: appeals },
    reopened: { count: reopened, of: replied },
    refused: { count: refused, of: appeals },
    merged: { count: merged, of: appeals },
    repeated: { count: repeated, of: appeals },
    satisfied: { count: satisfied, of: asked },
  };
}

/** The rates inside the scope. Areas are those right below the one asked for, or the caller's own. */
export async function viewAppealRates(database: ScopedDatabase, filter: AppealRateFilter, now: Date): Promise<AppealRates> {
  const all = await countBy(database, sql`'all'`, filter);
  const total = rowOf({ zh: '合计', en: 'All' }, { ...none, key: 'all', ...all[0] }, await clocksBy(database, sql`'all'`, filter, now));
  const { key, nameOf } = await keyFor(database, filter);
  const clocks = await clocksBy(database, key, filter, now);
  return { rows: (await countBy(database, key, filter)).map((row) => rowOf(nameOf(row.key), row, clocks)), total };
}

async function keyFor(database: ScopedDatabase, { by, area }: AppealRateFilter): Promise<CountedBy> {
  if (by === 'area') return countByArea(database, area, sql`array[person.building_code, person.community_code, appeal.settlement_code]`);
  if (by === 'unit')
    return {
      key: sql`coalesce(appeal.handler_org, '')`,
      nameOf: (key) => (key === '' ? { zh: '未交办', en: 'not assigned' } : { zh: key, en: key }),
    };
  return {
    key: sql`coalesce(appeal.item_code, '')`,
    nameOf: (key) => {
      const item = items.find(({ code }) => code === key);
      return item ? { zh: `${key} ${item.zh}`, en: `${key} ${item.en}` } : { zh: '未对应监测项', en: 'no item' };
    },
  };
}
