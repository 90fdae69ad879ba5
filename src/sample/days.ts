/** Calendar arithmetic on plain numbers: a day is the count of days since 1970-01-01, a month is year × 12 + month, a quarter year × 4 + quarter. */
import { calendarExceptions } from '#catalog/calendar.ts';

/** Days since 1970-01-01. */
export type Day = number;
/** Year × 12 + month (1 to 12). */
export type Month = number;
/** Year × 4 + quarter (1 to 4). */
export type Quarter = number;

export const dayMilliseconds = 86_400_000;
/** Shanghai is eight hours ahead of UTC all year. */
export const shanghaiOffset = 8 * 3_600_000;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly iso: string;
}

const civilDays = new Map<Day, Civil>();

/** Year, month and date of a day. */
export function civil(day: Day): Civil {
  const known = civilDays.get(day);
  if (known) return known;
  const utc = new Date(day * dayMilliseconds);
  const value = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate(), iso: utc.toISOString().slice(0, 10) };
  civilDays.set(day, value);
  return value;
}

/** `YYYY-MM-DD`. */
export const isoDay = (day: Day): string => civil(day).iso;

export const dayOf = (year: number, month: number, date: number): Day => Math.floor(Date.UTC(year, month - 1, date) / dayMilliseconds);

/** The day of a text `YYYY-MM-DD`; NaN when it is none. */
export const parseDay = (text: string): Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? Math.floor(Date.parse(`${text}T00:00:00Z`) / dayMilliseconds) : Number.NaN;

/** Today in Shanghai. */
export const todayInShanghai = (now: number): Day => Math.floor((now + shanghaiOffset) / dayMilliseconds);

export const yearOf = (day: Day): number => civil(day).year;
export const monthOf = (day: Day): Month => civil(day).year * 12 + civil(day).month;
export const quarterOf = (day: Day): Quarter => civil(day).year * 4 + Math.ceil(civil(day).month / 3);

export const yearOfMonth = (month: Month): number => Math.floor((month - 1) / 12);
export const firstDayOfMonth = (month: Month): Day => dayOf(yearOfMonth(month), month - yearOfMonth(month) * 12, 1);
export const lastDayOfMonth = (month: Month): Day => firstDayOfMonth(month + 1) - 1;
/** `YYYY-MM`. */
export const isoMonth = (month: Month): string => isoDay(firstDayOfMonth(month)).slice(0, 7);

export const yearOfQuarter = (quarter: Quarter): number => Math.floor((quarter - 1) / 4);
export const lastDayOfQuarter = (quarter: Quarter): Day => lastDayOfMonth(yearOfQuarter(quarter) * 12 + (quarter - yearOfQuarter(quarter) * 4) * 3);

/** The same date so many months later, cut to the last day of the month. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  return Math.min(firstDayOfMonth(month) + civil(day).date - 1, lastDayOfMonth(month));
}

/** Full years of age. */
export function yearsBetween(birth: Day, day: Day): number {
  const from = civil(birth);
  const to = civil(day);
  const before = to.month < from.month || (to.month === from.month && to.date < from.date);
  return to.year - from.year - (before ? 1 : 0);
}

/** The latest 31 August on or before the day: ages of pupils count from it. */
export const schoolYearStart = (day: Day): Day =>
  dayOf(yearOf(day) - (civil(day).month > 8 || (civil(day).month === 8 && civil(day).date === 31) ? 0 : 1), 8, 31);

/** The latest 1 March or 1 September on or before the day. */
export function termStart(day: Day): Day {
  const { year, month } = civil(day);
  if (month >= 9) return dayOf(year, 9, 1);
  return month >= 3 ? dayOf(year, 3, 1) : dayOf(year - 1, 9, 1);
}

const exceptions = new Map(calendarExceptions.map(({ day, working }) => [parseDay(day), working]));

const isWorkingDay = (day: Day): boolean => exceptions.get(day) ?? ![0, 6].includes(new Date(day * dayMilliseconds).getUTCDay());

/** The latest day from which exactly so many working days have passed by `day`. */
export function workingDaysBefore(day: Day, count: number): Day {
  let at = day;
  for (let passed = 0; passed < count; at -= 1) if (isWorkingDay(at)) passed += 1;
  return at;
}

/** The day on which so many working days after `day` have passed. */
export function workingDaysAfter(day: Day, count: number): Day {
  let at = day;
  for (let passed = 0; passed < count; ) {
    at += 1;
    if (isWorkingDay(at)) passed += 1;
  }
  return at;
}
