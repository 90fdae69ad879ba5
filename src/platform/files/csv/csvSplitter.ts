/** Splits text of separated columns into records while it arrives; as lenient about quotation marks as spreadsheets are. */
import { fileProblems } from '../problems.ts';

/** Longest record in characters; one that never ends is a quotation mark that was never closed. */
const longestRecord = 2 ** 20;

/** Feed it pieces of text; it adds finished records to `records`, also blank ones, so that their count is the row number. */
export class CsvSplitter {
  records: string[][] = [];
  readonly #separator: string;
  #held = '';
  #rows = 0;

  constructor(separator: string) {
    this.#separator = separator;
  }

  push(piece: string): void {
    this.#split(this.#held + piece, false);
    if (this.#held.length > longestRecord) throw this.#endless();
  }

  /** Takes a last record that has no line end; the sign with which DOS ends a file is none. */
  finish(): void {
    if (this.#held !== '' && this.#held !== '\x1A') this.#split(this.#held, true);
  }

  /** What never ends: a quotation mark, or a line that has none. */
  #endless(): Error {
    const row = this.#rows + 1;
    return this.#held.includes('"') ? fileProblems['quote-not-closed']({ row }) : fileProblems['line-too-long']({ row, limit: longestRecord });
  }

  #split(text: string, isLast: boolean): void {
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf('\n', start);
      if (end < 0) {
        if (!isLast) break;
        end = text.length;
      }
      const line = text.charCodeAt(end - 1) === 13 && end > start ? text.slice(start, end - 1) : text.slice(start, end);
      if (line.includes('"')) {
        const next = this.#quoted(text, start, isLast);
        if (next < 0) break;
        start = next;
      } else {
        // Files of old Macintoshes end their lines with a carriage return alone.
        if (line.includes('\r')) for (const single of line.split('\r')) this.#add(single.split(this.#separator));
        else this.#add(line.split(this.#separator));
        start = end + 1;
      }
    }
    this.#held = text.slice(start);
    if (isLast) this.#held = '';
  }

  /** Reads one record with quotation marks; answers where the next one starts, or -1 when more text is needed. */
  #quoted(text: string, start: number, isLast: boolean): number {
    const separator = this.#separator.charCodeAt(0);
    const record: string[] = [];
    let at = start;
    for (;;) {
      let field = '';
      if (text.charCodeAt(at) === 34) {
        at++;
        for (;;) {
          const close = text.indexOf('"', at);
          if (close < 0) {
            if (isLast) throw fileProblems['quote-not-closed']({ row: this.#rows + 1 });
            return -1;
          }
          field += text.slice(at, close);
          at = close + 1;
          if (at === text.length && !isLast) return -1;
          if (text.charCodeAt(at) !== 34) break;
          field += '"';
          at++;
        }
      }
      const from = at;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === separator || code === 10 || code === 13) break;
      }
      if (at === text.length && !isLast) return -1;
      record.push(field + text.slice(from, at));
      const code = text.charCodeAt(at);
      at++;
      if (code === separator) continue;
      if (code === 13) {
        if (at === text.length && !isLast) return -1;
        if (text.charCodeAt(at) === 10) at++;
      }
      this.#add(record);
      return at;
    }
  }

  #add(record: string[]): void {
    this.#rows++;
    this.records.push(record);
  }
}
