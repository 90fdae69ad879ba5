/** Marks a worksheet while its XML streams through: only the touched cells, their rows and the reason column are written anew. */
import { columnLetter, columnOfReference } from '../columnLetter.ts';
import { attribute, escapeXml, token, XmlScanner } from '../xmlScanner.ts';
import { escapeExcel } from '../xlsx/excelEscapes.ts';
import { reasonTitle, type SheetMarks } from './marks.ts';
import type { MarkStyles } from './markStyles.ts';

/** The relationship, to be named in the worksheet, of the boxes of its first comments. */
export interface NewDrawing {
  readonly id: string;
  /** Namespace of relationships that the workbook uses. */
  readonly namespace: string;
}

const reasonWidth = 60;
/** What may stand behind the boxes of comments in a worksheet. */
const behindDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Hands out the worksheet again with its marks. */
export async function* markSheetXml(
  pieces: AsyncIterable<string>,
  marks: SheetMarks,
  styles: MarkStyles,
  drawing: NewDrawing | undefined,
): AsyncGenerator<string> {
  const marker = new SheetMarker(marks, styles, drawing);
  for await (const piece of pieces) {
    const out = marker.push(piece);
    if (out !== '') yield out;
  }
  yield marker.finish();
}

class SheetMarker {
  readonly #xml = new XmlScanner();
  readonly #marks: SheetMarks;
  readonly #styles: MarkStyles;
  #drawing: NewDrawing | undefined;
  readonly #cells = new Map<number, number[]>();
  #out = '';
  #copied = 0;
  #prefix = '';
  #inData = false;
  #dataSeen = false;
  #lastColumn = -1;
  #row = 0;
  #touched = false;
  #isHeader = false;
  #column = -1;
  #pending: number[] = [];
  #skipping = false;
  #headerStyle = 0;

  constructor(marks: SheetMarks, styles: MarkStyles, drawing: NewDrawing | undefined) {
    this.#marks = marks;
    this.#styles = styles;
    this.#drawing = drawing;
    for (const { row, column } of marks.cells) {
      const columns = this.#cells.get(row);
      if (columns === undefined) this.#cells.set(row, [column]);
      else if (!columns.includes(column)) columns.push(column);
    }
  }

  push(piece: string): string {
    const xml = this.#xml;
    this.#copyUpTo(xml.end);
    xml.push(piece);
    this.#copied = 0;
    for (let found = xml.next(); found !== token.more; found = xml.next()) {
      if (found === token.open) this.#open();
      else if (found === token.close) this.#close();
    }
    this.#copyUpTo(xml.end);
    const out = this.#out;
    this.#out = '';
    return out;
  }

  finish(): string {
    this.#xml.finish('worksheet');
    return this.#xml.buffer.slice(this.#copied);
  }

  #copyUpTo(position: number): void {
    if (!this.#skipping && position > this.#copied) this.#out += this.#xml.buffer.slice(this.#copied, position);
    this.#copied = position;
  }

  #replaceTag(tag: string): void {
    this.#copyUpTo(this.#xml.start);
    this.#out += tag;
    this.#copied = this.#xml.end;
  }

  #insertBefore(text: string): void {
    this.#copyUpTo(this.#xml.start);
    this.#out += text;
  }

  #open(): void {
    const xml = this.#xml;
    if (this.#inData) {
      if (xml.name === 'c') this.#openCell();
      else if (xml.name === 'row') this.#openRow();
      return;
    }
    const outer = xml.depth - (xml.selfClosing ? 0 : 1);
    if (outer === 0) this.#prefix = /^<(\w+:)/.exec(xml.raw)?.[1] ?? '';
    else if (xml.name === 'dimension') this.#widenDimension();
    else if (xml.name === 'col') this.#lastColumn = Math.max(this.#lastColumn, Number(attribute(xml.attributes, 'max')) - 1);
    else if (xml.name === 'sheetData') {
      if (this.#lastColumn < 0) this.#insertBefore(`<${this.#prefix}cols>${this.#reasonCol()}</${this.#prefix}cols>`);
      this.#inData = !xml.selfClosing;
      this.#dataSeen = true;
    } else if (outer === 1 && this.#dataSeen && behindDrawing.has(xml.name)) this.#insertDrawing();
  }

  #close(): void {
    const { name, depth } = this.#xml;
    if (this.#inData) {
      if (name === 'c') this.#closeCell();
      else if (name === 'row') this.#closeRow();
      else if (name === 'sheetData') this.#inData = false;
    } else if (name === 'cols' && this.#lastColumn < this.#marks.place.column) this.#insertBefore(this.#reasonCol());
    else if (depth === 0) this.#insertDrawing();
  }

  #openRow(): void {
    const xml = this.#xml;
    this.#row = Number(attribute(xml.attributes, 'r') ?? this.#row + 1);
    this.#column = -1;
    const { place, reasons } = this.#marks;
    this.#isHeader = this.#row === place.headerRow;
    const columns = this.#cells.get(this.#row) ?? [];
    this.#touched = this.#isHeader || columns.length > 0 || reasons.has(this.#row);
    if (!this.#touched) return;
    this.#pending = [
      ...columns.filter((column) => column !== place.column),
      ...(this.#isHeader || reasons.has(this.#row) ? [place.column] : []),
    ].sort((a, b) => a - b);
    // `spans` only helps a reader to allocate, and would be wrong now.
    const tag = xml.raw.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    if (xml.selfClosing) {
      this.#replaceTag(tag.replace(/\/>$/, '>'));
      this.#out += `${this.#take(Number.POSITIVE_INFINITY)}</${this.#prefix}row>`;
    } else this.#replaceTag(tag);
  }

  #closeRow(): void {
    if (this.#touched) this.#insertBefore(this.#take(Number.POSITIVE_INFINITY));
  }

  #openCell(): void {
    const xml = this.#xml;
    const { place } = this.#marks;
    if (!this.#touched && !place.marked && !this.#styles.hasOwn) return;
    const reference = attribute(xml.attributes, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnOfReference(reference);
    if (this.#touched) {
      const before = this.#take(this.#column);
      if (before !== '') this.#insertBefore(before);
    }
    const style = Number(attribute(xml.attributes, 's') ?? 0);
    if (this.#isHeader && this.#column < place.column) this.#headerStyle = style;
    const isNext = this.#touched && this.#pending[0] === this.#column;
    if (this.#column === place.column && (isNext || (place.marked && this.#row > place.headerRow))) {
      this.#copyUpTo(xml.start);
      if (isNext) this.#out += this.#reasonCell(this.#pending.shift() ?? 0);
      this.#copied = xml.end;
      this.#skipping = !xml.selfClosing;
    } else if (isNext) {
      this.#pending.shift();
      this.#replaceTag(withStyle(xml.raw, this.#styles.marked(style)));
    } else if (this.#styles.hasOwn && this.#row > place.headerRow) {
      const cleared = this.#styles.cleared(style);
      if (cleared !== style) this.#replaceTag(withStyle(xml.raw, cleared));
    }
  }

  #closeCell(): void {
    if (!this.#skipping) return;
    this.#copied = this.#xml.end;
    this.#skipping = false;
  }

  /** Cells to be made that lie before `column`. */
  #take(column: number): string {
    let made = '';
    for (let next = this.#pending[0]; next !== undefined && next < column; next = this.#pending[0]) {
      this.#pending.shift();
      made +=
        next === this.#marks.place.column
          ? this.#reasonCell(next)
          : `<${this.#prefix}c r="${columnLetter(next)}${this.#row}" s="${this.#styles.marked(0)}"/>`;
    }
    return made;
  }

  #reasonCell(column: number): string {
    const p = this.#prefix;
    const text = this.#isHeader ? reasonTitle : (this.#marks.reasons.get(this.#row) ?? '');
    const style = this.#isHeader ? this.#headerStyle : this.#styles.reason;
    return `<${p}c r="${columnLetter(column)}${this.#row}" s="${style}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeXml(escapeExcel(text))}</${p}t></${p}is></${p}c>`;
  }

  #reasonCol(): string {
    const at = this.#marks.place.column + 1;
    return `<${this.#prefix}col min="${at}" max="${at}" width="${reasonWidth}" customWidth="1"/>`;
  }

  #widenDimension(): void {
    const [from = 'A1', to = from] = (attribute(this.#xml.attributes, 'ref') ?? 'A1').split(':');
    const column = this.#marks.place.column;
    if (columnOfReference(to) >= column) return;
    const widened = `${from}:${columnLetter(column)}${/\d+$/.exec(to)?.[0] ?? 1}`;
    this.#replaceTag(this.#xml.raw.replace(/\bref\s*=\s*(?:"[^"]*"|'[^']*')/, `ref="${widened}"`));
  }

  #insertDrawing(): void {
    if (this.#drawing === undefined) return;
    this.#insertBefore(`<${this.#prefix}legacyDrawing xmlns:r="${this.#drawing.namespace}" r:id="${this.#drawing.id}"/>`);
    this.#drawing = undefined;
  }
}

function withStyle(tag: string, style: number): string {
  if (/\ss\s*=\s*["']/.test(tag)) return tag.replace(/(\ss\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${style}"`);
  return tag.replace(/^(<[\w:]+)/, `$1 s="${style}"`);
}
