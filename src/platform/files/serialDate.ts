/** Days as spreadsheets count them, in the 1900 and the 1904 system, and as people write them. */
import type { SerialDate } from './sheets.ts';

const dayMs = 86_400_000;
const lastDay = 2_958_465;

/** The date of a serial, or `undefined` outside 1900-01-01 to 9999-12-31. Serial 60 of the 1900 system is the 29 February 1900 that never was. */
export function serialDate(serial: number, system: 1900 | 1904): SerialDate | undefined {
  const shifted = system === 1904 ? serial + 1462 : serial;
  if (!(serial >= 0 && shifted < lastDay + 1)) return undefined;
  let day = Math.floor(shifted);
  let seconds = Math.round((shifted - day) * 86_400);
  if (seconds === 86_400) {
    day += 1;
    seconds = 0;
  }
  const time = seconds === 0 ? '' : clock(seconds);
  if (Math.floor(serial) === 0 && system === 1900) return { serial, system, iso: day === 0 ? clock(seconds) : '1900-01-01' };
  const date = day === 60 ? '1900-02-29' : new Date((day < 60 ? day - 25_568 : day - 25_569) * dayMs).toISOString().slice(0, 10);
  return { serial, system, iso: time === '' ? date : `${date}T${time}` };
}

/** A date of a cell that holds its text (`2023-01-05T00:00:00Z`), with the serial of the 1900 system. */
export function dateOfIso(text: string): SerialDate | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?Z?$/.exec(text);
  if (parts === null) return undefined;
  const [, y, m, d, hour = '00', minute = '00', second = '00'] = parts;
  const ms = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(hour), Number(minute), Number(second));
  if (new Date(ms).toISOString().slice(0, 19) !== `${y}-${m}-${d}T${hour}:${minute}:${second}`) return undefined;
  return serialDate(ms / dayMs + (ms < Date.UTC(1900, 2, 1) ? 25_568 : 25_569), 1900);
}

/** What a person sees of a date: a blank between day and time. */
export function dateText(date: SerialDate): string {
  return date.iso.replace('T', ' ');
}

function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
