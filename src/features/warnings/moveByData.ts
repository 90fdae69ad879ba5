/** The moves that data bring about: relapsed, worse, cleared by data alone, archived, withdrawn with their import. Read from the lifecycle's table, one statement a line of it. */
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { claimsAsOf } from './claims.ts';
import { newRound, setStage, type StageChange, trackingFrom } from './setStage.ts';

/** In their order: what an import took back goes first. */
const allVerbs = ['withdraw', 'relapse', 'worsen', 'settle', 'archive'] as const;
type DataVerb = (typeof allVerbs)[number];

/** The warnings that each verb moved. */
export type MovedByData = Readonly<Partial<Record<DataVerb, readonly number[]>>>;

/** Moves the warnings of settlements as of a day that was evaluated. */
export async function moveByData(
  tx: Transaction,
  { day, at, settlements }: { day: string; at: Date; settlements: readonly string[] },
  verbs: readonly DataVerb[] = allVerbs,
): Promise<MovedByData> {
  const claims = claimsAsOf(day);
  const moved: Partial<Record<DataVerb, readonly number[]>> = {};
  for (const verb of verbs) {
    for (const { from, to, when = [], unless = [] } of warningLifecycle.moves.filter((line) => line.verb === verb)) {
      const fits = [sql`settlement_code = any(${settlements}::text[])`, sql`stage = any(${from}::text[])`, ...when.map((claim) => claims[claim])];
      const found = await tx.query<{ warning_id: number }>(sql`
        select warning_id from warning where ${join([...fits, ...unless.map((claim) => sql`not ${claims[claim]}`)], ' and ')} order by warning_id for update`);
      const ids = found.map(({ warning_id: id }) => id);
      const set = effects[verb]?.(day, at);
      await setStage(tx, ids, { verb, to, at, day, by: null, ...(set && { set }) } satisfies StageChange);
      if (ids.length > 0) moved[verb] = [...(moved[verb] ?? []), ...ids];
    }
  }
  return moved;
}

const effects: Readonly<Partial<Record<DataVerb, (day: string, at: Date) => Sql>>> = {
  relapse: () => newRound,
  worsen: () => newRound,
  settle: (day, at) => sql`cleared_at = ${at}::timestamptz, cleared_by = 'anju', ${trackingFrom(day)}`,
};
