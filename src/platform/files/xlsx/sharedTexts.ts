/** The shared texts of a workbook, kept as bytes: ten million of them take what they weigh, not what objects weigh. */
import { textCell } from '../cells.ts';
import { fileProblems } from '../problems.ts';
import type { Cell, FileLimits } from '../sheets.ts';
import { token, XmlScanner } from '../xmlScanner.ts';
import { xmlDecoder, type ZipPackage } from '../zipPackage.ts';
import { unescapeExcel } from './excelEscapes.ts';

/** Texts that came first are the ones that repeat most (labels, names of places): their cells are kept and shared. */
const keptCells = 1 << 16;

/** Texts by number. */
export class SharedTexts {
  readonly #part: string;
  #bytes: Buffer;
  #ends = new Uint32Array(1024);
  #count = 0;
  readonly #cells: (Cell | undefined)[] = [];

  /** `room`: bytes that all texts together can need, or may take. */
  constructor(room: number, part = 'sharedStrings') {
    this.#part = part;
    this.#bytes = Buffer.allocUnsafeSlow(room);
  }

  add(text: string): void {
    if (this.#count === this.#ends.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#ends);
      this.#ends = wider;
    }
    const start = this.#start(this.#count);
    if (
      text.length > this.#bytes.length - start ||
      (text.length * 3 > this.#bytes.length - start && Buffer.byteLength(text) > this.#bytes.length - start)
    )
      throw fileProblems['too-large']({ what: `${this.#part}: > ${Math.floor(this.#bytes.length / 2 ** 20)} MiB` });
    this.#ends[this.#count++] = start + this.#bytes.write(text, start, 'utf8');
  }

  /** Cell with the text of that number; `undefined` for an empty text. */
  cell(number: number): Cell | undefined {
    if (number < keptCells) {
      const kept = this.#cells[number];
      if (kept !== undefined) return kept;
    }
    if (!(number >= 0 && number < this.#count)) throw fileProblems.damaged({ what: `sharedStrings ${number}` });
    const start = this.#start(number);
    const end = this.#ends[number] ?? start;
    if (start === end) return undefined;
    const cell = textCell(this.#bytes.toString('utf8', start, end));
    if (number < keptCells) this.#cells[number] = cell;
    return cell;
  }

  #start(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }
}

/** Reads the shared texts; runs of rich text are joined, phonetic readings left out. */
export async function readSharedTexts(zip: ZipPackage, part: string | undefined, limits: FileLimits): Promise<SharedTexts> {
  const size = part === undefined ? undefined : zip.sizes(part)?.unpacked;
  if (part === undefined || size === undefined) return new SharedTexts(0);
  const texts = new SharedTexts(Math.min(Math.ceil(size * 1.5), limits.sharedTextBytes), part);
  const scanner = new XmlScanner();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let text = '';
  let inText = false;
  let phonetic = false;
  for await (const chunk of await zip.stream(part)) {
    decoder ??= xmlDecoder(chunk as Buffer);
    scanner.push(decoder.decode(chunk as Buffer, { stream: true }));
    for (let found = scanner.next(); found !== token.more; found = scanner.next()) {
      if (found === token.text) {
        if (inText) text += scanner.text;
      } else if (found === token.open) {
        if (scanner.name === 't') inText = !scanner.selfClosing && !phonetic;
        else if (scanner.name === 'rPh') phonetic = !scanner.selfClosing;
        else if (scanner.name === 'si') {
          text = '';
          if (scanner.selfClosing) texts.add('');
        }
      } else if (found === token.close) {
        if (scanner.name === 't') inText = false;
        else if (scanner.name === 'rPh') phonetic = false;
        else if (scanner.name === 'si') texts.add(unescapeExcel(text));
      }
    }
  }
  scanner.finish(part);
  return texts;
}
