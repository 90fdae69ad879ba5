/** Where a database keeps sealed values: the list that a rotation of keys works through, made from the declared tables. */

/** A column of sealed values, with the blind index beside it where it has one. */
export interface SealedColumn {
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  readonly column: string;
  readonly index?: BlindIndex;
}

/** The column of the blind index of a sealed value. */
export interface BlindIndex {
  readonly column: string;
  readonly domain: string;
  /** The texts inside the value of which the column may be the index, when it is not the index of the whole. */
  readonly values?: (text: string) => readonly string[];
}

/** All sealed values of a database. */
export interface SealedData {
  readonly columns: readonly SealedColumn[];
  /** The advisory lock that everybody holds who stores sealed values. */
  readonly turn: number;
}
