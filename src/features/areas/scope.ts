/** The handle that features receive: bound to the settlements that the caller may see, so that a query cannot forget them. */
import type { Database, Queryable } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';

/** The settlements that a person may see. No settlement means nothing, never everything. */
export interface Scope {
  readonly settlements: readonly string[];
}

/** A community or building: a part of one settlement. */
export interface Place {
  readonly column: 'community_code' | 'building_code';
  readonly code: string;
}

/** Queries bound to a scope: `within` gives the condition that every reading statement carries. */
export interface ScopedDatabase extends Queryable {
  readonly scope: Scope;
  /** Condition that holds a settlement column to the scope. */
  within(column: string): Sql;
  /** Condition that holds a table with community and building to the place that the handle is narrowed to; true where it is none. */
  inPlace(table: string): Sql;
  /** The same handle held to the settlements of one area as well, and to a community or building among them. */
  narrow(settlements: readonly string[], place?: Place): ScopedDatabase;
}

/** Binds a database to a scope. */
export function scoped(database: Queryable, scope: Scope, place?: Place): ScopedDatabase {
  return {
    scope,
    query: (statement) => database.query(statement),
    one: (statement) => database.one(statement),
    maybe: (statement) => database.maybe(statement),
    execute: (statement) => database.execute(statement),
    within: (column) => sql`${raw(column)} = any(${scope.settlements}::text[])`,
    inPlace: (table) => (place === undefined ? sql`true` : sql`${raw(`${table}.${place.column}`)} = ${place.code}`),
    narrow: (settlements, within) => scoped(database, { settlements: scope.settlements.filter((code) => settlements.includes(code)) }, within),
  };
}

/** The scope of the one local user until there are accounts: every settlement of the registers. */
export async function localScope(database: Database): Promise<Scope> {
  const rows = await database.query<{ settlement_code: string }>(sql`select settlement_code from settlement order by settlement_code`);
  return { settlements: rows.map((row) => row.settlement_code) };
}
