/** SQL of the room of appeals: scoped handle in, rows out. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { appealState, type AppealState, openStates } from './appealState.ts';
import type { AppealFilter, AppealRow } from './contract.ts';
import { isSeenAppeal } from './seenAppeals.ts';

export interface AppealRecord {
  appeal_no: string;
  row_id: number;
  state: AppealState;
  nature: string;
  channel: string;
  track: string;
  urgency: string | null;
  category: string | null;
  item_code: string | null;
  settlement_code: string;
  settlement_name: string | null;
  handler_org: string | null;
  accepted_at: string;
  taken_at: string | null;
  due_at: string | null;
  closed_at: string | null;
  result: string | null;
  satisfaction: string | null;
  person_no: string | null;
  marks: AppealRow['marks'];
}

const isOpen = sql`${appealState} = any(${openStates}::text[])`;
const waits = sql`${appealState} in ('received', 'accepted', 'handling')`;

/** What shows itself about an appeal, each as a condition. */
export const markConditions = (now: Date): Readonly<Record<AppealRow['marks'][number], Sql>> => ({
  overdue: sql`(${waits} and coalesce(appeal.due_at < ${now}::timestamptz, false))`,
  soon: sql`exists (select from appeal_clock where appeal_clock.appeal_no = appeal.appeal_no and met_at is null and warn_at <= ${now}::timestamptz and appeal_clock.due_at >= ${now}::timestamptz)`,
  returned: sql`coalesce(appeal_case.returns > 0, false)`,
  're-opened': sql`coalesce(appeal_case.reopened > 0, false)`,
  unsatisfied: sql`coalesce(appeal.satisfaction = '4', false)`,
  'extension-asked': sql`coalesce(appeal_case.extension = 'asked', false)`,
  repeated: sql`(appeal.repeat_of is not null or exists (select from appeal other where other.repeat_of = appeal.appeal_no))`,
  accusation: sql`coalesce(appeal.nature = '4', false)`,
});

const columns = (now: Date): Sql => sql`
  appeal.appeal_no, appeal.row_id, ${appealState} as state, nature, channel, track, urgency, category, item_code, appeal.settlement_code, settlement_name, handler_org,
  accepted_at, taken_at, due_at, closed_at, appeal.result, satisfaction, person_no,
  array_remove(array[${join(Object.entries(markConditions(now)).map(([name, is]) => sql`case when ${is} then ${name}::text end`))}], null) as marks`;

const sources = sql`appeal left join appeal_case using (appeal_no) left join settlement on settlement.settlement_code = appeal.settlement_code`;

const orders: Readonly<Record<AppealFilter['sort'], string>> = {
  due: 'appeal.closed_at is not null, appeal.due_at nulls last, appeal.appeal_no',
  newest: 'appeal.accepted_at desc, appeal.appeal_no desc',
  oldest: 'appeal.accepted_at, appeal.appeal_no',
};

function conditions(database: ScopedDatabase, filter: AppealFilter, now: Date): Sql {
  const parts = [isSeenAppeal(database)];
  const is = (column: 'nature' | 'channel' | 'track'): void => {
    if (filter[column]) parts.push(sql`${raw(`appeal.${column}`)} = ${filter[column]}`);
  };
  is('nature');
  is('channel');
  is('track');
  if (filter.mark) parts.push(markConditions(now)[filter.mark]);
  if (filter.no) parts.push(sql`appeal.appeal_no ^@ ${filter.no.trim().toUpperCase()}`);
  if (filter.mine === 'yes')
    parts.push(
      sql`exists (select from appeal_party where appeal_party.appeal_no = appeal.appeal_no and part <> 'against' and party = any(${database.viewer.self}::text[]))`,
    );
  return join(parts, ' and ');
}

/** One page of appeals, and how many there are in each state without regard to the state asked for. */
export async function pageOfAppeals(
  database: ScopedDatabase,
  filter: AppealFilter,
  now: Date,
): Promise<{ rows: AppealRecord[]; byState: Record<string, number> }> {
  const where = conditions(database, filter, now);
  const ofState = filter.state === 'all' ? empty : filter.state === 'open' ? sql` and ${isOpen}` : sql` and ${appealState} = ${filter.state}`;
  const [rows, counts] = await Promise.all([
    database.query<AppealRecord>(sql`
      select ${columns(now)} from ${sources} where ${where}${ofState} order by ${raw(orders[filter.sort])} limit ${filter.size} offset ${(filter.page - 1) * filter.size}`),
    database.query<{ state: string; count: number }>(sql`
      select ${appealState} as state, count(*)::integer as count from ${sources} where ${where} group by 1`),
  ]);
  return { rows, byState: Object.fromEntries(counts.map((row) => [row.state, row.count])) };
}

export interface AppealFileRecord extends AppealRecord {
  content: string;
  address: string | null;
  people: number | null;
  anonymous: boolean | null;
  contact: Uint8Array | null;
  appellant: Uint8Array | null;
  household_no: string | null;
  entered_by: string | null;
  extend_to: string | null;
  extension: 'asked' | 'granted' | 'denied' | null;
  returns: number | null;
  refusal: string | null;
  told: string | null;
  elsewhere: string | null;
  reply: string | null;
  replied_at: string | null;
  opinion: string | null;
  repeat_of: string | null;
  warning_id: number | null;
}

/** One appeal inside the scope. */
export async function findAppeal(database: ScopedDatabase, no: string, now: Date): Promise<AppealFileRecord | undefined> {
  return database.maybe<AppealFileRecord>(sql`
    select ${columns(now)}, content, address, people, anonymous, contact, appellant, (select household_no from person where person.person_no = appeal.person_no) as household_no,
      entered_by, extend_to, extension, appeal_case.returns, refusal, told, elsewhere, reply, replied_at, opinion, (select main.appeal_no from appeal main where main.appeal_no = appeal.repeat_of) as repeat_of, warning_id
    from ${sources} where appeal.appeal_no = ${no} and ${isSeenAppeal(database)}`);
}

export interface AppealClockRecord {
  clock: string;
  time_limit: string;
  started_at: string;
  due_at: string;
  warn_at: string;
  met_at: string | null;
}

/** The clocks of an appeal that the caller sees, in the order in which they began. */
export async function clocksOfAppeal(database: ScopedDatabase, no: string): Promise<AppealClockRecord[]> {
  return database.query<AppealClockRecord>(sql`
    select clock, time_limit, started_at, due_at, warn_at, met_at from appeal_clock
    where appeal_no = ${no} and ${database.within('settlement_code')} order by started_at, clock, round`);
}

export interface AppealDeedRecord {
  verb: string;
  happened_at: string;
  done_by: string | null;
  unit: string | null;
  from_state: string;
  to_state: string;
  given: Record<string, string> | null;
}

/** What was done to an appeal that the caller sees, in order. */
export async function deedsOfAppeal(database: ScopedDatabase, no: string): Promise<AppealDeedRecord[]> {
  return database.query<AppealDeedRecord>(sql`
    select verb, happened_at, done_by, unit, from_state, to_state, given from appeal_event
    where appeal_no = ${no} and ${database.within('settlement_code')} order by event_id`);
}

/** Appeals that say this one again. */
export async function mergedInto(database: ScopedDatabase, no: string): Promise<string[]> {
  const rows = await database.query<{ appeal_no: string }>(sql`
    select appeal_no from appeal where repeat_of = ${no} and ${isSeenAppeal(database)} order by appeal_no`);
  return rows.map((row) => row.appeal_no);
}
