/** Finds the table in a sheet: the row or rows with its headers, below whatever titles stand above. */
import { columnLetter } from './columnLetter.ts';
import type { Cell, HeaderArea, Merge, SheetRow } from './sheets.ts';

/** A column of the table. */
export interface HeaderColumn {
  /** From 0. */
  readonly index: number;
  readonly letter: string;
  /** The lowest header text over the column. */
  readonly text: string;
  /** What stands above it in a header of several lines, from the top, without repetition. */
  readonly parentText?: string;
  /** `parentText` and `text` with a blank between, or `text` alone. */
  readonly joinedText: string;
}

/** Where the table starts. */
export interface FoundHeader {
  /** Row numbers of the header lines, as in the file. */
  readonly headerRows: readonly number[];
  readonly columns: readonly HeaderColumn[];
  /** Texts of the lines above: a printed page may repeat them. */
  readonly titles: readonly string[];
  /** First row number that can hold data. */
  readonly firstDataRow: number;
  readonly score: number;
}

/** How well header texts fit what the caller knows: the number of known headers does; 0 and less is no header. */
export type HeaderScore = (texts: string[]) => number;

const mostLines = 3;

/**
 * The best header among the first rows, or `undefined` when none fits. Every candidate is scored by its lowest texts and by its joined texts;
 * among equals, lines that merged cells tie together come first, then fewer lines, then the upper one.
 */
export function findHeader(area: HeaderArea, score: HeaderScore): FoundHeader | undefined {
  let best: (FoundHeader & { readonly tied: number }) | undefined;
  for (let first = 0; first < area.rows.length; first++) {
    for (let lines = 1; lines <= mostLines && first + lines <= area.rows.length; lines++) {
      const rows = area.rows.slice(first, first + lines);
      if (lines > 1 && !mayBelongTogether(rows)) break;
      const columns = columnsOf(rows, area.merges);
      const found = Math.max(score(columns.map((column) => column.text)), score(columns.map((column) => column.joinedText)));
      if (found <= 0 || (best !== undefined && found < best.score)) continue;
      const tied = lines > 1 && areTied(rows, area.merges) ? lines : 0;
      if (best !== undefined && found === best.score && (tied < best.tied || (tied === best.tied && lines >= best.headerRows.length))) continue;
      const titles = area.rows.slice(0, first).flatMap(({ cells }) => cells.map(headerText).filter((text) => text !== ''));
      best = { headerRows: rows.map((row) => row.row), columns, titles, firstDataRow: (rows.at(-1)?.row ?? 0) + 1, score: found, tied };
    }
  }
  if (best === undefined) return undefined;
  const { tied: _tied, ...header } = best;
  return header;
}

/** Header lines follow each other without a gap and hold texts. */
function mayBelongTogether(rows: readonly SheetRow[]): boolean {
  return rows.every(
    (row, at) => (at === 0 || row.row === (rows[at - 1]?.row ?? 0) + 1) && row.cells.every((cell) => cell === undefined || cell.kind === 'text'),
  );
}

/** A merged cell that reaches down over the lines says that they are one header; so does an upper line of several texts over nearly all columns. */
function areTied(rows: readonly SheetRow[], merges: readonly Merge[]): boolean {
  const top = rows[0]?.row ?? 0;
  const bottom = rows.at(-1)?.row ?? 0;
  if (merges.some((merge) => merge.top === top && merge.bottom === bottom)) return true;
  if (!merges.some((merge) => merge.top >= top && merge.bottom < bottom && merge.right > merge.left)) return false;
  const columns = (rows.at(-1)?.cells ?? []).flatMap((cell, index) => (cell === undefined ? [] : [index]));
  return rows.slice(0, -1).every((row) => {
    const above = columns.map((index) => headerText(row.cells[index])).filter((text) => text !== '');
    return new Set(above).size > 1 && above.length >= columns.length * 0.8;
  });
}

function columnsOf(rows: readonly SheetRow[], merges: readonly Merge[]): HeaderColumn[] {
  const lines = rows.map((row) => row.cells.map((cell) => headerText(cell)));
  const width = Math.max(0, ...lines.map((line) => line.length));
  lines.slice(0, -1).forEach((line, at) => {
    const row = rows[at]?.row ?? 0;
    const hasMerge = merges.some((merge) => merge.top <= row && merge.bottom >= row && merge.right > merge.left);
    if (!hasMerge) spreadRight(line, lines.slice(at + 1), width);
  });
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const texts = lines.map((line) => line[index] ?? '').filter((text, at, all) => text !== '' && text !== all[at - 1]);
    const text = texts.at(-1);
    if (text === undefined) continue;
    const parentText = texts.slice(0, -1).join(' ');
    const letter = columnLetter(index);
    columns.push(
      parentText === '' ? { index, letter, text, joinedText: text } : { index, letter, text, parentText, joinedText: `${parentText} ${text}` },
    );
  }
  return columns;
}

/** In a line without merged cells (csv), an upper text counts for the blank columns to its right that have a text below. */
function spreadRight(line: string[], below: readonly (readonly string[])[], width: number): void {
  const hasBelow = (column: number): boolean => below.some((texts) => (texts[column] ?? '') !== '');
  for (let column = 1; column < width; column++) {
    if ((line[column] ?? '') === '' && hasBelow(column) && hasBelow(column - 1)) line[column] = line[column - 1] ?? '';
  }
}

function headerText(cell: Cell | undefined): string {
  return cell === undefined ? '' : cell.text.trim();
}
