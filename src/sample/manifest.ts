/** The list of the files of a sample, in the order in which they are to be imported. */

export interface ManifestFile {
  /** Name inside the folder; absent for a nil report. */
  readonly file?: string;
  readonly register: string;
  /** `YYYY-MM-DD`. */
  readonly dataDate: string;
  readonly mode: 'changes' | 'full';
  /** Codes of all settlements that the sheet answers for, also those of which it holds no row. */
  readonly covers?: readonly string[];
  /** 零报告: the department says that there is nothing to report. */
  readonly nil?: true;
  readonly rows?: number;
}

/** A row that was spoilt on purpose. */
export interface Fault {
  readonly file: string;
  /** As in the file, from 1. */
  readonly row: number;
  readonly header: string;
  readonly what: string;
  /** What an import should do with the row. */
  readonly expect: 'refused' | 'aside';
}

export interface Manifest {
  /** `YYYY-MM-DD`: data up to this day. */
  readonly until: string;
  readonly seed: number;
  readonly people: number;
  /** The day from which appeals count as handled on the platform. */
  readonly goLive: string;
  readonly files: readonly ManifestFile[];
  readonly faults?: readonly Fault[];
}
