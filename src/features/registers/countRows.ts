/** How many rows each register holds inside a scope, remembered: counting reads whole registers. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { registersState } from '#features/areas/registersState.ts';
import { remember } from '#platform/remember.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';

/** Current rows of a register, and those that the latest full list no longer holds. */
export interface RowCount {
  readonly rows: number;
  readonly missing: number;
}

/** Answers the counts of registers of which the handle sees something. */
export type RowCountsOf = (database: ScopedDatabase, which: readonly Register[]) => Promise<ReadonlyMap<RegisterName, RowCount>>;

/** What was changed by hand (a person's data erased) is counted after this at the latest. */
const longest = 600_000;
const mostScopes = 400;

/** Rows of registers that belong to no settlement are for everybody. */
export const withinScope = (database: ScopedDatabase, register: Register): Sql =>
  register.settlementVia.length === 0 ? sql`true` : database.within('settlement_code');

/** Callers who see the same share what is remembered; nobody else does. */
export function rememberRowCounts(): RowCountsOf {
  const known = remember<ReadonlyMap<RegisterName, RowCount>>({ most: mostScopes, longest });
  return async (database, which) => {
    const key = JSON.stringify([database.scope, database.viewer, which.map(({ name }) => name)]);
    return known(key, await registersState(database), () => countRows(database, which));
  };
}

async function countRows(database: ScopedDatabase, which: readonly Register[]): Promise<ReadonlyMap<RegisterName, RowCount>> {
  if (which.length === 0) return new Map();
  const counts = await database.query<RowCount & { name: RegisterName }>(
    join(
      which.map((register) => {
        const missing = register.mode === 'state' ? 'count(*) filter (where missing_since is not null)' : '0';
        return sql`select ${register.name}::text as name, count(*)::integer as rows, (${raw(missing)})::integer as missing
          from ${raw(register.name)} where ${withinScope(database, register)}`;
      }),
      ' union all ',
    ),
  );
  return new Map(counts.map((row) => [row.name, row]));
}
