/** What is done to an order is done to the warnings on it: signed for, finished, reviewed and sent back together. */
import type { Given } from '#catalog/lifecycles/move.ts';
import { warningLifecycle } from '#catalog/lifecycles/warning.ts';
import { setStage } from '#features/warnings/setStage.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { type Sql } from 'sql-template-tag';
import type { OrderVerb } from './claims.ts';

interface ListMove {
  readonly at: Date;
  readonly day: string;
  readonly account: number;
  readonly by: string;
  readonly given: Given;
}

const sets = {
  sign: ({ at }: ListMove): Sql => sql`signed_at = ${at}::timestamptz`,
  finish: ({ at, account }: ListMove): Sql => sql`done_at = ${at}::timestamptz, done_by = ${account}`,
  review: ({ at, given }: ListMove): Sql => sql`reviewed_at = ${at}::timestamptz, satisfaction = ${given.satisfaction ?? null}`,
  'send-back': (): Sql => sql`done_at = null`,
} as const;

const isListed = (verb: OrderVerb): verb is keyof typeof sets => verb in sets;

/** Moves the warnings on an order by the verb of the order, those whose stage allows it; held-back ones wait for their cause. */
export async function moveListed(tx: Queryable, order: number, verb: OrderVerb, listed: ListMove): Promise<void> {
  if (!isListed(verb)) return;
  for (const { from, to } of warningLifecycle.moves.filter((line) => line.verb === verb)) {
    const rows = await tx.query<{ warning_id: number }>(sql`
      select warning_id from work_order_item join warning using (warning_id)
      where order_id = ${order} and left_at is null and stage = any(${from}::text[]) and held_back_by = '{}' order by warning_id for update of warning`);
    const { at, day, by } = listed;
    await setStage(
      tx,
      rows.map((row) => row.warning_id),
      { verb, to, at, day, by, set: sets[verb](listed) },
    );
  }
}
