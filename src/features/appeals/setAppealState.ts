/** Brings an appeal into a state: its case, and an event that says who did what; whether it may move was decided before. */
import type { Given } from '#catalog/lifecycles/move.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import type { AppealState, AppealVerb } from './appealState.ts';

/** Who did it: an account, the appellant without one, or null for the platform. */
export type DoneBy = { readonly account: number | null; readonly name: string } | null;

export interface AppealChange {
  readonly verb: AppealVerb;
  readonly from: AppealState;
  readonly to: AppealState;
  readonly at: Date;
  readonly by: DoneBy;
  readonly given: Given;
  /** Further columns of `appeal_case` as SQL. */
  readonly set?: Sql;
}

export async function setAppealState(tx: Queryable, no: string, { verb, from, to, at, by, given, set }: AppealChange): Promise<void> {
  await noteEvent(tx, no, { verb, from, to, at, by, given });
  const parts = [...(from === to ? [] : [sql`state = ${to}`, sql`state_since = greatest(state_since, ${at}::timestamptz)`]), ...(set ? [set] : [])];
  if (parts.length > 0) await tx.execute(sql`update appeal_case set ${join(parts)} where appeal_no = ${no}`);
}

/** Writes down what was done. */
export async function noteEvent(
  tx: Queryable,
  no: string,
  { verb, from, to, at, by, given }: Omit<AppealChange, 'verb' | 'set'> & { readonly verb: string },
): Promise<void> {
  await tx.execute(sql`
    insert into appeal_event (appeal_no, settlement_code, verb, from_state, to_state, happened_at, account, done_by, unit, given)
    select appeal_no, settlement_code, ${verb}, ${from}, ${to}, ${at}::timestamptz, ${by?.account ?? null}, ${by?.name ?? null}, handler_org, ${JSON.stringify(given)}::jsonb
    from appeal where appeal_no = ${no}`);
}
