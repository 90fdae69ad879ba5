/** A text with values in it that leave only sealed: put together piece by piece, then turned into bytes here or in a thread. */

/** A text with open values in it. Plain data in few pieces, so that it goes to a thread at little cost. */
export interface OpenText {
  readonly text: string;
  /** Of each open value where it starts, where it ends, and the place in `domains` of what its blind index is made for, -1 where it is to be encrypted. */
  readonly values: readonly number[];
  readonly domains: readonly string[];
}

/** What seals a value and indexes it. */
interface Sealer {
  sealText(value: string): Buffer;
  blindIndex(domain: string, value: string): Buffer;
}

const sealed = -1;

/** Puts such a text together. */
export class TextToSeal {
  #text = '';
  #values: number[] = [];
  readonly #domains: string[] = [];

  /** Characters that were added since the last `take`. */
  get length(): number {
    return this.#text.length;
  }

  add(text: string): void {
    this.#text += text;
  }

  /** Here the hex of the encrypted value will stand. */
  seal(value: string): void {
    this.#put(value, sealed);
  }

  /** Here the hex of its blind index will stand. */
  index(domain: string, value: string): void {
    const known = this.#domains.indexOf(domain);
    this.#put(value, known < 0 ? this.#domains.push(domain) - 1 : known);
  }

  #put(value: string, way: number): void {
    const start = this.#text.length;
    this.#text += value;
    this.#values.push(start, this.#text.length, way);
  }

  /** What was put together; the next text begins. */
  take(): OpenText {
    const taken = { text: this.#text, values: this.#values, domains: this.#domains };
    this.#text = '';
    this.#values = [];
    return taken;
  }
}

/** Seals the open values: the bytes of the whole text in UTF-8. */
export function sealOpenText({ sealText, blindIndex }: Sealer, { text, values, domains }: OpenText): Buffer {
  let closed = '';
  let from = 0;
  for (let at = 0; at < values.length; at += 3) {
    const [start = 0, end = 0, way = sealed] = [values[at], values[at + 1], values[at + 2]];
    const value = text.slice(start, end);
    const bytes = way === sealed ? sealText(value) : blindIndex(domains[way] ?? '', value);
    closed += text.slice(from, start) + bytes.toString('hex');
    from = end;
  }
  return Buffer.from(closed + text.slice(from));
}
