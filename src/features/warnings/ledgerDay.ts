/** A day that is brought into the ledger of warnings. */
import type { Standard } from '#features/standards/standardInForce.ts';

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
