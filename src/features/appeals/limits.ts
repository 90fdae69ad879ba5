/** The time limits of appeals as they are in force: those that somebody set, else as declared. */
import { type AppealLimits, usualAppealLimits } from '#catalog/appealLimits.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

export async function readAppealLimits(database: Queryable): Promise<AppealLimits> {
  const row = await database.maybe<{ value: Partial<AppealLimits> }>(sql`select value from setting where name = 'appeal_limits'`);
  return { ...usualAppealLimits, ...row?.value };
}
