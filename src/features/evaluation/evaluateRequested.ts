/** Evaluates, as of now, the settlements that wait for it; a request that came again meanwhile stays. */
import type { Database } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { evaluate } from './evaluate.ts';

export interface Requested {
  readonly settlements: readonly string[];
}

/** Evaluates all waiting settlements for the day and moment given; answers which were evaluated. */
export async function evaluateRequested(database: Database, now: { day: string; moment: string }): Promise<Requested> {
  const requests = await database.query<{ settlement_code: string; requested_at: string }>(sql`
    select settlement_code, requested_at::text as requested_at from evaluation_request order by requested_at, settlement_code`);
  if (requests.length === 0) return { settlements: [] };
  const settlements = requests.map((request) => request.settlement_code);
  await evaluate(database, { ...now, settlements });
  await database.execute(sql`
    delete from evaluation_request using unnest(${settlements}::text[], ${requests.map((request) => request.requested_at)}::timestamptz[]) as done (code, at)
    where evaluation_request.settlement_code = done.code and evaluation_request.requested_at <= done.at`);
  return { settlements };
}
