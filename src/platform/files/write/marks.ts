/** What is marked in a workbook that goes back to those who sent it. */
import type { FoundHeader } from '../findHeader.ts';

/** What is wrong with one cell; row from 1 as in the file, column from 0. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
}

/** The marks of one sheet. */
export interface SheetMarks {
  /** Place of the sheet in the workbook, from 0 (`Sheet.index`). */
  readonly sheet: number;
  readonly place: ReasonPlace;
  readonly cells: readonly CellMark[];
  /** By row number: everything that is wrong with the row, for the column 问题说明. */
  readonly reasons: ReadonlyMap<number, string>;
  /** Numbers of rows whose cells are left empty: what stands in them is not for the reader. Absent = none. */
  readonly hidden?: ReadonlySet<number>;
  /** A comment on the title of the reasons: whose copy this is. */
  readonly watermark?: string;
}

/** Where the reasons go. */
export interface ReasonPlace {
  /** Row of the header that gets the title of the column. */
  readonly headerRow: number;
  /** From 0. */
  readonly column: number;
  /** The sheet was marked before and came back: the reasons of then are in this column, and go. */
  readonly marked: boolean;
}

/** Title of the column with the reasons; importers pass over a column of this name. */
export const reasonTitle = '问题说明';

/** Comments are heavy for a spreadsheet: beyond so many in a sheet, the colour and the column 问题说明 must do. */
export const mostNotes = 5_000;

/** The column of an earlier marking, else the first one to the right of the header. */
export function reasonPlace(header: FoundHeader): ReasonPlace {
  const headerRow = header.headerRows.at(-1) ?? 1;
  const earlier = header.columns.find((column) => column.text === reasonTitle);
  if (earlier !== undefined) return { headerRow, column: earlier.index, marked: true };
  return { headerRow, column: (header.columns.at(-1)?.index ?? -1) + 1, marked: false };
}

/** Text of the comment on a cell. */
export function noteText(mark: CellMark): string {
  return mark.en === '' ? mark.zh : `${mark.zh}\n${mark.en}`;
}
