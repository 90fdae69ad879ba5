/** What happens at its moments, the earliest first, on a clock that is set to each; what happens may add what comes later. */
import type { JumpableClock } from '#platform/clock/clock.ts';

export interface Timeline {
  add(at: Date, what: () => Promise<void>): void;
  /** Runs everything up to a moment; what lies after it never happens. */
  run(until: Date, onStep: (done: number, total: number, day: string) => void): Promise<void>;
}

export function timeline(clock: JumpableClock): Timeline {
  const waiting: { readonly at: Date; readonly what: () => Promise<void> }[] = [];
  return {
    add: (at, what) => void waiting.push({ at, what }),
    run: async (until, onStep) => {
      for (let done = 0; ; done += 1) {
        // Of the same moment what was added first: sorting keeps their order.
        waiting.sort((a, b) => a.at.getTime() - b.at.getTime());
        const next = waiting.shift();
        if (!next || next.at > until) return;
        clock.set(next.at.toISOString());
        onStep(done, done + waiting.length + 1, clock.today());
        await next.what();
      }
    },
  };
}
