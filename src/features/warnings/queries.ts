/** SQL of the room of warnings: scoped handle in, rows out. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Sight } from '#features/people/sight.ts';
import { claimsAsOf } from './claims.ts';
import type { WarningFilter } from './contract.ts';
import { isSeenWarning } from './seenWarning.ts';
import { isInHand, type Stage } from './stages.ts';

export interface WarningRecord {
  warning_id: number;
  warning_no: string;
  item_code: string;
  subject_kind: string;
  subject_key: string;
  settlement_code: string;
  settlement_name: string | null;
  community_name: string | null;
  building_no: string | null;
  household_no: string | null;
  head_name: string | null;
  person_name: string | null;
  object_name: string | null;
  level: 'blue' | 'yellow' | 'orange' | 'red';
  state: 'open' | 'recovering' | 'unknown' | 'recovered' | 'retracted';
  raised_on: string;
  level_since: string;
  recovering_since: string | null;
  silent_until: string | null;
  held_back_by: string[];
  stage: Stage;
  source: string;
  silenced_until: string | null;
  standard_version: string;
  facts: Record<string, boolean | number | null>;
  parameters: Record<string, number>;
}

const columns = sql`
  warning.warning_id, warning_no, item_code, subject_kind, subject_key, warning.settlement_code, settlement_name,
  community.name as community_name, building.building_no, warning.household_no, household.head_name, person.name as person_name,
  coalesce(school.name, clinic.name, facility.name) as object_name,
  warning.level, warning.state, raised_on, level_since, recovering_since, silent_until, held_back_by, standard_version, facts, parameters,
  warning.stage, warning.source, warning.silenced_until`;

const sources = sql`
  warning
  left join settlement on settlement.settlement_code = warning.settlement_code
  left join street_community community on community.area_code = warning.community_code
  left join building on building.building_code = warning.building_code
  left join household on household.household_no = warning.household_no
  left join person on warning.subject_kind = 'person' and person.person_no = warning.subject_key
  left join school on warning.subject_kind = 'school' and school.school_no = warning.subject_key
  left join clinic on warning.subject_kind = 'clinic' and clinic.org_no = warning.subject_key
  left join facility on warning.subject_kind = 'facility' and facility.facility_no = warning.subject_key`;

const levelRank = "array_position(array['red', 'orange', 'yellow', 'blue'], warning.level)";
const orders: Readonly<Record<WarningFilter['sort'], string>> = {
  newest: 'raised_on desc, warning.warning_id desc',
  oldest: 'raised_on, warning.warning_id',
  level: `${levelRank}, raised_on desc, warning.warning_id desc`,
};

/** Stages, and what shows itself about warnings. */
function handledAs(handled: NonNullable<WarningFilter['handled']>, day: string): Sql {
  const claims = claimsAsOf(day);
  if (handled === 'silenced') return sql`(${claims.silenced} and ${isInHand})`;
  if (handled === 'supervised') return sql`(warning.supervised_at is not null and ${isInHand})`;
  if (handled === 'escalated') return sql`(warning.escalated_to is not null and ${isInHand})`;
  if (handled === 'still-red') return sql`(warning.stage = 'reviewed' and ${claims['still-red']})`;
  return sql`warning.stage = ${handled}`;
}

function conditions(database: ScopedDatabase, filter: WarningFilter, sight: Sight): Sql {
  const parts = [isSeenWarning(database, sight)];
  if (filter.handled) parts.push(handledAs(filter.handled, sight.day));
  else if (filter.state === 'standing') parts.push(isInHand);
  if (filter.state !== 'standing' && filter.state !== 'all') parts.push(sql`warning.state = ${filter.state}`);
  if (filter.item) parts.push(sql`item_code = ${filter.item}`);
  if (filter.household) parts.push(sql`warning.household_no = ${filter.household}`);
  return join(parts, ' and ');
}

/** One page of warnings, and how many there are at each level without regard to the level asked for. */
export async function pageOfWarnings(
  database: ScopedDatabase,
  filter: WarningFilter,
  sight: Sight,
): Promise<{ rows: WarningRecord[]; byLevel: Record<string, number> }> {
  const where = conditions(database, filter, sight);
  const ofLevel = filter.level ? sql` and warning.level = ${filter.level}` : empty;
  const [rows, counts] = await database.atOnce(async (reader) => [
    await reader.query<WarningRecord>(sql`
      select ${columns} from (
        select * from warning where ${where}${ofLevel}
        order by ${raw(orders[filter.sort])} limit ${filter.size} offset ${(filter.page - 1) * filter.size}
      ) ${sources}
      order by ${raw(orders[filter.sort])}`),
    await reader.query<{ level: string; count: number }>(sql`
      select level, count(*)::integer as count from warning where ${where} group by level`),
  ]);
  return { rows, byLevel: Object.fromEntries(counts.map((row) => [row.level, row.count])) };
}

/** One warning inside the scope. */
export async function findWarning(database: ScopedDatabase, id: number, sight: Sight): Promise<WarningRecord | undefined> {
  return (await warningsByNumber(database, [id], sight))[0];
}

/** The warnings of these numbers inside the scope, the gravest first. */
export async function warningsByNumber(database: ScopedDatabase, ids: readonly number[], sight: Sight): Promise<WarningRecord[]> {
  return database.query<WarningRecord>(sql`
    select ${columns} from ${sources} where warning.warning_id = any(${ids}::bigint[]) and ${isSeenWarning(database, sight)}
    order by ${raw(orders.level)}`);
}

export interface EventRecord {
  kind: string;
  happened_on: string;
  happened_at: string;
  from_level: string | null;
  to_level: string | null;
}

/** What the data did to a warning, in order; what people did is told where it is handled. */
export async function eventsOfWarning(database: ScopedDatabase, id: number): Promise<EventRecord[]> {
  return database.query<EventRecord>(sql`
    select kind, happened_on, happened_at, from_level, to_level from warning_event
    where warning_id = ${id} and ${database.within('settlement_code')} and (from_stage is null or kind = 'raised') order by event_id`);
}

export interface EvidenceRecord {
  register: string;
  row_id: number;
  data_date: string;
  import_id: number;
  sheet: number;
  line: number;
}

/** The register rows behind a warning, register by register. */
export async function evidenceOfWarning(database: ScopedDatabase, id: number): Promise<EvidenceRecord[]> {
  return database.query<EvidenceRecord>(sql`
    select register, row_id, data_date, import_id, sheet, line from warning_evidence
    where warning_id = ${id} and ${database.within('settlement_code')}
    order by register, data_date desc, row_id`);
}
