/** The handle that features receive: bound to the settlements that the caller may see, so that a query cannot forget them. */
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** The settlements that a person may see. No settlement means nothing, never everything. */
export interface Scope {
  readonly settlements: readonly string[];
}

/** Queries bound to a scope: `within` gives the condition that every reading statement carries. */
export interface ScopedDatabase extends Queryable {
  readonly scope: Scope;
  /** Condition that holds a settlement column to the scope. */
  within(column: string): Sql;
  /** The same handle held to the settlements of one area as well. */
  narrow(settlements: readonly string[]): ScopedDatabase;
}

/** Binds a database to a scope. */
export function scoped(database: Queryable, scope: Scope): ScopedDatabase {
  return {
    scope,
    query: (statement) => database.query(statement),
    one: (statement) => database.one(statement),
    maybe: (statement) => database.maybe(statement),
    execute: (statement) => database.execute(statement),
    within: (column) => sql`${raw(column)} = any(${scope.settlements}::text[])`,
    narrow: (settlements) => scoped(database, { settlements: scope.settlements.filter((code) => settlements.includes(code)) }),
  };
}

/** The scope of the one local user until there are accounts: every settlement of the registers. */
export async function localScope(database: Database): Promise<Scope> {
  const rows = await database.query<{ settlement_code: string }>(sql`select settlement_code from settlement order by settlement_code`);
  return { settlements: rows.map((row) => row.settlement_code) };
}
