/** Keeps the planner's statistics with the data: after a large import they would be missing for up to a minute, and a plan without them can be a hundred times slower. */
import sql, { raw } from 'sql-template-tag';
import type { Queryable } from './database.ts';

/** Analyses the tables of which more than a tenth changed since they were analysed last; does nothing on a quiet day. Those named in `onceOnly` are analysed if they never were, and else left to the server's own rhythm. */
export async function refreshStatistics(database: Queryable, onceOnly: readonly string[] = []): Promise<void> {
  const stale = await database.query<{ name: string }>(sql`
    select relid::regclass::text as name from pg_stat_user_tables
    where schemaname = 'public' and n_mod_since_analyze > 500 + n_live_tup / 10
      and not (relname = any(${onceOnly}::text[]) and analyze_count + autoanalyze_count > 0)
    order by 1`);
  for (const { name } of stale) await database.execute(sql`analyze ${raw(name)}`);
}
