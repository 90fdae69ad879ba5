/** Turns the XML of a worksheet into rows while it arrives. */
import { boolCell, errorCell, formulaCell, isBlankRow, numberCell, textCell } from '../cells.ts';
import { ownCopy } from '../ownCopy.ts';
import { fileProblems } from '../problems.ts';
import { dateOfIso, dateText } from '../serialDate.ts';
import type { FormatMeaning } from '../numberFormats.ts';
import type { Cell, SheetRow } from '../sheets.ts';
import { attribute, token, XmlScanner } from '../xmlScanner.ts';
import { unescapeExcel } from './excelEscapes.ts';
import type { SharedTexts } from './sharedTexts.ts';
import { MergeList } from './mergeList.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly texts: SharedTexts;
  /** Meaning of the number format by style. */
  readonly styles: readonly FormatMeaning[];
  readonly system: 1900 | 1904;
  /** Columns from here on are not read. */
  readonly columns: number;
  /** Hears of a filled cell beyond them. */
  readonly onColumnIgnored: () => void;
}

const lastRow = 1_048_576;
const keptDates = 1 << 16;

/** Feed it pieces of XML; it adds finished rows to `rows`. */
export class RowScanner {
  rows: SheetRow[] = [];
  /** Set once the data has ended. */
  ended = false;
  readonly merges = new MergeList();
  readonly #xml = new XmlScanner();
  readonly #context: CellContext;
  readonly #dates = new Map<number, Cell>();
  #inData = false;
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #hasValue = false;
  #formula = false;
  #inValue = false;
  #phonetic = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** Scans one piece. */
  push(piece: string): void {
    const xml = this.#xml;
    xml.push(piece);
    for (let found = xml.next(); found !== token.more; found = xml.next()) {
      if (found === token.text) {
        if (this.#inValue) this.#value = this.#value === '' ? xml.text : this.#value + xml.text;
      } else if (found === token.open) {
        if (this.#inData) this.#open(xml.name);
        else if (xml.name === 'sheetData') {
          this.#inData = !xml.selfClosing;
          this.ended = xml.selfClosing;
        } else if (xml.name === 'mergeCell') this.merges.add(xml.attributes);
      } else if (found === token.close && this.#inData) this.#close(xml.name);
    }
  }

  finish(part: string): void {
    this.#xml.finish(part);
  }

  #open(name: string): void {
    const xml = this.#xml;
    switch (name) {
      case 'c':
        this.#openCell(xml.attributes);
        if (xml.selfClosing) this.#hasValue = false;
        break;
      case 'v':
        // Some programs write an inline text a second time, as a value.
        if (this.#type === 'inlineStr' && this.#hasValue) break;
        this.#inValue = !xml.selfClosing;
        this.#hasValue = true;
        break;
      case 'is':
        this.#value = '';
        break;
      case 't':
        this.#inValue = !xml.selfClosing && !this.#phonetic;
        this.#hasValue = true;
        break;
      case 'f':
        this.#formula = true;
        break;
      case 'rPh':
        this.#phonetic = !xml.selfClosing;
        break;
      case 'row': {
        const written = attribute(xml.attributes, 'r');
        const row = written === undefined ? this.#row + 1 : Number(written);
        if (!(row > this.#row && row <= lastRow)) throw fileProblems.damaged({ what: `row ${Number.isNaN(row) ? this.#row + 1 : row}` });
        this.#row = row;
        this.#column = -1;
        break;
      }
    }
  }

  #close(name: string): void {
    switch (name) {
      case 'c':
        this.#closeCell();
        break;
      case 'v':
      case 't':
        this.#inValue = false;
        break;
      case 'rPh':
        this.#phonetic = false;
        break;
      case 'row':
        if (this.#cells.length > 0) {
          if (!isBlankRow(this.#cells)) this.rows.push({ row: this.#row, cells: this.#cells });
          this.#cells = [];
        }
        break;
      case 'sheetData':
        this.#inData = false;
        this.ended = true;
        break;
    }
  }

  #openCell(attributes: string): void {
    this.#value = '';
    this.#type = '';
    this.#style = 0;
    this.#hasValue = false;
    this.#formula = false;
    let column = this.#column + 1;
    for (let equals = attributes.indexOf('='); equals > 0; ) {
      const quote = attributes.charCodeAt(equals + 1);
      if (quote !== 34 && quote !== 39) throw fileProblems.damaged({ what: `row ${this.#row}` });
      const start = equals + 2;
      const end = attributes.indexOf(quote === 34 ? '"' : "'", start);
      if (end < 0) throw fileProblems.damaged({ what: `row ${this.#row}` });
      const before = attributes.charCodeAt(equals - 2);
      if (before === 32 || before === 10 || before === 9 || before === 13) {
        const name = attributes.charCodeAt(equals - 1);
        if (name === 114) column = columnAt(attributes, start, end);
        else if (name === 115) this.#style = digitsAt(attributes, start, end);
        else if (name === 116) this.#type = attributes.slice(start, end);
      }
      equals = attributes.indexOf('=', end);
    }
    if (column <= this.#column) throw fileProblems.damaged({ what: `row ${this.#row}` });
    this.#column = column;
  }

  #closeCell(): void {
    let cell = this.#hasValue && (this.#value !== '' || this.#type === 'inlineStr') ? this.#cell() : undefined;
    if (this.#formula && (cell !== undefined || !this.#hasValue)) cell = formulaCell(cell);
    if (cell === undefined) return;
    const column = this.#column;
    if (column >= this.#context.columns) {
      this.#context.onColumnIgnored();
      return;
    }
    const cells = this.#cells;
    while (cells.length < column) cells.push(undefined);
    cells.push(cell);
  }

  #cell(): Cell | undefined {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#context.texts.cell(digitsAt(value, 0, value.length));
      case '':
      case 'n':
        return this.#number(value);
      case 'b':
        return boolCell(value.trim() === '1' || value.trim().toLowerCase() === 'true');
      case 'e':
        return errorCell(value);
      case 'd': {
        const date = dateOfIso(value.trim());
        return date === undefined ? textCell(value) : { text: dateText(date), kind: 'date', number: date.serial, date };
      }
      default: {
        const text = unescapeExcel(ownCopy(value));
        return text === '' ? undefined : textCell(text);
      }
    }
  }

  #number(value: string): Cell | undefined {
    const meaning = this.#context.styles[this.#style] ?? 'number';
    const number = Number(value);
    if (Number.isNaN(number)) return value.trim() === '' ? undefined : textCell(ownCopy(value));
    if (meaning !== 'date') return numberCell(number, meaning, this.#context.system);
    const kept = this.#dates.get(number);
    if (kept !== undefined) return kept;
    const cell = numberCell(number, meaning, this.#context.system);
    if (this.#dates.size < keptDates) this.#dates.set(number, cell);
    return cell;
  }
}

function columnAt(text: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function digitsAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
  }
  return number;
}
