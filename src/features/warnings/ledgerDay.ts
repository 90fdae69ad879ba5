/** A day that is brought into the ledger of warnings. */
import type { Standard } from '#features/standards/standardInForce.ts';
import sql, { type Sql } from 'sql-template-tag';

export interface LedgerDay {
  readonly day: string;
  readonly month: string;
  /** The moment of the evaluation, on that day. */
  readonly at: Date;
  readonly settlements: readonly string[];
  /** A county with the parameters of these settlements. */
  readonly county: string;
  readonly standard: Standard;
}

/** The month as the planner cannot see it: of rows that this transaction wrote its statistics know nothing, and it would expect one where there are thousands. */
export const justWritten = (month: string): Sql => sql`(select ${month}::date)`;
