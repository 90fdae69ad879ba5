/** One row on its way from the sheet to the staging table. */
import type { ProblemData } from '#platform/problems/problem.ts';

/** In the place of a value: the cell orders to erase what is stored (`#清空`). */
export const erase = Symbol('erase');

/** A problem of a cell before the row is stored: `refused` keeps the row out, `aside` lets it wait, `marked` only shows. */
export interface RowTrouble {
  readonly effect: 'refused' | 'aside' | 'marked';
  readonly field: string | null;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The number of a reference as stated: in each column that states it, and the names beside it. */
export interface ReferenceStatement {
  readonly numbers: (string | readonly string[] | undefined)[];
  readonly names: string[];
}

export interface RowDraft {
  readonly sheet: number;
  readonly line: number;
  dataDate: string;
  /** By place of the field in the plan: undefined = no statement. */
  values: unknown[];
  references: (ReferenceStatement | undefined)[];
  place?: string;
  home?: string;
  birth?: string;
  year?: string;
  readonly troubles: RowTrouble[];
}

/** Whether a row comes back. */
export function isRefused(row: RowDraft): boolean {
  return row.troubles.some(({ effect }) => effect === 'refused');
}

/** A trouble from a problem. */
export function troubleOf(effect: RowTrouble['effect'], field: string | null, { code, zh, en }: Pick<ProblemData, 'code' | 'zh' | 'en'>): RowTrouble {
  return { effect, field, code, zh, en };
}
