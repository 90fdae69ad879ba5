/** Seeded random numbers: the same seed gives the same prefecture on every machine. */

/** A stream of random numbers with the draws that the prefecture needs. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  /** One of the values, each as likely as its weight. */
  weighted<Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(choices)[0];
  }

  /** A new array with the values in random order. */
  shuffle<Value>(values: readonly Value[]): Value[] {
    const shuffled = [...values];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.next() * (last + 1));
      const value = shuffled[last] as Value;
      shuffled[last] = shuffled[other] as Value;
      shuffled[other] = value;
    }
    return shuffled;
  }
}

/** A stream of its own for one theme, so that a change in one theme leaves the others as they were. */
export function streamFor(seed: number, theme: string): Random {
  let hash = 2166136261 ^ seed;
  for (const letter of theme) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return new Random(hash ^ Math.imul(seed, 0x9e3779b1));
}

/** A number from 0 (inclusive) to 1 (exclusive) that belongs to one subject and one question: the same whenever it is asked. */
export function fixedDraw(subject: number, question: number): number {
  let mixed = Math.imul(subject + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(question + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
