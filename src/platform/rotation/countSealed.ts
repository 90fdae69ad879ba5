/** How many values are sealed with which version of the keys. */
import sql, { raw } from 'sql-template-tag';
import type { Queryable } from '../database/database.ts';
import type { SealedColumn } from './sealedData.ts';
import { countUploads } from './renewUploads.ts';

/** Values of the tables and uploaded files, by version. */
export interface SealedCounts {
  readonly values: ReadonlyMap<number, number>;
  readonly uploads: ReadonlyMap<number, number>;
}

/** Counts all of them. */
export async function countSealed(database: Queryable, columns: readonly SealedColumn[], uploads: string): Promise<SealedCounts> {
  const values = new Map<number, number>();
  for (const { table, column } of columns) {
    const found = await database.query<{ version: number; count: number }>(sql`
      select get_byte(${raw(column)}, 0) as version, count(*)::integer as count from ${raw(table)} where ${raw(column)} is not null group by 1`);
    for (const { version, count } of found) values.set(version, (values.get(version) ?? 0) + count);
  }
  return { values, uploads: await countUploads(uploads) };
}

/** How many are sealed with another version than this one. */
export function countOthers(counts: ReadonlyMap<number, number>, version: number): number {
  return [...counts].reduce((sum, [each, count]) => (each === version ? sum : sum + count), 0);
}
