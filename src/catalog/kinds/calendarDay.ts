/** Days of the Gregorian calendar as text (`2023-01-05`), and as the serial numbers of spreadsheets. */

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastSerial = 2_958_465;
const millisecondsADay = 86_400_000;

/** Whether the day exists. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(day >= 1)) return false;
  if (month === 2 && day === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (monthDays[month - 1] ?? 0);
}

/** A day as `YYYY-MM-DD`. */
export function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A time as `hh:mm:ss`. */
export function timeText(hour: number, minute: number, second: number): string {
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Whether a text is an existing day from 1900 on, written `YYYY-MM-DD`. Read digit by digit: every row of every sheet passes here. */
export function isDayText(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digitsAt(text, 0, 4);
  return year >= 1900 && isDay(year, digitsAt(text, 5, 7), digitsAt(text, 8, 10));
}

/** The number of the digits from `start` to before `end`, or NaN. */
function digitsAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let place = start; place < end; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * Day and time of a serial number of the 1900 system, to the nearest second; `undefined` outside 1900-01-01 to 9999-12-31.
 * That system counts a 29 February 1900 (serial 60), which never was: no day belongs to it.
 */
export function serialMoment(serial: number): { day: string; time: string } | undefined {
  const seconds = Math.round(serial * 86_400);
  const number = Math.floor(seconds / 86_400);
  if (!(number >= 1 && number <= lastSerial) || number === 60) return undefined;
  const date = new Date((number < 60 ? number - 25_568 : number - 25_569) * millisecondsADay);
  const rest = seconds - number * 86_400;
  return {
    day: dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()),
    time: timeText(Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60),
  };
}

/** Day and time in China (+08:00) of a moment stated with an offset in minutes from UTC. */
export function momentInChina(day: string, time: string, offset: number): { day: string; time: string } {
  const moment = new Date(Date.parse(`${day}T${time}Z`) + (480 - offset) * 60_000).toISOString();
  return { day: moment.slice(0, 10), time: moment.slice(11, 19) };
}
