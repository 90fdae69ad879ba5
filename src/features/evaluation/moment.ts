/** The as-of moment M of a day: its end, or the moment of the evaluation when the day is today. */
import { dayInChina } from '#platform/clock/clock.ts';

/** The day after, YYYY-MM-DD. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** M for a day, ISO with zone; `now` is the moment at which the evaluation runs. */
export function momentOf(day: string, now: Date): string {
  return day === dayInChina(now) ? now.toISOString() : `${nextDay(day)}T00:00:00+08:00`;
}
