/** Dates, months and quarters as facts.md section 1 counts them; dates are texts `YYYY-MM-DD`. */

const DAY = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (time: number): string => new Date(time).toISOString().slice(0, 10);
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The parts of a date. */
export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days between two dates: `later - earlier`. */
export function daysBetween(later: string, earlier: string): number {
  return Math.round((utc(later) - utc(earlier)) / DAY);
}

/** The date n days later (earlier when n is negative). */
export function plusDays(date: string, n: number): string {
  return fromUtc(utc(date) + n * DAY);
}

/** `years(b, d)`: full years; 29 February turns a year older on 1 March. */
export function fullYears(birth: string, date: string): number {
  if (date < birth) return -fullYears(date, birth);
  const years = partsOf(date).year - partsOf(birth).year;
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** `mi(m)`: year × 12 + month of a month or of the month of a date. */
export function monthIndex(monthOrDate: string): number {
  return Number(monthOrDate.slice(0, 4)) * 12 + Number(monthOrDate.slice(5, 7));
}

/** The last day of the month with this index. */
export function lastDayOfMonth(index: number): string {
  const year = Math.floor((index - 1) / 12);
  const month = index - year * 12;
  return fromUtc(Date.UTC(year, month, 0));
}

/** `T - interval 'n months'`: the day is cut to the last day of the month. */
export function monthsBefore(date: string, n: number): string {
  const last = lastDayOfMonth(monthIndex(date) - n);
  const day = Math.min(partsOf(date).day, partsOf(last).day);
  return `${last.slice(0, 8)}${pad(day, 2)}`;
}

/** `qi(q)`: year × 4 + number of the quarter. */
export function quarterIndex(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6, 7));
}

/** The quarter with this index, as stored. */
export function quarterOf(index: number): string {
  const year = Math.floor((index - 1) / 4);
  return `${year}-Q${index - year * 4}`;
}

/** The last day of a stored quarter. */
export function lastDayOfQuarter(quarter: string): string {
  const { year } = partsOf(quarter);
  return lastDayOfMonth(year * 12 + Number(quarter.slice(6, 7)) * 3);
}

/** `QT`: index of the latest quarter whose last day is on or before the date. */
export function latestQuarter(date: string): number {
  const { year, month } = partsOf(date);
  const running = year * 4 + Math.ceil(month / 3);
  return lastDayOfQuarter(quarterOf(running)) <= date ? running : running - 1;
}

/** Whether a day is a working day: the holiday calendar decides, else Monday to Friday. */
export function isWorkingDay(date: string, calendar: ReadonlyMap<string, boolean>): boolean {
  const weekday = new Date(utc(date)).getUTCDay();
  return calendar.get(date) ?? (weekday >= 1 && weekday <= 5);
}

/** `wd(a, b)`: number of working days d with a < d <= b; 0 when b <= a. */
export function workingDays(a: string, b: string, calendar: ReadonlyMap<string, boolean>): number {
  let count = 0;
  for (let day = plusDays(a, 1); day <= b; day = plusDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** `term(T)`: the latest 1 March or 1 September on or before the date. */
export function termStart(date: string): string {
  const { year } = partsOf(date);
  return [`${year}-09-01`, `${year}-03-01`].find((day) => day <= date) ?? `${year - 1}-09-01`;
}

/** `aug31(T)`: the latest 31 August on or before the date. */
export function schoolYearDay(date: string): string {
  const { year } = partsOf(date);
  return `${year}-08-31` <= date ? `${year}-08-31` : `${year - 1}-08-31`;
}

/** The moment at which a day ends in Asia/Shanghai, in milliseconds. */
export function endOfDay(date: string): number {
  return Date.parse(`${plusDays(date, 1)}T00:00:00+08:00`);
}

/** The date of a time in Asia/Shanghai. */
export function dateOf(time: string): string {
  return fromUtc(Date.parse(time) + 8 * 3_600_000);
}
