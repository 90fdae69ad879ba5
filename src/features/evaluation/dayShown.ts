/** Findings and numbers of a day: as stored when the day was evaluated and nothing changed since, else evaluated aside and not kept. */
import type { Database, Transaction } from '#platform/database/database.ts';
import { refreshStatistics } from '#platform/database/statistics.ts';
import sql from 'sql-template-tag';
import { standardInForce } from '#features/standards/standardInForce.ts';
import { evaluateSlice, monthOf } from './evaluate.ts';
import { slicesOf } from './slices.ts';

/** Thrown to roll an evaluation aside back once its rows were read. */
class LookedAt extends Error {}

/** Settlements for which the stored month is not that of the day, or whose registers changed since. */
async function settlementsToLookAt(database: Database, day: string): Promise<string[]> {
  const rows = await database.query<{ settlement_code: string }>(sql`
    select settlement_code from settlement
    where not exists (
      select 1 from evaluated_month
      where evaluated_month.settlement_code = settlement.settlement_code and month = ${monthOf(day)}::date and as_of = ${day}::date)
    or exists (select 1 from evaluation_request where evaluation_request.settlement_code = settlement.settlement_code)`);
  return rows.map((row) => row.settlement_code);
}

/** Gives the reader a transaction in which the tables of the day's month hold that very day for every settlement. What had to be evaluated for it is rolled back. */
export async function withDay<T>(database: Database, day: string, moment: string, read: (tx: Transaction, month: string) => Promise<T>): Promise<T> {
  const settlements = await settlementsToLookAt(database, day);
  if (settlements.length === 0) return database.transaction((tx) => read(tx, monthOf(day)), { readOnly: true });
  await refreshStatistics(database);
  let answer: { value: T } | undefined;
  try {
    await database.transaction(async (tx) => {
      const standard = await standardInForce(tx, day);
      for (const slice of await slicesOf(tx, settlements, standard)) await evaluateSlice(tx, slice, { day, moment }, standard, true);
      answer = { value: await read(tx, monthOf(day)) };
      throw new LookedAt();
    });
  } catch (error) {
    if (!(error instanceof LookedAt)) throw error;
  }
  if (!answer) throw new Error('an evaluation aside ended without an answer');
  return answer.value;
}
