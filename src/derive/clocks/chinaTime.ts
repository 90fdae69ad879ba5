/** Days and times in China, which has one zone without summer time: nothing here asks the machine in which zone it stands. */

const hour = 3_600_000;
const aDay = 24 * hour;
const ahead = 8 * hour;

/** The day of a moment, `YYYY-MM-DD`. */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + ahead).toISOString().slice(0, 10);
}

/** What a clock in China shows at a moment, `17:30`. */
export function timeInChina(moment: Date): string {
  return new Date(moment.getTime() + ahead).toISOString().slice(11, 16);
}

/** The moment at which a clock in China shows a day and a time (`17:30`). */
export function momentInChina(day: string, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - ahead);
}

/** The day that lies so many days after another. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}

/** The moment so many hours after another. */
export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * hour);
}
