/** What imports work with, and what is said about the rows of one. */
import type { Actor } from '#features/audit/actor.ts';
import type { AuditValues } from '#features/audit/appendAudit.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database } from '#platform/database/database.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import type { ReportedProblem } from './report.ts';

/** What imports work with. */
export interface ImportHouse {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly dataFolder: string;
  /** Who imports, as the audit log names them. */
  readonly actor: Actor;
}

/** How far an import has come. `total` is 0 while it is not known. */
export type ImportProgress = (now: { readonly phase: 'read' | 'match' | 'store' | 'tell'; readonly rows: number; readonly total: number }) => void;

/** What is said about the rows as a whole. */
export interface StoreOrder {
  readonly dataDate: string;
  readonly mode: 'changes' | 'full';
  /** Settlements that the rows are declared to cover; empty = those that the rows belong to. */
  readonly covers: readonly string[];
  readonly alsoOthers: boolean;
  /** Settlements about which the person may say something; absent = all. Rows of others are refused. */
  readonly reach?: readonly string[];
  /** A second person has agreed to what a full list leaves out. */
  readonly isConfirmed: boolean;
  readonly dryRun: boolean;
  readonly statedBy: string;
  readonly confirmedBy?: string;
  readonly file?: { readonly name: string; readonly sha256: string | null };
  readonly notes?: readonly ProblemData[];
  /** false: a correction of single rows, by which the department has not delivered its list. */
  readonly isDelivery?: boolean;
  /** Rows that an import kept back (mended, or matched at last): they become its own. */
  readonly into?: number;
  /** The note by which a file is known that a kill cuts off. */
  readonly begun?: number;
  /** An import on record that waited for a second person. */
  readonly resumes?: number;
  /** What the audit log calls it. */
  readonly verb: 'imports.create' | 'imports.confirm' | 'imports.mend' | 'imports.match';
  /** What the audit entry says besides the counts. */
  readonly told?: AuditValues;
  readonly onProgress?: ImportProgress;
  /** What must be stored before. */
  readonly turn?: Promise<unknown>;
  /** Hears all problems, page by page; the report holds only the first of them. */
  readonly onProblems?: (problems: readonly ReportedProblem[]) => void;
}

/** The lock by which imports of all processes take turns (`takeTurn.ts`). */
export const turnOfImports = 5223_0002;
