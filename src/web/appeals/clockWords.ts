/** A clock in words: how long it has left, or by how much it is over. */
import type { Say } from '../parts/language.ts';

const hour = 3_600_000;

type Words = 'overBy' | 'leftFor' | 'hours' | 'days' | 'lessThanHour';

/** `剩3天`, `超5小时`. */
export function clockWords(say: Say<Words>, due: string, now: Date = new Date()): string {
  const left = Date.parse(due) - now.getTime();
  const span = Math.abs(left);
  const count = span < 48 * hour ? Math.floor(span / hour) : Math.floor(span / (24 * hour));
  const words = span < hour ? say('lessThanHour') : say(span < 48 * hour ? 'hours' : 'days', { count });
  return say(left < 0 ? 'overBy' : 'leftFor', { span: words });
}
