/** What the structure of a database is made of, as its catalogue tells it: pieces, each with the SQL that makes it and the SQL that takes it away. */

/** The kinds in the order in which they are made; they are taken away in the opposite one. */
export const kinds = [
  'schema',
  'table',
  'column',
  'option',
  'function',
  'constraint',
  'index',
  'foreign key',
  'view',
  'trigger',
  'security',
  'policy',
  'grant',
  'comment',
] as const;

export type Kind = (typeof kinds)[number];

/** What a column is, beside its name. */
export interface ColumnFacts {
  readonly table: string;
  readonly name: string;
  /** With the collation, where it is not that of the type. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  /** `by default`, `always`, or null where it counts nothing. */
  readonly identity: string | null;
  readonly generated: string | null;
}

/** One piece. Two pieces of one id are the same when the SQL that makes them is. */
export interface Piece {
  readonly id: string;
  readonly kind: Kind;
  /** As people write it: `household`, `household.household_no`, `bi.board`. */
  readonly name: string;
  readonly make: string;
  readonly drop: string;
  /** The piece without which it cannot be, and with which it goes. */
  readonly of: string | null;
  /** The pieces that have to go before it, for they rest on it, say so here: ids of what a piece rests on. */
  readonly needs: readonly string[];
  /** What must be equal for `make` to replace a piece where it stands. */
  readonly inPlace: string | null;
  /** Roles that it names; they belong to the server. */
  readonly roles: readonly string[];
  readonly column: ColumnFacts | null;
}

/** All pieces by id; the columns of a table in their order. */
export type Structure = ReadonlyMap<string, Piece>;

/** How many kinds are made before it. */
export const rankOf = ({ kind }: Piece): number => kinds.indexOf(kind);
