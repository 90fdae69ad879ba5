/** Where the rows of a slice's people may lie: households that moved, and persons who changed household, leave rows under the settlements they came from. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** The settlements of the slice and all under which rows of its households and persons may lie; usually the slice alone. */
export async function reachOf(database: Queryable, settlements: readonly string[]): Promise<string[]> {
  const homes = await found(database, settlementsOfMovedHouseholds(settlements));
  const reach = [...new Set([...settlements, ...homes])];
  const formerHomes = await found(database, settlementsOfFormerHomes(reach));
  return [...new Set([...reach, ...formerHomes])];
}

async function found(database: Queryable, statement: Sql): Promise<string[]> {
  const rows = await database.query<{ settlement_code: string }>(statement);
  return rows.map((row) => row.settlement_code);
}

/** Rows of which one version lies in these settlements and one differs in a column: it is enough to hold each earlier version against the current one. */
function changedRows(register: 'household' | 'person', columns: readonly string[], settlements: readonly string[]): Sql {
  const differs = raw(columns.map((column) => `before.${column} is distinct from now.${column}`).join(' or '));
  const [now, before] = [raw(register), raw(`${register}_history`)];
  return sql`
    select row_id from ${now} now join ${before} before using (row_id) where now.settlement_code = any(${settlements}) and (${differs})
    union
    select row_id from ${before} before join ${now} now using (row_id) where before.settlement_code = any(${settlements}) and (${differs})`;
}

/** Other settlements in which households stand, or stood, that stand or stood in one of these too. */
const settlementsOfMovedHouseholds = (settlements: readonly string[]): Sql => sql`
  with changed as (${changedRows('household', ['settlement_code'], settlements)})
  select settlement_code from changed join household using (row_id)
  union
  select settlement_code from changed join household_history using (row_id)
  order by settlement_code`;

/** Settlements of the households, at any time, of persons who changed household. */
const settlementsOfFormerHomes = (settlements: readonly string[]): Sql => sql`
  with changed as (${changedRows('person', ['household_no', 'settlement_code'], settlements)}),
  version as (
    select household_no, settlement_code from changed join person using (row_id)
    union
    select household_no, settlement_code from changed join person_history using (row_id)
  ), home as (
    select household.row_id, household.settlement_code from version join household using (household_no)
  )
  select settlement_code from version where settlement_code is not null
  union
  select settlement_code from home where settlement_code is not null
  union
  select household_history.settlement_code from home join household_history using (row_id) where household_history.settlement_code is not null
  order by settlement_code`;
