/** Adds to a workbook's styles those of marked cells: each style that a marked cell had, once more with a red fill. */
import { token, XmlScanner } from '../xmlScanner.ts';

/** A red that nobody picks by hand, so that a marking is known again when the workbook comes back. */
export const markColour = 'FFFFC9CF';

/** Hands out style numbers while cells are marked, and writes them at the end. */
export class MarkStyles {
  readonly #xml: string;
  readonly #styles: string[];
  readonly #ownFills: ReadonlySet<number>;
  readonly #fills: number;
  readonly #added: string[] = [];
  readonly #marked = new Map<number, number>();
  readonly #cleared = new Map<number, number>();
  #reason: number | undefined;

  constructor(xml: string) {
    this.#xml = xml;
    const { styles, fills } = readStyleLists(xml);
    this.#styles = styles;
    this.#fills = fills.length;
    this.#ownFills = new Set(fills.flatMap((fill, at) => (fill.includes(markColour) ? [at] : [])));
  }

  /** Style of a bad cell that had this style. */
  marked(style: number): number {
    if (this.#isOwn(style)) return style;
    return once(this.#marked, style, () => this.#add(style, this.#fills));
  }

  /** Style of a cell that is good again, when an earlier marking had made it red. */
  cleared(style: number): number {
    return this.#isOwn(style) ? once(this.#cleared, style, () => this.#add(style, 0)) : style;
  }

  get hasOwn(): boolean {
    return this.#ownFills.size > 0;
  }

  /** Style of a cell with reasons: wrapped. */
  get reason(): number {
    this.#reason ??=
      this.#styles.length +
      this.#added.push(
        `<${this.#prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><${this.#prefix}alignment vertical="top" wrapText="1"/></${this.#prefix}xf>`,
      ) -
      1;
    return this.#reason;
  }

  /** The whole part. */
  toXml(): string {
    const p = this.#prefix;
    const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${markColour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    return appendTo(appendTo(this.#xml, 'fills', this.#fills, [fill]), 'cellXfs', this.#styles.length, this.#added);
  }

  get #prefix(): string {
    return /<(\w+:)?styleSheet\b/.exec(this.#xml)?.[1] ?? '';
  }

  #isOwn(style: number): boolean {
    return this.#ownFills.has(Number(/\bfillId="(\d+)"/.exec(this.#styles[style] ?? '')?.[1] ?? -1));
  }

  #add(style: number, fill: number): number {
    const base = this.#styles[style] ?? `<${this.#prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const tag = /^<[^>]*?(?=\/?>)/.exec(base)?.[0] ?? '';
    const bare = tag.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
    return this.#styles.length + this.#added.push(`${bare} fillId="${fill}" applyFill="1"${base.slice(tag.length)}`) - 1;
  }
}

/** Styles of a workbook that has none. */
export const emptyStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

function readStyleLists(xml: string): { styles: string[]; fills: string[] } {
  const scanner = new XmlScanner();
  scanner.push(xml);
  const styles: string[] = [];
  const fills: string[] = [];
  let list: string[] | undefined;
  let depth = 0;
  let start = 0;
  for (let found = scanner.next(); found !== token.more; found = scanner.next()) {
    if (found === token.open && list === undefined && (scanner.name === 'fills' || scanner.name === 'cellXfs') && !scanner.selfClosing) {
      list = scanner.name === 'fills' ? fills : styles;
      depth = scanner.depth;
    } else if (list !== undefined && found === token.open) {
      if (scanner.depth - (scanner.selfClosing ? 0 : 1) === depth) start = scanner.start;
      if (scanner.selfClosing && scanner.depth === depth) list.push(xml.slice(start, scanner.end));
    } else if (list !== undefined && found === token.close) {
      if (scanner.depth === depth) list.push(xml.slice(start, scanner.end));
      else if (scanner.depth < depth) list = undefined;
    }
  }
  return { styles, fills };
}

function appendTo(xml: string, list: string, count: number, added: readonly string[]): string {
  if (added.length === 0) return xml;
  return xml
    .replace(new RegExp(`(<(?:\\w+:)?${list}\\b[^>]*?\\bcount=")\\d+"`), (_whole, before: string) => `${before}${count + added.length}"`)
    .replace(new RegExp(`</(?:\\w+:)?${list}>`), (end) => added.join('') + end);
}

function once(map: Map<number, number>, key: number, make: () => number): number {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
