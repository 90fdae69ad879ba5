/** How a clock stands at a moment: met, running, soon over, over, or paused. */

/** A clock of a case. */
export interface Clock {
  readonly startedAt: Date;
  /** null while it is paused. */
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly metAt: Date | null;
}

export type ClockState = 'met' | 'met-late' | 'running' | 'soon' | 'overdue' | 'paused';

/** Reads a clock. What is due at a moment is in time at that moment. */
export function clockReading({ dueAt, warnAt, metAt }: Clock, now: Date): ClockState {
  if (metAt !== null) return dueAt !== null && metAt > dueAt ? 'met-late' : 'met';
  if (dueAt === null) return 'paused';
  if (now > dueAt) return 'overdue';
  return warnAt !== null && now >= warnAt ? 'soon' : 'running';
}
