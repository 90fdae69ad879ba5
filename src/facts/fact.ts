/** What a fact is: one typed value about one subject as of a day, computed from the registers. */
import type { SubjectKind } from '#catalog/items/item.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';

export interface Fact {
  readonly name: string;
  readonly type: 'int' | 'double' | 'bool';
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  /** Definition in words, shown beside the value; the SQL of the kind carries it out. */
  readonly means: string;
  /** Registers that the definition reads: rows of these stand behind the value. */
  readonly reads: readonly RegisterName[];
}

/** A fact with its SQL: an expression over the rows that the statement of its kind joins; `:t` and the like are named values. */
export interface StatedFact extends Fact {
  readonly sql: string;
}

/** Facts of a kind that read the same rows. */
export interface Theme {
  readonly facts: readonly StatedFact[];
  /** SQL of the joins that bring these rows beside the subject. */
  readonly joins: string;
}

/** A day for which facts are computed, over a slice of settlements. */
export interface AsOf {
  /** T: calendar day in Asia/Shanghai, YYYY-MM-DD. */
  readonly day: string;
  /** M: the as-of moment, ISO with zone: the end of T, or now when T is today. */
  readonly moment: string;
  /** The settlements whose subjects are wanted. */
  readonly settlements: readonly string[];
  /** Settlements under which rows of these subjects may lie (more than the slice when households moved); every sub-select is held to them. */
  readonly reach: readonly string[];
  /** Reads every register as if it had been delivered: published figures are computed so. */
  readonly evenSilent?: true;
}

/** All facts of one kind of subject, and the one statement that computes them. */
export interface SubjectFacts {
  readonly kind: SubjectKind;
  /** Register whose key is the subject's key. */
  readonly register: RegisterName;
  readonly keyColumn: string;
  readonly facts: readonly StatedFact[];
  /** SQL of a select with the columns settlement_code, subject_key, household_no (null where the subject belongs to none), and one column a fact. */
  readonly sql: (asOf: AsOf) => string;
}
