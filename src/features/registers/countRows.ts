/** How many rows each register holds inside a scope, remembered: counting reads whole registers. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { rememberCounted } from '#features/areas/registersState.ts';
import sql, { join, raw, type Sql } from 'sql-template-tag';

/** Current rows of a register, and those that the latest full list no longer holds. */
export interface RowCount {
  readonly rows: number;
  readonly missing: number;
}

/** Answers the counts of registers of which the handle sees something. */
export type RowCountsOf = (database: ScopedDatabase, which: readonly Register[]) => Promise<ReadonlyMap<RegisterName, RowCount>>;

/** Rows of registers that belong to no settlement are for everybody. */
export const withinScope = (database: ScopedDatabase, register: Register): Sql =>
  register.settlementVia.length === 0 ? sql`true` : database.within('settlement_code');

export function rememberRowCounts(): RowCountsOf {
  const known = rememberCounted<ReadonlyMap<RegisterName, RowCount>>();
  return (database, which) => known(database, [database.scope, database.viewer, which.map(({ name }) => name)], () => countRows(database, which));
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
