/** SQL of the room of visits: scoped handle in, rows out. */
import { visitQuestions, type VisitQuestion } from '#catalog/visitQuestions.ts';
import { registers } from '#catalog/catalog.ts';
import { visitedStates } from '#catalog/visitRound.ts';
import type { Scope, ScopedDatabase } from '#features/areas/scope.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { VisitFilter } from './contract.ts';

/** When somebody was last met, and how often one came in vain since. */
export interface LastSeen {
  readonly last_visit: string | null;
  readonly attempts: number;
  readonly next_try: string | null;
}

/** Of a household under the name `home`: the last visit, and attempts since somebody was met. */
const seenOf = sql`
  left join lateral (select max(visited_on) as last_visit from visit where visit.household_no = home.household_no and visit.method = '1' and visit.met is not false) seen on true
  left join lateral (
    select count(*)::integer as attempts, max(next_try) as next_try from visit_record tried
    where tried.household_no = home.household_no and tried.outcome = 'nobody-home'
      and tried.visited_at > coalesce((select max(visited_at) from visit_record met where met.household_no = home.household_no and met.outcome = 'met'), '-infinity')
      and tried.visited_at::date > coalesce(seen.last_visit, '-infinity')
  ) tries on true`;

/** When a household of the scope was last met. */
export async function lastSeen(scope: ScopedDatabase, no: string): Promise<LastSeen> {
  return scope.one<LastSeen>(sql`
    select seen.last_visit, tries.attempts, tries.next_try from household home ${seenOf} where home.household_no = ${no} and ${scope.within('home.settlement_code')}`);
}

export interface HomeRecord {
  readonly household_no: string;
  readonly settlement_code: string;
  readonly head_name: string;
  readonly settlement_name: string | null;
  readonly building_code: string | null;
  readonly building_no: string | null;
  readonly unit_no: string | null;
  readonly room_no: string | null;
  readonly order_id: number | null;
  readonly order_level: 'blue' | 'yellow' | 'orange' | 'red' | null;
  readonly order_warnings: number;
  readonly due_at: string | null;
  readonly questions: number;
  readonly last_visit: string | null;
  readonly attempts: number;
  readonly next_try: string | null;
  readonly care_days: number | null;
  readonly sees_minors: boolean;
}

/** What the round is reckoned with. */
export interface RoundTerms {
  readonly day: string;
  readonly building: string | undefined;
  /** Where the caller sees children's data. */
  readonly minors: Scope;
  /** Days on which registers were delivered: `settlement register` to day. */
  readonly delivered: ReadonlyMap<string, string>;
}

const homesIn = (scope: ScopedDatabase, building: string | undefined): Sql => sql`
  household.status = any(${[...visitedStates]}::text[]) and ${scope.within('household.settlement_code')} and ${scope.inPlace('household')}
  and (${building ?? null}::text is null or household.building_code = ${building ?? null})`;

/** How many households a round goes to. */
export async function countHomes(scope: ScopedDatabase): Promise<number> {
  return (await scope.one<{ count: number }>(sql`select count(*)::integer as count from household where ${homesIn(scope, undefined)}`)).count;
}

/** Every household of the round with all that makes it due. */
export async function homesOfRound(scope: ScopedDatabase, { day, building, minors, delivered }: RoundTerms): Promise<HomeRecord[]> {
  const places = minors.places.map(({ code }) => code);
  const due = join(
    visitQuestions.map((question) => dueCount(question, day, delivered)),
    ' + ',
  );
  return scope.query<HomeRecord>(sql`
    with care as materialized (
      select fact.settlement_code, fact.household_no, max(fact.days_since_care + (${day}::date - fact.as_of)) as days
      from (select settlement_code, max(month) as month from evaluated_month where ${scope.within('settlement_code')} group by 1) latest
        join person_fact fact using (settlement_code, month)
      where fact.at_risk_child group by 1, 2)
    select home.household_no, home.settlement_code, home.head_name, settlement_name, home.building_code, building.building_no,
      home.unit_no, home.room_no, open.order_id, open.level as order_level, coalesce(open.open_warnings, 0) as order_warnings, open.due_at,
      (${due})::integer as questions, seen.last_visit, tries.attempts, tries.next_try, care.days as care_days,
      coalesce(home.settlement_code = any(${[...minors.settlements]}::text[]) or home.community_code = any(${places}::text[]) or home.building_code = any(${places}::text[]), false) as sees_minors
    from (select * from household where ${homesIn(scope, building)}) home
      left join settlement on settlement.settlement_code = home.settlement_code
      left join building on building.building_code = home.building_code
      left join lateral (
        select order_id, level, open_warnings, due_at from work_order where work_order.household_no = home.household_no and state not in ('closed', 'reviewed') and open_warnings > 0
        order by order_id limit 1
      ) open on true
      ${seenOf}
      left join care on care.settlement_code = home.settlement_code and care.household_no = home.household_no`);
}

/** How many rows of a household's question are due, as SQL over `home`: the same rule as `findDue`. */
function dueCount(
  { register: name, of, concerns, mayBegin, dueAfterDays, fields }: VisitQuestion,
  day: string,
  delivered: ReadonlyMap<string, string>,
): Sql {
  const key = registers[name].key[0] ?? '';
  const [first] = fields;
  const since = sql`(${day}::date - ${dueAfterDays}::integer)`;
  const fresh = [...delivered].flatMap(([at, on]) => {
    const [settlement = '', register] = at.split(' ');
    return register === name && Date.parse(on) >= Date.parse(day) - dueAfterDays * 86_400_000 ? [settlement] : [];
  });
  const isOld = sql`(stands.data_date < ${since} and not (home.settlement_code = any(${fresh}::text[])) and not exists (
    select from visit_answer told where told.household_no = home.household_no and told.register = ${name} and told.row_key = stands.${raw(key)} and told.field = ${first}
      and told.state in ('stored', 'taken', 'mended', 'kept') and told.answered_on >= ${since}))`;
  const isDue = sql`(stands.row_id is null or stands.${raw(first)} is null or stands.missing_since <= ${day}::date or ${isOld})`;
  if (of !== 'member') return sql`(select count(*) from ${raw(name)} stands where stands.household_no = home.household_no and ${isDue})`;
  const whom = {
    anybody: sql`true`,
    labour: sql`(who.labour_ability in ('1', '2', '3') and (who.birth_date is null or who.birth_date <= ${day}::date - interval '16 years'))`,
    child: sql`who.birth_date > ${day}::date - interval '18 years'`,
  }[concerns];
  return sql`(select count(*) from person who ${mayBegin ? sql`left join` : sql`join`} ${raw(name)} stands on stands.${raw(key)} = who.person_no
    where who.household_no = home.household_no and (who.end_date is null or who.end_date > ${day}::date) and ${whom} and ${isDue})`;
}

/** Visits to homes in some buildings within the last thirty days. */
export async function visitsLately(scope: ScopedDatabase, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.query<{ building: string; visits: number }>(sql`
    select coalesce(household.building_code, '') as building, count(*)::integer as visits from visit_record join household using (household_no)
    where visit_record.visited_at >= ${day}::date - 30 and visit_record.outcome = 'met' and ${scope.within('visit_record.settlement_code')} group by 1`);
  return new Map(rows.map(({ building, visits }) => [building, visits]));
}

export interface VisitRecord {
  readonly visit_id: number;
  readonly household_no: string;
  readonly outcome: 'met' | 'nobody-home';
  readonly method: string;
  readonly visited_on: string;
  readonly visited_at: string;
  readonly received_at: string;
  readonly visited_by: string;
  readonly attempt: number | null;
  readonly next_try: string | null;
  readonly photos: number[];
  readonly is_signed: boolean;
  readonly note: Buffer | null;
  /** Children whom the visit concerned, as its register has them. */
  readonly children: string[];
  readonly is_own: boolean;
  readonly imports: number[];
  readonly waiting: number;
  readonly total: number;
}

/** A page of visits and attempts, the latest first, without what was noted. */
export async function pageOfVisits(scope: ScopedDatabase, { page, size }: VisitFilter, account: number): Promise<VisitRecord[]> {
  return scope.query<VisitRecord>(sql`
    select ${recordColumns(account)}, null as note, '{}'::text[] as children, (count(*) over ())::integer as total
    from visit_record record where ${scope.within('record.settlement_code')}
    order by record.visited_at desc, record.visit_id desc limit ${size} offset ${(page - 1) * size}`);
}

/** What is listed of a row of `visit_record` under the name `record`. */
export const recordColumns = (account: number): Sql => sql`
  record.visit_id, record.household_no, record.outcome, record.method, record.visited_at::date as visited_on, record.visited_at, record.received_at, record.visited_by,
  record.attempt, record.next_try,
  array(select photo_id from visit_photo where visit_photo.visit_id = record.visit_id order by photo_id) as photos, record.signature is not null as is_signed, record.imports,
  record.account = ${account} as is_own,
  (select count(*)::integer from visit_answer where visit_answer.visit_id = record.visit_id and state in ('refused', 'conflict')) as waiting`;
