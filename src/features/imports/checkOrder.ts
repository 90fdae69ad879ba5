/** Checks what is said about an import as a whole: its data date and the settlements that it covers. */
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { importProblems } from './problems.ts';

/** Refuses a data date that is none or has not come. */
export function checkDataDate(dataDate: string, today: string): void {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dataDate) && !Number.isNaN(Date.parse(dataDate)) && new Date(dataDate).toISOString().startsWith(dataDate);
  if (!isDay || dataDate > today || dataDate < '1900-01-01') throw importProblems['data-date-wrong']({ date: dataDate });
}

/** Refuses settlements that are not in the register. */
export async function checkCovers(database: Queryable, covers: readonly string[]): Promise<void> {
  if (covers.length === 0) return;
  const known = await database.query<{ code: string }>(
    sql`select settlement_code as code from settlement where settlement_code = any(${covers}::text[])`,
  );
  const unknown = covers.find((code) => !known.some((one) => one.code === code));
  if (unknown !== undefined) throw importProblems['covers-unknown']({ code: unknown });
}
