/**
 * Walks through XML that arrives in pieces, one tag or text at a time, without making objects: a million rows are some thirty million tags.
 * Names come without their namespace prefix. It knows the five entities and character references; document types and other entities are refused.
 */
import { fileProblems } from './problems.ts';

/** What `next` found; `more` asks for another piece. */
export const token = { more: 0, open: 1, close: 2, text: 3, other: 4 } as const;

/** One of the kinds of token. */
export type Token = (typeof token)[keyof typeof token];

/** Longest tag or text; a cell holds 32,767 characters. */
const longestToken = 4 * 2 ** 20;

/** A scanner over one part; the fields describe the token that `next` returned. */
export class XmlScanner {
  /** Local name of the tag. */
  name = '';
  /** The attributes as written, for `attribute`. */
  attributes = '';
  selfClosing = false;
  /** Where the token stands in `buffer`. */
  start = 0;
  end = 0;
  buffer = '';
  depth = 0;

  push(piece: string): void {
    const rest = this.end === this.buffer.length ? '' : this.buffer.slice(this.end);
    if (rest.length > longestToken) throw fileProblems.damaged({ what: 'XML' });
    this.buffer = rest === '' ? piece : rest + piece;
    this.start = 0;
    this.end = 0;
  }

  /** The token as written. */
  get raw(): string {
    return this.buffer.slice(this.start, this.end);
  }

  /** The text of a text token, entities resolved. */
  get text(): string {
    const raw = this.raw;
    if (raw.startsWith('<![CDATA[')) return raw.slice(9, -3);
    return decodeText(raw);
  }

  next(): Token {
    const buffer = this.buffer;
    const start = this.end;
    this.start = start;
    if (start >= buffer.length) return token.more;
    if (buffer.charCodeAt(start) !== 60) {
      const end = buffer.indexOf('<', start);
      if (end < 0) return token.more;
      this.end = end;
      return token.text;
    }
    const second = buffer.charCodeAt(start + 1);
    if (second === 47) return this.#closeTag(start);
    if (second === 33 || second === 63) return this.#declaration(start, second);
    return this.#openTag(start);
  }

  /** Ends the part: something left over means that it was cut off. */
  finish(part: string): void {
    if (this.depth !== 0 || /\S/.test(this.buffer.slice(this.end))) throw fileProblems.truncated({ what: part });
  }

  #openTag(start: number): Token {
    const buffer = this.buffer;
    let nameStart = start + 1;
    let at = nameStart;
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at);
      if (code === 58) nameStart = at + 1;
      else if (code === 62 || code === 47 || code === 32 || code === 10 || code === 13 || code === 9) break;
    }
    const nameEnd = at;
    let end = buffer.indexOf('>', at);
    if (end < 0) return token.more;
    if (end > nameEnd + 1) {
      end = this.#endOfAttributes(nameEnd, end);
      if (end < 0) return token.more;
    }
    this.selfClosing = buffer.charCodeAt(end - 1) === 47;
    this.name = buffer.slice(nameStart, nameEnd);
    this.attributes = end - nameEnd > 1 ? buffer.slice(nameEnd, this.selfClosing ? end - 1 : end) : '';
    this.end = end + 1;
    if (!this.selfClosing) this.depth++;
    return token.open;
  }

  /** A `>` may stand inside a quoted value: the tag ends at the first one outside quotes. */
  #endOfAttributes(from: number, firstEnd: number): number {
    const buffer = this.buffer;
    let end = firstEnd;
    let quote = 0;
    for (let at = from; ; at++) {
      if (at === end) {
        if (quote === 0) return end;
        end = buffer.indexOf('>', end + 1);
        if (end < 0) return -1;
        continue;
      }
      const code = buffer.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 34 || code === 39) quote = code;
    }
  }

  #closeTag(start: number): Token {
    const end = this.buffer.indexOf('>', start + 2);
    if (end < 0) return token.more;
    const written = this.buffer.slice(start + 2, end).trimEnd();
    const colon = written.indexOf(':');
    this.name = colon < 0 ? written : written.slice(colon + 1);
    this.end = end + 1;
    this.depth--;
    if (this.depth < 0) throw fileProblems.damaged({ what: 'XML' });
    return token.close;
  }

  #declaration(start: number, second: number): Token {
    const buffer = this.buffer;
    if (second === 63) return this.#upTo('?>', start, token.other);
    if (buffer.length - start < 9) return token.more;
    if (buffer.startsWith('<!--', start)) return this.#upTo('-->', start + 4, token.other);
    if (buffer.startsWith('<![CDATA[', start)) return this.#upTo(']]>', start, token.text);
    throw fileProblems['xml-entities']({ what: buffer.slice(start, start + 9) });
  }

  #upTo(mark: string, from: number, found: Token): Token {
    const end = this.buffer.indexOf(mark, from);
    if (end < 0) return token.more;
    this.end = end + mark.length;
    return found;
  }
}

/** Value of an attribute by its name (with or without a prefix), or `undefined`. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before !== 32 && before !== 58 && before !== 10 && before !== 13 && before !== 9) continue;
    let after = at + name.length;
    while (attributes.charCodeAt(after) === 32) after++;
    if (attributes.charCodeAt(after) !== 61) continue;
    do after++;
    while (attributes.charCodeAt(after) === 32);
    const end = attributes.indexOf(attributes.charAt(after), after + 1);
    return end < 0 ? undefined : decodeText(attributes.slice(after + 1, end));
  }
  return undefined;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves entities and line ends. */
export function decodeText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;&\s]{0,32});?/g, (whole, name: string) => {
    const known = named[name];
    if (known !== undefined) return known;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number.parseInt(name.slice(1), 10) : Number.NaN;
    if (Number.isInteger(code) && code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    if (!/^#?\w+$/.test(name)) throw fileProblems.damaged({ what: 'XML' });
    throw fileProblems['xml-entities']({ what: whole });
  });
}

/** Text made safe for XML; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  const clean = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.test(text) ? text.replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '') : text;
  return /[&<>"]/.test(clean)
    ? clean.replace(/[&<>"]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : '&quot;'))
    : clean;
}
