/** What a kind of field is: one value that answers every layer, so that shared code asks the kind and never branches on which kind it is. */
import type { ZodType } from 'zod';
import type { CodeListName } from '../codes/codeListNames.ts';
import type { RegisterName } from '../registers/registerNames.ts';

/**
 * A spreadsheet cell as the reader of files hands it over; `number` is filled for number and date cells. A date cell has its date as text
 * (`2023-01-05 14:30:00`) whatever its system; where it has not, `number` is a serial of the 1900 system, or of that of 1904 where `system` says so. `formula` was never computed.
 */
export interface CellValue {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'bool' | 'error' | 'formula';
  readonly number?: number;
  readonly system?: 1904;
  /** A number with more than 15 significant digits: its last digits were lost in the spreadsheet. */
  readonly digitsLost?: boolean;
}

/** A sentence in both languages with a stable code and its parameters, saying what is wrong with a cell and what to do. */
export interface CellProblem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** What reading a cell gives: nothing stated, an order to erase (`#清空`), a value (perhaps with a remark that marks the cell), or a problem. */
export type Reading<Value> =
  | { readonly is: 'empty' }
  | { readonly is: 'erase' }
  | { readonly is: 'value'; readonly value: Value; readonly remark?: CellProblem }
  | { readonly is: 'problem'; readonly problem: CellProblem };

/** What a field holds: plain JSON. */
export type FieldValue = string | number | boolean | readonly string[];

/** How a form asks for a value of a kind. */
export type Control =
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'datetime'
  | 'month'
  | 'quarter'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'references';

/** Class of a field after the data protection rules: who may see it, and whether it is masked in lists. */
export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive';

/** How a value looks where it is hidden: a name by its first character, a number by its ends, a day by its year, anything else not at all. */
export type Mask = 'name' | 'ends' | 'year' | 'whole';

/** A field kind: label, column, reading and writing of a cell, request schema and form control. Values are plain JSON (dates, months, decimals are text). */
export interface Kind<Value = unknown> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** PostgreSQL type of the column; a sealed kind is stored as bytea beside a blind index `<field>_index`. */
  column(field: Field): string;
  readonly sealed?: true;
  /** How its values look where they are hidden; left out: not at all. */
  readonly mask?: Mask;
  /** Reads a cell. `on` is the row's date (for codes that are valid for a time), `header` the header text (which may state 万元 or %). */
  read(cell: CellValue, field: Field, context: ReadContext): Reading<Value>;
  /** Writes a value as it stands in a sheet for people: labels instead of codes. */
  write(value: Value, field: Field): string;
  schema(field: Field): ZodType<Value>;
  readonly control: Control;
}

export interface ReadContext {
  readonly header: string;
  /** The date at which codes must be valid, YYYY-MM-DD. */
  readonly on: string;
  /** The day of import, after which no `past` date may lie, YYYY-MM-DD. */
  readonly today: string;
  /** The row's kind of identity paper (ID_TYPE); absent = resident identity card. */
  readonly idType?: string;
}

/** How the platform fills a field that the sheet left empty in a new row. */
export type AutoRule =
  | { readonly next: 'settlement' | 'platform'; readonly prefix: string }
  | { readonly join: readonly string[]; readonly with: string }
  | { readonly hash: readonly string[] }
  | { readonly workflow: true };

/** A field of a register. Expressions (`check`, `warn`, `calc`, `default`) are written over fields of the row as in the data specification. */
export interface Field {
  readonly kind: Kind<FieldValue>;
  readonly zh: string;
  readonly en: string;
  readonly required: 'yes' | 'no' | 'auto';
  readonly sensitivity: Sensitivity;
  /** It tells something of somebody's health: shown to those who may see health data. A whole register may be so too. Or: of the head, in a row about a household. */
  readonly about?: 'health' | 'head';
  /** How its value looks where it is hidden, where that is not how its kind looks. */
  readonly mask?: Mask;
  /** Lists show it although it is personal: people work through lists by it. */
  readonly inLists?: true;
  readonly aliases: readonly string[];
  readonly nameHeaders: readonly string[];
  readonly note: string;
  readonly codes?: CodeListName;
  readonly target?: RegisterName;
  readonly precision?: number;
  readonly scale?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  /** true, or the condition among whose rows the value must be unique. */
  readonly unique?: true | string;
  /** Not after the day of import. */
  readonly past?: true;
  readonly checks: readonly string[];
  readonly warns: readonly string[];
  readonly calc?: string;
  /** Text of a cell that a new row takes when the sheet has none. */
  readonly default?: string;
  /** The same as an expression over the row; with `renewedBy` it is written anew whenever that field changes. */
  readonly defaultFrom?: string;
  readonly renewedBy?: string;
  readonly auto?: AutoRule;
  /** Ways in which a reference is found, in order. */
  readonly by: readonly string[];
  /** Further cell texts and the code each stands for. */
  readonly accept: Readonly<Record<string, string>>;
  /** A six-digit code or a place name that begins with a listed one resolves to the listed county, else its province. */
  readonly acceptPrefix?: true;
  /** Endings that are taken off a text before it is stored, as 栋 of 3栋. */
  readonly takeOff?: readonly string[];
  /** Rules stated in words, because they reach beyond the row; each is carried out by the room named in it. */
  readonly words: readonly string[];
}

/** What a register file writes for a field: the labels, and of the rules only those that it has. */
export interface FieldOptions {
  zh: string;
  en: string;
  required: 'yes' | 'no' | 'auto';
  sensitivity: Sensitivity;
  about?: 'health' | 'head';
  mask?: Mask;
  inLists?: true;
  aliases?: readonly string[];
  nameHeaders?: readonly string[];
  note?: string;
  maxLength?: number;
  pattern?: string;
  min?: number;
  max?: number;
  unique?: true | string;
  past?: true;
  checks?: readonly string[];
  warns?: readonly string[];
  calc?: string;
  default?: string;
  defaultFrom?: string;
  renewedBy?: string;
  auto?: AutoRule;
  by?: readonly string[];
  accept?: Readonly<Record<string, string>>;
  acceptPrefix?: true;
  takeOff?: readonly string[];
  words?: readonly string[];
}

/** The field of a kind with its options; what is not written is empty. */
export function fieldOf(
  kind: Kind<FieldValue>,
  options: FieldOptions,
  extra: Partial<Pick<Field, 'codes' | 'target' | 'precision' | 'scale'>> = {},
): Field {
  return { aliases: [], nameHeaders: [], note: '', checks: [], warns: [], by: [], accept: {}, words: [], ...options, ...extra, kind };
}
