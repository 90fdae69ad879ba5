/**
 * When a time limit is over, and when to warn before. Hours run on the wall clock, through nights and holidays. Days begin with the one after the start and end with the working hours,
 * so that nothing falls due at midnight. Only a pause for a lawful reason makes a clock stand still: hours in it and days that close in it do not count.
 */
import type { TimeLimit } from '#catalog/items/item.ts';
import { dayAfter, dayInChina, hoursAfter, momentInChina } from './chinaTime.ts';
import { readLimit } from './timeLimit.ts';
import type { WorkingCalendar } from './workingCalendar.ts';

/** A time in which the clock stands still; `to` is null while it lasts. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

/** Longer than any holiday: a calendar without a working day for so long is broken. */
const longestSearch = 20_000;

/** The moment at which a limit that counts from `start` is over; null while it stands still. */
export function dueMoment(start: Date, limit: NonNullable<TimeLimit>, calendar: WorkingCalendar, pauses: readonly Pause[] = []): Date | null {
  const { amount, unit } = readLimit(limit);
  if (unit === 'h') return afterHours(start, amount, pauses);
  let left = amount;
  let day = dayInChina(start);
  for (let search = 0; search < longestSearch; search += 1) {
    day = dayAfter(day);
    if (unit === 'wd' && !calendar.isWorking(day)) continue;
    const close = momentInChina(day, calendar.closes);
    const pause = pauses.find(({ from, to }) => from <= close && (to === null || close < to));
    if (pause?.to === null) return null;
    if (pause) continue;
    left -= 1;
    if (left === 0) return close;
  }
  throw new Error(`the calendar has no ${amount} working days after ${dayInChina(start)}`);
}

function afterHours(start: Date, amount: number, pauses: readonly Pause[]): Date | null {
  let at = start;
  let left = amount * 3_600_000;
  for (const { from, to } of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (to !== null && to <= at) continue;
    const before = Math.max(0, from.getTime() - at.getTime());
    if (before >= left) break;
    if (to === null) return null;
    left -= before;
    at = to;
  }
  return new Date(at.getTime() + left);
}

/** When to warn that a limit will be over: a quarter of the hours before, else at the opening of the last working day before the due day, or of that day itself. */
export function warnMoment(start: Date, due: Date, limit: NonNullable<TimeLimit>, calendar: WorkingCalendar): Date {
  const { amount, unit } = readLimit(limit);
  if (unit === 'h') return hoursAfter(due, -amount / 4);
  let day = dayInChina(due);
  do day = dayAfter(day, -1);
  while (!calendar.isWorking(day) && day > dayInChina(start));
  const before = momentInChina(day, calendar.opens);
  if (calendar.isWorking(day) && before > start) return before;
  return momentInChina(dayInChina(due), calendar.opens);
}
