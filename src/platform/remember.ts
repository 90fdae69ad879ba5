/** Answers kept until the data behind them change: what is looked at more often than it changes. */

/** Answers from memory while the state is the one that the answer was computed in; those who ask for the same at once wait for one computation. */
export type Remembered<Value> = (key: string, state: string, compute: () => Promise<Value>) => Promise<Value>;

interface Kept<Value> {
  readonly state: string;
  readonly at: number;
  readonly value: Promise<Value>;
}

/** A memory of at most `most` answers, those unused longest forgotten first, none older than `longest` milliseconds. */
export function remember<Value>({ most, longest = Number.POSITIVE_INFINITY }: { most: number; longest?: number }): Remembered<Value> {
  const known = new Map<string, Kept<Value>>();
  return (key, state, compute) => {
    const now = performance.now();
    const before = known.get(key);
    known.delete(key);
    if (before?.state === state && now - before.at < longest) {
      known.set(key, before);
      return before.value;
    }
    const value = compute();
    known.set(key, { state, at: now, value });
    value.catch(() => known.delete(key));
    const [longestUnused] = known.keys();
    if (known.size > most && longestUnused !== undefined) known.delete(longestUnused);
    return value;
  };
}
