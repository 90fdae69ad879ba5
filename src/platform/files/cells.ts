/** Makes cells from stored values; cells are never changed, so equal ones are shared. */
import type { FormatMeaning } from './numberFormats.ts';
import { losesDigits, numberText, percentText } from './numberText.ts';
import { dateText, serialDate } from './serialDate.ts';
import type { Cell } from './sheets.ts';

const yes: Cell = { text: 'TRUE', kind: 'bool', number: 1 };
const no: Cell = { text: 'FALSE', kind: 'bool', number: 0 };

/** A cell of plain text. */
export function textCell(text: string): Cell {
  return { text, kind: 'text' };
}

/** A yes or no of the spreadsheet. */
export function boolCell(value: boolean): Cell {
  return value ? yes : no;
}

/** An error value such as `#N/A`. */
export function errorCell(text: string): Cell {
  return { text, kind: 'error' };
}

/** A number as its format shows it; dates outside the calendar stay numbers. */
export function numberCell(number: number, meaning: FormatMeaning, system: 1900 | 1904): Cell {
  if (meaning === 'date') {
    const date = serialDate(number, system);
    if (date !== undefined) return { text: dateText(date), kind: 'date', number, date };
  }
  if (system === 1904 && meaning !== 'percent' && !losesDigits(number)) return { text: numberText(number), kind: 'number', number, system };
  if (meaning === 'percent') return { text: percentText(number), kind: 'number', number };
  if (losesDigits(number)) return { text: numberText(number), kind: 'number', number, digitsLost: true };
  return { text: numberText(number), kind: 'number', number };
}

/** The same cell, said to come from a formula; without a cell, a formula that was never computed. */
export function formulaCell(cell: Cell | undefined): Cell {
  if (cell === undefined) return { text: '', kind: 'formula', formula: true };
  return { ...cell, formula: true };
}

const exponential = /^[+-]?\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/i;

/** A cell of a text file: text, unless a spreadsheet has left only `5.22399E+17` of a long number. */
export function writtenCell(text: string): Cell | undefined {
  if (text === '') return undefined;
  const wrapped = text.charCodeAt(0) === 61 ? /^="([^"]*)"$/.exec(text) : null;
  if (wrapped !== null) return wrapped[1] === '' ? undefined : { text: wrapped[1] ?? '', kind: 'text' };
  if (text.length < 24 && exponential.test(text)) return { text, kind: 'text', digitsLost: true };
  return { text, kind: 'text' };
}

/** Whether a row shows nothing but blanks. */
export function isBlankRow(cells: readonly (Cell | undefined)[]): boolean {
  for (const cell of cells) if (cell !== undefined && (cell.kind === 'formula' || cell.text.trim() !== '')) return false;
  return true;
}
