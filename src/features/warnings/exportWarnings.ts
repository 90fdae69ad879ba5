/** The whole ledger of warnings as flat rows, for files. */
import type { Queryable } from '#platform/database/database.ts';
import sql, { empty } from 'sql-template-tag';

/** Warnings in the order in which they were raised; of one state when it is named. */
export async function exportWarnings(database: Queryable, state?: string): Promise<Record<string, string | number | null>[]> {
  return database.query<Record<string, string | number | null>>(sql`
    select warning_no, item_code as item, subject_kind, subject_key, settlement_code as settlement, household_no as household, level, highest_level,
      state as status, raised_on, level_since, recovering_since, recovered_on, silent_until, array_to_string(held_back_by, ' ') as held_back_by, standard_version
    from warning ${state ? sql`where state = ${state}` : empty} order by warning_id`);
}
