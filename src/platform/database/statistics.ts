/** Keeps the planner's statistics with the data: after a large import they would be missing for up to a minute, and a plan without them can be a hundred times slower. */
import sql, { raw } from 'sql-template-tag';
import type { Queryable } from './database.ts';

/** A table of this size is read whole before the planner could be wrong. */
const smallBytes = 2 ** 18;

/** Analyses the tables of which more than a tenth changed since they were analysed last; does nothing on a quiet day. Those named in `onceOnly` are analysed if they never were, and else left to the server's own rhythm. */
export async function refreshStatistics(database: Queryable, onceOnly: readonly string[] = []): Promise<void> {
  const stale = await database.query<{ name: string }>(sql`
    select relid::regclass::text as name from pg_stat_user_tables
    where schemaname = 'public' and n_mod_since_analyze > 500 + n_live_tup / 10
      and not (relname = any(${onceOnly}::text[]) and analyze_count + autoanalyze_count > 0)
    order by 1`);
  for (const { name } of stale) await database.execute(sql`analyze ${raw(name)}`);
}

/** Analyses those of the tables that never were and are no longer small: the planner takes every value of a column that it does not know for one of two hundred. */
export async function analyseNew(database: Queryable, tables: readonly string[]): Promise<void> {
  const unknown = await database.query<{ name: string }>(sql`
    select oid::regclass::text as name from pg_class
    where oid = any(${tables}::regclass[]) and pg_stat_get_analyze_count(oid) + pg_stat_get_autoanalyze_count(oid) = 0 and pg_relation_size(oid) > ${smallBytes}
    order by 1`);
  for (const { name } of unknown) await database.execute(sql`analyze ${raw(name)}`);
}
