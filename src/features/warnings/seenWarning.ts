/** Which warnings a caller sees, as a condition on rows of `warning`: one place says it for lists, files and counts. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Sight } from '#features/people/sight.ts';
import sql, { type Sql } from 'sql-template-tag';

/** Inside the caller's places and items, and not of the silent period unless the caller leads where it lies. */
export const isSeenWarning = (database: ScopedDatabase, { day, silent }: Sight): Sql => sql`
  (coalesce(warning.silent_until < ${day}::date, true) or warning.settlement_code = any(${[...silent.settlements, ...silent.places.map(({ settlement }) => settlement)]}::text[]))
  and ${database.within('warning.settlement_code')} and ${database.inPlace('warning')} and ${database.withinItems('warning.item_code', 'warning.settlement_code')}`;
