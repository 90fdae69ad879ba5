/** The statutory holidays of a year (全国年节及纪念日放假办法) by day: those of the solar calendar, of the lunar one, and Qingming by its solar term. */
/** The name of a holiday in both languages. */
interface HolidayName {
  readonly zh: string;
  readonly en: string;
}

const names = {
  newYear: { zh: '元旦', en: 'New Year' },
  eve: { zh: '除夕', en: 'New Year’s Eve' },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明', en: 'Qingming' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午', en: 'Dragon Boat' },
  midAutumn: { zh: '中秋', en: 'Mid-Autumn' },
  national: { zh: '国庆', en: 'National Day' },
} as const;

const solar: Readonly<Record<string, HolidayName>> = {
  '01-01': names.newYear,
  '05-01': names.labour,
  '10-01': names.national,
  '10-02': names.national,
  '10-03': names.national,
};
/** Month and day of the lunar calendar, and a day of the solar year near which it falls. */
const lunar = [
  { month: 1, day: 1, near: '02-05', days: 3, name: names.spring },
  { month: 5, day: 5, near: '06-11', days: 1, name: names.dragonBoat },
  { month: 8, day: 15, near: '09-22', days: 1, name: names.midAutumn },
] as const;

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const aDay = 86_400_000;

/** The solar day of a lunar one near a date, in steps: asking the calendar for every day of a year would take a second. */
function solarDay(month: number, day: number, near: Date): Date {
  let date = near;
  for (let step = 0; step < 8; step += 1) {
    const parts = chinese.formatToParts(date);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    const found = Number.parseInt(part('month'), 10);
    // The months before the new year belong to the year before; a leap month (4bis) stands behind the month of its number.
    const isLeap = found === month && /\d\D/.test(part('month'));
    const months = month - (month === 1 && found > 10 ? found - 12 : found) - (isLeap ? 1 : 0);
    const away = Math.round(months * 29.53) + day - Number(part('day'));
    if (away === 0) break;
    date = new Date(date.getTime() + away * aDay);
  }
  return date;
}

/** The day of Qingming in April, by the formula of the solar term for 1900 to 2099. */
function qingming(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(year < 2000 ? (short - 1) / 4 : short / 4);
}

/** Names of the holidays of a year by day, 2026-02-17 → 春节. */
export function holidayNames(year: number): ReadonlyMap<string, HolidayName> {
  const found = new Map<string, HolidayName>(Object.entries(solar).map(([day, name]) => [`${year}-${day}`, name]));
  const iso = (date: Date, later: number): string => new Date(date.getTime() + later * aDay).toISOString().slice(0, 10);
  for (const { month, day, near, days, name } of lunar) {
    const first = solarDay(month, day, new Date(`${year}-${near}T00:00:00Z`));
    for (let later = 0; later < days; later += 1) found.set(iso(first, later), name);
    if (name === names.spring) found.set(iso(first, -1), names.eve);
  }
  found.set(`${year}-04-${String(qingming(year)).padStart(2, '0')}`, names.qingming);
  return found;
}
