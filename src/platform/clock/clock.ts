/** The only source of "now": the system's clock, or one that tests set and move. */

/** Tells moments, and the day that it is in China. */
export interface Clock {
  now(): Date;
  /** 'YYYY-MM-DD' in Asia/Shanghai. */
  today(): string;
}

/** A clock that stands still until it is moved. */
export interface JumpableClock extends Clock {
  /** Moves on by days, hours or minutes. */
  jump(distance: { days?: number; hours?: number; minutes?: number }): void;
  /** Sets the moment: '2024-03-05' is the morning of that day in China. */
  set(moment: string): void;
}

const minute = 60_000;
/** China has one zone, eight hours ahead, without summer time since 1991. */
const chinaOffset = 8 * 60 * minute;

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInChina(new Date()),
};

/** A clock for tests and tryouts. */
export function jumpableClock(start: string): JumpableClock {
  let at = read(start);
  return {
    now: () => new Date(at),
    today: () => dayInChina(new Date(at)),
    jump: ({ days = 0, hours = 0, minutes = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * minute;
    },
    set: (moment) => {
      at = read(moment);
    },
  };
}

/** The day of a moment in China. */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + chinaOffset).toISOString().slice(0, 10);
}

/** A moment as people in China write it: 2026-06-30 09:12. */
export function timeInChina(moment: Date): string {
  return new Date(moment.getTime() + chinaOffset).toISOString().slice(0, 16).replace('T', ' ');
}

function read(moment: string): number {
  return Date.parse(/^\d{4}-\d\d-\d\d$/.test(moment) ? `${moment}T08:00:00+08:00` : moment);
}
