/** What the thread that reads whole-file formats and the one that asks it say to each other. */
import type { ProblemData } from '#platform/problems/problem.ts';
import type { Merge, SheetRow } from '../sheets.ts';

/** What the thread starts with. */
export interface LegacyTask {
  readonly source: string | Uint8Array;
  /** For messages. */
  readonly format: 'xls' | 'xlsb' | 'ods';
  readonly columns: number;
}

/** A sheet as the thread announces it. */
export interface LegacySheet {
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  readonly rows: number;
}

/** Asks for rows of a sheet that lie behind row `from` (0 for the first). */
export interface LegacyRequest {
  readonly sheet: number;
  readonly from: number;
}

/** All answers of the thread. */
export type LegacyAnswer =
  | { readonly kind: 'opened'; readonly sheets: readonly LegacySheet[]; readonly macros: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[]; readonly next: number | undefined; readonly columnsIgnored: boolean }
  | { readonly kind: 'refused'; readonly problem: ProblemData };
