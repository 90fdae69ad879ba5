/** A code list: the codes that a field may hold, each with its labels and, where it has one, the time in which it is valid. */
import type { CodeListName } from './codeListNames.ts';

export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** First and last day on which the code may be used, inclusive; absent = without bound. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly note?: string;
}

export interface CodeList {
  readonly name: CodeListName;
  /** Where the list comes from: S source document, P public standard, N news, GK general knowledge, O own proposal. */
  readonly origin: string;
  readonly entries: readonly CodeEntry[];
}

type Row = readonly [code: string, zh: string, en: string, more?: Omit<CodeEntry, 'code' | 'zh' | 'en'>];

/** A code list from rows of code, Chinese label, English label and what else an entry has. */
export function codeList<Name extends CodeListName>(name: Name, origin: string, rows: readonly Row[]): CodeList & { readonly name: Name } {
  return { name, origin, entries: rows.map(([code, zh, en, more]) => ({ code, zh, en, ...more })) };
}
