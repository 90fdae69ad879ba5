/** SQL of the room of households: scoped handle in, rows out. */
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { hiddenPersons, isHidden } from '#features/people/restricted.ts';
import type { Sight } from '#features/people/sight.ts';
import { isSeenWarning } from '#features/warnings/seenWarning.ts';
import { isFollowed, isInHand } from '#features/warnings/stages.ts';
import { keepPlan } from '#platform/database/keptPlans.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { HouseholdFilter } from './contract.ts';

export interface HouseholdRecord {
  household_no: string;
  head_name: string;
  settlement_name: string;
  community_name: string | null;
  building_no: string | null;
  unit_no: string | null;
  room_no: string | null;
  members: number;
  status: string;
  open_warnings: number;
  worst: 'blue' | 'yellow' | 'orange' | 'red' | null;
}

const shown = sql`
  household.household_no, household.head_name, settlement_name, community.name as community_name, building.building_no, household.unit_no, household.room_no,
  (select count(*)::integer from person where person.household_no = household.household_no and person.end_date is null) as members,
  household.status, coalesce(open.count, 0)::integer as open_warnings,
  (array['red', 'orange', 'yellow', 'blue'])[open.worst] as worst`;

/** Condition on `warning` that the caller hears of it among households: one that they see, and not about somebody whose data are restricted. */
const isTold = (database: ScopedDatabase, sight: Sight): Sql =>
  sql`(${isSeenWarning(database, sight)} and not ${isHidden(sight, 'warning', 'subject_key')})`;

const beside = (database: ScopedDatabase, sight: Sight): Sql => sql`
  left join settlement on settlement.settlement_code = household.settlement_code
  left join street_community community on community.area_code = household.community_code
  left join building on building.building_code = household.building_code
  left join lateral (
    select count(*) as count, min(array_position(array['red', 'orange', 'yellow', 'blue'], level)) as worst
    from warning where warning.household_no = household.household_no and ${isInHand} and ${isTold(database, sight)}
  ) open on true`;

/** How a search is understood: a whole identity number by its blind index, else a household number, the beginning of a head's name, or a member's whole name. */
export interface HouseholdSearch {
  /** Under every version of the keys: while they are changed, rows carry the one or the other. */
  readonly numberIndexes?: readonly Buffer[];
  readonly text?: string;
}

function conditions(database: ScopedDatabase, filter: HouseholdFilter, sight: Sight, isSearch: boolean): Sql {
  const parts = [database.within('household.settlement_code'), database.inPlace('household')];
  if (filter.state === 'standing' && !filter.item && !isSearch)
    parts.push(sql`household.status is distinct from '5' and household.status is distinct from '6'`);
  if (filter.item) {
    parts.push(
      sql`exists (select 1 from warning where warning.household_no = household.household_no and item_code = ${filter.item} and ${isInHand} and ${isTold(database, sight)})`,
    );
  }
  return join(parts, ' and ');
}

/** Numbers of the households that a search means and that meet conditions on `household`, each once: both ways go through indexes (an `or` over two tables would read every household). */
function meant({ numberIndexes, text }: HouseholdSearch, where: Sql): Sql {
  const isHead = numberIndexes ? sql`head_id_no_index = any(${numberIndexes}::bytea[])` : sql`head_name ^@ ${text}`;
  const isNumber = text ? sql`household_no = ${text}` : sql`false`;
  const isMember = numberIndexes ? sql`person.id_no_index = any(${numberIndexes}::bytea[])` : sql`person.name = ${text}`;
  return sql`
      select household_no from household
      where (${isNumber} or (${isHead} and not exists (select from hidden where hidden.id_no_index = head_id_no_index))) and ${where}
      union select household_no from person join household using (household_no)
      where ${isMember} and not exists (select from hidden where hidden.person_no = person.person_no) and ${where}`;
}

/** One page of households in the order of their numbers. */
export async function pageOfHouseholds(
  database: ScopedDatabase,
  filter: HouseholdFilter,
  search: HouseholdSearch,
  sight: Sight,
): Promise<{ total: number; rows: HouseholdRecord[] }> {
  const isSearch = Boolean(search.text) || search.numberIndexes !== undefined;
  const where = conditions(database, filter, sight, isSearch);
  const page = sql`order by household_no limit ${filter.size} offset ${(filter.page - 1) * filter.size}`;
  return database.atOnce(async (reader) => {
    const rowsOf = (which: Sql): Sql =>
      sql`select ${shown} from (select * from household where ${which}) household ${beside(database, sight)} order by household.household_no`;
    const countOf = async (from: Sql): Promise<number> =>
      (await reader.one<{ total: number }>(sql`select count(*)::integer as total from ${from}`)).total;
    if (!isSearch)
      return { total: await countOf(sql`household where ${where}`), rows: await reader.query<HouseholdRecord>(rowsOf(sql`${where} ${page}`)) };
    // What a search finds is few: found first, and counted while it is looked up, not once more.
    const found = sql`(with hidden as materialized (select * from ${hiddenPersons(sight)} hidden) ${meant(search, where)}) meant`;
    const numbers = await reader.query<{ no: string; total: number }>(
      keepPlan(sql`select household_no as no, (count(*) over ())::integer as total from ${found} ${page}`),
    );
    const total = numbers[0]?.total ?? (filter.page > 1 ? await countOf(found) : 0);
    if (numbers.length === 0) return { total, rows: [] };
    return { total, rows: await reader.query<HouseholdRecord>(keepPlan(rowsOf(sql`household_no = any(${numbers.map(({ no }) => no)}::text[])`))) };
  });
}

/** One household inside the scope, as the list shows it. */
export async function findHousehold(database: ScopedDatabase, no: string, sight: Sight): Promise<HouseholdRecord | undefined> {
  return database.maybe<HouseholdRecord>(sql`
    select ${shown} from household ${beside(database, sight)} where household.household_no = ${no} and ${database.within('household.settlement_code')}`);
}

/** The whole row of a household and those of its persons. */
export async function dimensionRows(
  database: ScopedDatabase,
  no: string,
): Promise<{ household: Record<string, unknown>; persons: Record<string, unknown>[] }> {
  const household = await database.one<Record<string, unknown>>(sql`select * from household where household_no = ${no}`);
  const persons = await database.query<Record<string, unknown>>(sql`
    select * from person where household_no = ${no} order by (relation <> '02'), birth_date, person_no`);
  return { household, persons };
}

/** Registers with rows about a household or its members, and the condition that finds them. */
const aboutHousehold: readonly { register: Register; where: (no: string) => Sql }[] = Object.values(registers)
  .filter((register) => !['household', 'person', 'warning_case', 'register_feed'].includes(register.name))
  .flatMap((register) => {
    const field = (target: string): string | undefined =>
      Object.entries(register.fields).find(([, candidate]) => candidate.kind.name === 'ref' && candidate.target === target)?.[0];
    const household = field('household');
    const person = field('person');
    if (household) return [{ register, where: (no: string) => sql`row.${raw(household)} = ${no}` }];
    if (person) return [{ register, where: (no: string) => sql`row.${raw(person)} in (select person_no from person where household_no = ${no})` }];
    return [];
  });

const isDimension = (register: Register): boolean => register.name === 'household' || register.name === 'person';

export interface RegisterRows {
  readonly register: Register;
  readonly total: number;
  readonly rows: Record<string, unknown>[];
}

/** The newest rows of every register about a household, at most `limit` of each. */
export async function registerRowsOf(database: ScopedDatabase, no: string, limit: number): Promise<RegisterRows[]> {
  return Promise.all(
    aboutHousehold.map(async ({ register, where }) => {
      const part = database.forRegister(register);
      if (!part) return { register, total: 0, rows: [] };
      const rows = await part.query<Record<string, unknown> & { total: number }>(sql`
        select row.*, import_run.file_name, (count(*) over ())::integer as total
        from ${raw(register.name)} row left join import_run on import_run.import_id = row.import_id
        where ${where(no)} order by row.data_date desc, row.row_id desc limit ${limit}`);
      return { register, total: rows[0]?.total ?? 0, rows };
    }),
  );
}

export interface FindingRecord {
  item_code: string;
  subject_key: string;
  level: string;
  warning_id: number | null;
  is_over: boolean;
}

/** What the latest evaluation found about a household and its members, and the warnings that still stand though nothing is found any more. */
export async function findingsOf(database: ScopedDatabase, no: string, sight: Sight): Promise<FindingRecord[]> {
  return database.query<FindingRecord>(sql`
    select item_code, subject_key, coalesce(found.level, standing.level) as level, warning_id, found.level is null as is_over
    from (
      select item_code, subject_key, level from finding
      where (subject_key = ${no} or subject_key in (select person_no from person where household_no = ${no}))
        and ${database.within('settlement_code')} and ${database.withinItems('item_code', 'settlement_code')}
        and month = (select max(month) from evaluated_month where evaluated_month.settlement_code = finding.settlement_code)
    ) found
    full join (
      select item_code, subject_key, level, warning_id, ${isInHand} as is_in_hand from warning
      where household_no = ${no} and ${isFollowed} and ${isTold(database, sight)}
    ) standing using (item_code, subject_key)
    where found.level is not null or is_in_hand order by item_code, subject_key`);
}

export interface TimelineRecord {
  on: string;
  kind: string;
  register: string | null;
  count: number;
  item_code: string | null;
  level: string | null;
  import_id: number | null;
  warning_id: number | null;
}

/** What changed about a household: versions of its rows by day and import, and the events of its warnings; newest first. */
export async function timelineOf(database: ScopedDatabase, no: string, sight: Sight): Promise<TimelineRecord[]> {
  const versions = Object.values(registers)
    .filter((register) => ['household', 'person', ...aboutHousehold.map((entry) => entry.register.name)].includes(register.name))
    .filter((register) => isDimension(register) || database.forRegister(register) !== undefined)
    .flatMap((register) => {
      const entry = aboutHousehold.find((candidate) => candidate.register.name === register.name);
      const where = entry ? entry.where(no) : sql`row.household_no = ${no}`;
      return [register.name, `${register.name}_history`].map(
        (table) => sql`select data_date as on, ${register.name}::text as register, import_id from ${raw(table)} row where ${where}`,
      );
    });
  return database.query<TimelineRecord>(sql`
    select * from (
      select "on", 'version' as kind, register, count(*)::integer as count, null as item_code, null as level, import_id, null::bigint as warning_id
      from (${join(versions, ' union all ')}) versions group by "on", register, import_id
      union all
      select happened_on, warning_event.kind, null, 1, item_code, coalesce(to_level, from_level), warning_event.import_id, warning.warning_id
      from warning_event join warning using (warning_id) where warning.household_no = ${no} and ${isTold(database, sight)}
    ) timeline order by "on" desc, register limit 200`);
}
