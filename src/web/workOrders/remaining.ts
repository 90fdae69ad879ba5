/** How long until a moment, or since it, in the words of people: days, then hours, then minutes. */
import type { Say } from '../parts/language.ts';

const minute = 60_000;

export function remaining(say: Say<'days' | 'hours' | 'minutes'>, from: string, to: string): string {
  const minutes = Math.max(1, Math.round(Math.abs(Date.parse(to) - Date.parse(from)) / minute));
  if (minutes >= 48 * 60) return say('days', { count: Math.floor(minutes / 1440) });
  if (minutes >= 120) return say('hours', { count: Math.floor(minutes / 60) });
  return say('minutes', { count: minutes });
}
