/** What an import answers. */
import type { ProblemData } from '#platform/problems/problem.ts';

/** A problem of a row, with its place in the sheet. */
export interface ReportedProblem {
  readonly effect: 'refused' | 'aside' | 'marked';
  /** Place of the sheet in its workbook, from 0. */
  readonly sheet: number;
  readonly row: number;
  readonly column: string | null;
  readonly header: string | null;
  readonly field: string | null;
  /** Headers of the register that the row must state and the sheet has no cell for. */
  readonly needs: readonly string[];
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A column of a sheet whose header means nothing to the register. */
export interface UnreadColumn {
  readonly register: string;
  /** Place of the sheet in its workbook, from 0. */
  readonly sheet: number;
  readonly column: string;
  readonly header: string;
}

/** The outcome of one file (or of one register of a file). */
export interface ImportReport {
  readonly file: string | null;
  /** Number of the import; null when nothing was stored. */
  readonly import: number | null;
  readonly register: string | null;
  readonly dataDate: string;
  readonly mode: 'changes' | 'full' | 'nil';
  readonly state: 'stored' | 'waiting' | 'refused' | 'tried';
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly aside: number;
  /** Rows about people of other lists, counted and not stored. */
  readonly others: number;
  /** Rows that a full list no longer holds. */
  readonly missing: number;
  readonly settlements: readonly string[];
  readonly problems: readonly ReportedProblem[];
  /** How many problems there are; `problems` holds the first of them. */
  readonly problemCount: number;
  /** What is wrong with the file as a whole. */
  readonly problem: ProblemData | null;
  readonly notes: readonly ProblemData[];
  /** Fingerprint under which the file is kept; absent where none is. */
  readonly upload?: string | null;
  readonly unread?: readonly UnreadColumn[];
}

/** What a report says where nothing was read. */
export const emptyReport = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  aside: 0,
  others: 0,
  missing: 0,
  settlements: [],
  problems: [],
  problemCount: 0,
  notes: [],
} as const;

/** Problems that a report holds at most; all of them stand in the database. */
export const mostReported = 2_000;

/** The report on a file of which nothing was stored. */
export function refusedReport(
  order: { readonly fileName: string; readonly mode?: 'changes' | 'full' },
  dataDate: string,
  register: string | null,
  problem: ProblemData,
): ImportReport {
  return { ...emptyReport, file: order.fileName, import: null, register, dataDate, mode: order.mode ?? 'changes', state: 'refused', problem };
}
