/** The shapes in which a file of tables is handed out: sheets, rows in batches, and cells with what a person sees in them. */
import type { ProblemData } from '#platform/problems/problem.ts';

/** The formats that are read. */
export type SheetFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv';

/** `formula` is a formula whose value was never computed; all other formulas have the kind of their value. */
export type CellKind = 'text' | 'number' | 'date' | 'bool' | 'error' | 'formula';

/** A date or time as the spreadsheet stores it. */
export interface SerialDate {
  /** Days since the start of the system, the fraction is the time of day. */
  readonly serial: number;
  readonly system: 1900 | 1904;
  /** `2023-01-05`, `2023-01-05T14:30:00`, or `14:30:00` for a time without a day. */
  readonly iso: string;
}

/** One cell that holds something. */
export interface Cell {
  /** What a person sees: numbers as their shortest decimal text, dates as `2023-01-05` or `2023-01-05 14:30:00`, percentages as `15%`. */
  readonly text: string;
  readonly kind: CellKind;
  /** The stored number: of kind `number`, of `date` (the serial), of `bool` (1 or 0). A percentage is stored as a share, `0.15`. */
  readonly number?: number;
  readonly date?: SerialDate;
  /** A number of a workbook that counts its days from 1904, in case it is meant as a day; left out: from 1900. */
  readonly system?: 1904;
  /** The value came from a formula; what stands here is its saved result. */
  readonly formula?: true;
  /** A number with more digits than a spreadsheet keeps (15): an identity number typed as a number has lost its last digits. */
  readonly digitsLost?: true;
}

/** One row that holds something; blank rows are left out and show as a gap in the row numbers. */
export interface SheetRow {
  /** As in the file, from 1. */
  readonly row: number;
  /** By column, from 0; `undefined` where nothing stands; as long as the last filled column. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A merged rectangle; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The first rows of a sheet for finding its header; `rows` have the text of a merged cell in every cell that it covers. */
export interface HeaderArea {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** Choices when reading rows. */
export interface RowChoices {
  /** The value of a cell merged downwards stands in every row that it covers, as a household's number beside its members. */
  readonly fillDown?: boolean;
}

/** One sheet; every reading starts again from the top. */
export interface Sheet {
  readonly name: string;
  /** Place in the workbook, from 0. */
  readonly index: number;
  readonly hidden: boolean;
  /** Rows in batches of about a thousand: the quick way. */
  rowBatches(choices?: RowChoices): AsyncIterable<readonly SheetRow[]>;
  /** Rows one by one. */
  rows(choices?: RowChoices): AsyncIterable<SheetRow>;
  /** The first filled rows (40 when not said) with merged cells filled in. */
  headerArea(maxRows?: number): Promise<HeaderArea>;
  /** All merged cells; in xlsx they stand behind the data, so this reads through the sheet, unless its rows have been read to the end. */
  merges(): Promise<readonly Merge[]>;
  /** Whether asking for the merged cells before the rows costs next to nothing. */
  readonly mergesAreNear: boolean;
}

/** A file that was recognised and opened; `close` it. */
export interface OpenedSheets {
  readonly format: SheetFormat;
  /** Of csv: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`. */
  readonly encoding?: string;
  /** Of csv: the separator. */
  readonly separator?: string;
  /** Remarks on the file; grows while rows are read. */
  readonly notes: readonly ProblemData[];
  readonly sheets: readonly Sheet[];
  close(): Promise<void>;
}

/** Bytes read of all bytes of the sheet (packed). */
export type ReadProgress = (sheet: number, done: number, total: number) => void;

/** What guards the machine against a file; each has a default in `defaultLimits`. */
export interface FileLimits {
  /** Bytes of all parts of a package, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed byte, looked at from 64 MiB on. */
  readonly ratio: number;
  readonly entries: number;
  /** Bytes of the shared texts of a workbook; they stay in memory. */
  readonly sharedTextBytes: number;
  /** Bytes of a file, unpacked, in a format that can only be read whole (xls, xlsb, ods). */
  readonly wholeFileBytes: number;
  readonly columns: number;
}

/** Room for a sheet of 1,048,576 rows and 40 columns. */
export const defaultLimits: FileLimits = {
  unpackedBytes: 6 * 2 ** 30,
  ratio: 250,
  entries: 5_000,
  sharedTextBytes: 288 * 2 ** 20,
  wholeFileBytes: 48 * 2 ** 20,
  columns: 2_048,
};

/** Choices when opening a file. */
export interface OpenOptions {
  readonly limits?: Partial<FileLimits>;
  readonly onProgress?: ReadProgress;
  /** Of csv, when what was detected is wrong. */
  readonly encoding?: string;
  readonly separator?: string;
}
