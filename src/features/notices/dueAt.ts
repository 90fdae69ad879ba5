/** When a notice leaves the house for somebody: at once, after the quiet hours, with the day's digest, or not at all. Times of day are those of China. */
import type { Urgency } from '#catalog/notices/noticeKind.ts';

/** How somebody wants to be told by one way. */
export interface Wish {
  readonly when: 'at-once' | 'digest' | 'urgent' | 'off';
  /** Times of day as HH:MM; equal ones mean no quiet hours. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
}

/** The quiet hours of those who said nothing else. */
export const usualWish: Wish = { when: 'at-once', quietFrom: '21:30', quietTo: '07:30', digestAt: '08:30' };

const minute = 60_000;
const day = 24 * 60;
/** So long notices wait for others, to leave as one message. */
export const gatherMinutes = 5;
/** China has one zone, eight hours ahead, without summer time. */
const ahead = 8 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const minuteOfDay = (moment: Date): number => (Math.floor(moment.getTime() / minute) + ahead) % day;

/** The moment not before which the notice leaves; undefined = it stays in the app. */
export function dueAt(urgency: Urgency, wish: Wish, now: Date): Date | undefined {
  if (wish.when === 'off' || (wish.when === 'urgent' && urgency !== 'urgent')) return undefined;
  if (urgency === 'urgent') return now;
  if (urgency === 'quiet' || wish.when === 'digest') return nextTime(now, wish.digestAt);
  return afterQuiet(new Date(now.getTime() + gatherMinutes * minute), wish);
}

/** The moment itself, or the end of the quiet hours in which it lies. */
export function afterQuiet(moment: Date, { quietFrom, quietTo }: Pick<Wish, 'quietFrom' | 'quietTo'>): Date {
  const [from, to, at] = [minutesOf(quietFrom), minutesOf(quietTo), minuteOfDay(moment)];
  const isQuiet = from <= to ? from <= at && at < to : at >= from || at < to;
  return isQuiet ? nextTime(moment, quietTo) : moment;
}

/** The next moment after this one at which the clock in China shows a time of day. */
function nextTime(moment: Date, time: string): Date {
  const started = Math.floor(moment.getTime() / minute) * minute;
  const ahead = (minutesOf(time) - minuteOfDay(moment) + day) % day || day;
  return new Date(started + ahead * minute);
}
