/** What is said when a file is imported, and what of it storing takes. */
import type { Register } from '#catalog/registers/register.ts';
import type { FileSource } from '#platform/files/source.ts';
import type { FileTarget } from '#platform/files/write/writeZip.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import type { ImportProgress, StoreOrder } from './importHouse.ts';
import type { ReportedProblem } from './report.ts';
import type { MarkCollection } from './writeMarkedFile.ts';

/** Where a person may bring rows of a register. */
export type Reach = (register: Register) => readonly string[] | undefined;

/** What is said when a file is imported. */
export interface ImportOrder {
  readonly source: FileSource;
  readonly fileName: string;
  /** Name of the register; recognised from the headers when not said. */
  readonly register?: string;
  /** 数据日期, YYYY-MM-DD; the day of import when not said. */
  readonly dataDate?: string;
  readonly mode?: 'changes' | 'full';
  readonly covers?: readonly string[];
  /** Settlements about which the person may bring rows of a register, undefined = all; none = not this register. Absent = the machine itself. */
  readonly reach?: Reach;
  /** The list covers other people too: rows of numbers that nobody has are counted and not kept. */
  readonly alsoOthers?: boolean;
  readonly dryRun?: boolean;
  /** Headers and the fields that they stand for, null for columns that are not taken; remembered for the sheet form. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly statedBy?: string;
  /** The second person who has seen that a full list drops many rows. */
  readonly confirmedBy?: string;
  /** Number of the record on which the file waited for the second person. */
  readonly resumes?: number;
  readonly onProgress?: ImportProgress;
  /** What must be stored before; the file is read meanwhile. */
  readonly turn?: Promise<unknown>;
  /** Where to write the file with its bad cells marked, if it has any. */
  readonly marked?: FileTarget;
}

/** The part of an order that says about which settlements rows of a register may speak. */
export function reachFor({ reach }: Pick<ImportOrder, 'reach'>, register: Register): Pick<StoreOrder, 'reach'> {
  const settlements = reach?.(register);
  return settlements === undefined ? {} : { reach: settlements };
}

/** The order as storing takes it. */
export function storeOrderOf(
  order: ImportOrder,
  dataDate: string,
  sha256: string | null,
  notes: readonly ProblemData[] = [],
  marks?: MarkCollection,
): StoreOrder {
  return {
    dataDate,
    mode: order.mode ?? 'changes',
    covers: order.covers ?? [],
    alsoOthers: order.alsoOthers ?? false,
    isConfirmed: order.confirmedBy !== undefined,
    dryRun: order.dryRun ?? false,
    verb: verbOf(order),
    statedBy: order.statedBy ?? '',
    ...(order.confirmedBy !== undefined && { confirmedBy: order.confirmedBy }),
    file: { name: order.fileName, sha256 },
    notes,
    ...(order.resumes !== undefined && { resumes: order.resumes }),
    ...(order.onProgress && { onProgress: order.onProgress }),
    ...(order.turn && { turn: order.turn }),
    ...(order.marked && marks && { onProblems: (problems: readonly ReportedProblem[]) => void marks.problems.push(...problems) }),
  };
}

/** What the audit log calls it. */
export const verbOf = ({ resumes }: Pick<ImportOrder, 'resumes'>): StoreOrder['verb'] =>
  resumes === undefined ? 'imports.create' : 'imports.confirm';
