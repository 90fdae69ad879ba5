/** Reads the day, and the time where one is given, from every form in which sheets write dates. */
import { dayText, isDay, isDayText, momentInChina, serialMoment, timeText } from './calendarDay.ts';
import { shown } from './cellText.ts';
import type { CellProblem, CellValue } from './kind.ts';
import { cellProblem } from './openCell.ts';

/** A day, perhaps with a time; `wholeMonth` says that only the month was given and the day is its first. */
export interface Moment {
  readonly day: string;
  readonly time?: string;
  readonly wholeMonth?: true;
}

const clock = '(?:(?:T|\\s+)?(\\d{1,2})[:时点](\\d{1,2})(?:分(?:(\\d{1,2})秒)?|:(\\d{1,2})(?:\\.\\d+)?)?)';
const zone = '\\s*(Z|[+-]\\d\\d:?\\d\\d)?';
const withSigns = new RegExp(`^(\\d{4})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})(?:(?=T|\\s)${clock}${zone})?$`);
const withWords = new RegExp(`^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]\\s*${clock}?$`);
const eightDigits = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)(?:(?=T|\\s)${clock}${zone})?$`);
const monthOnly = /^(\d{4})(?:\s*年\s*(\d{1,2})\s*月份?|\s*[-/]\s*(\d{1,2})|\.(0\d|1\d|[2-9]))$/;
const yearOnly = /^(\d{4})年?$/;
const shortYear = /^'?\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;
const serialText = /^\d{1,7}(?:\.\d+)?$/;

/** From 2200 on a bare number is no serial that anybody meant: 202301 would be a day of the year 2453. */
const firstUnlikelySerial = 109_576;

/** The first day of the 1904 system in that of 1900. */
const daysTo1904 = 1_462;

/** The moment that a cell states, given its text in normal form. */
export function readMoment(cell: CellValue, text: string): Moment | CellProblem {
  if (text.length === 10 && isDayText(text)) return { day: text };
  const signs = withSigns.exec(text);
  if (signs !== null) return ofParts(text, signs[1], signs[3], signs[4], signs.slice(5, 9), signs[9]);
  const words = withWords.exec(text);
  if (words !== null) return ofParts(text, words[1], words[2], words[3], words.slice(4, 8), undefined);
  const digits = eightDigits.exec(text);
  if (digits !== null) return ofParts(text, digits[1], digits[2], digits[3], digits.slice(4, 8), digits[8]);
  if (cell.kind === 'date' && cell.number !== undefined) return ofSerial(cell.number, text);
  const month = monthOnly.exec(text);
  if (month !== null) return ofMonth(text, Number(month[1]), Number(month[2] ?? month[3] ?? month[4]));
  if (yearOnly.test(text) && isYear(Number(text.slice(0, 4)))) return onlyAYear(text);
  if (serialText.test(text)) return ofBareNumber(cell, text);
  if (shortYear.test(text)) return twoDigitYear(text);
  return notADate(text);
}

const isYear = (number: number): boolean => number >= 1900 && number <= 2100;

function ofParts(
  text: string,
  y = '',
  m = '',
  d = '',
  clockParts: readonly (string | undefined)[],
  zoneText: string | undefined,
): Moment | CellProblem {
  const year = Number(y);
  if (!isDay(year, Number(m), Number(d))) return noSuchDate(text);
  if (year < 1900) return before1900(text);
  const day = dayText(year, Number(m), Number(d));
  const [hour, minute, second1, second2] = clockParts;
  if (hour === undefined) return { day };
  const [h, min, s] = [Number(hour), Number(minute), Number(second1 ?? second2 ?? 0)];
  if (h > 23 || min > 59 || s > 59) return noSuchTime(text);
  const time = timeText(h, min, s);
  return zoneText === undefined ? { day, time } : inChina(text, day, time, zoneText);
}

function inChina(text: string, day: string, time: string, zoneText: string): Moment | CellProblem {
  if (zoneText === 'Z') return fromUtc(text, day, time, 0);
  const minutes = Number(zoneText.slice(1, 3)) * 60 + Number(zoneText.slice(-2));
  if (minutes > 14 * 60) return noSuchTime(text);
  return fromUtc(text, day, time, zoneText.startsWith('-') ? -minutes : minutes);
}

function fromUtc(text: string, day: string, time: string, offset: number): Moment | CellProblem {
  const moment = momentInChina(day, time, offset);
  return isDayText(moment.day) ? moment : noSuchDate(text);
}

function ofMonth(text: string, year: number, month: number): Moment | CellProblem {
  if (month < 1 || month > 12) return noSuchDate(text);
  return year < 1900 ? before1900(text) : { day: dayText(year, month, 1), wholeMonth: true };
}

function ofBareNumber(cell: CellValue, text: string): Moment | CellProblem {
  const written = Number(text);
  if (isYear(Math.floor(written)) && !Number.isInteger(written)) return text.endsWith('.1') ? ambiguousMonth(text) : notADate(text);
  const serial = cell.system === 1904 ? written + daysTo1904 : written;
  // A text file writes serials of days since 1927 with five digits; shorter numbers there are typing errors.
  const isLikely = serial < firstUnlikelySerial && (cell.kind === 'number' || serial >= 10_000);
  return isLikely ? ofSerial(serial, text) : notADate(text);
}

function ofSerial(serial: number, text: string): Moment | CellProblem {
  const moment = serialMoment(serial);
  if (moment === undefined) return noSuchDate(text);
  return Number.isInteger(serial) ? { day: moment.day } : moment;
}

/** The problem of a cell that is no date. */
const notADate = (text: string): CellProblem =>
  cellProblem(
    'not-a-date',
    `“${shown(text)}”不是日期。请写成 2023-01-05 这样的年-月-日。`,
    `“${shown(text)}” is no date. Write year-month-day, as 2023-01-05.`,
  );

const noSuchDate = (text: string): CellProblem =>
  cellProblem(
    'no-such-date',
    `日历上没有“${shown(text)}”这一天。请核对月和日。`,
    `There is no day “${shown(text)}” in the calendar. Check month and day.`,
  );

const noSuchTime = (text: string): CellProblem =>
  cellProblem(
    'no-such-time',
    `“${shown(text)}”的时间不存在。请写成 2023-01-05 14:30。`,
    `The time in “${shown(text)}” does not exist. Write 2023-01-05 14:30.`,
  );

const before1900 = (text: string): CellProblem =>
  cellProblem('before-1900', `“${shown(text)}”早于1900年。请核对年份。`, `“${shown(text)}” lies before 1900. Check the year.`);

const twoDigitYear = (text: string): CellProblem =>
  cellProblem(
    'two-digit-year',
    `“${shown(text)}”的年份不足四位，无法确定是哪一年。请写四位年份，如 2023-01-05。`,
    `“${shown(text)}” has no four-digit year first, so its year is uncertain. Write 2023-01-05.`,
  );

const onlyAYear = (text: string): CellProblem =>
  cellProblem(
    'only-a-year',
    `“${shown(text)}”只有年份。请写到月或日，如 2023-01-05。`,
    `“${shown(text)}” is only a year. Give the day, as 2023-01-05.`,
  );

const ambiguousMonth = (text: string): CellProblem =>
  cellProblem(
    'ambiguous-month',
    `“${shown(text)}”可能是1月也可能是10月（表格软件会去掉末尾的0）。请写成 2023-01 或 2023-10。`,
    `“${shown(text)}” may be January or October (a spreadsheet drops the last 0). Write 2023-01 or 2023-10.`,
  );

/** The remark on a day that was given as a month only. */
export const dayAdded = (text: string, day: string): CellProblem =>
  cellProblem(
    'day-added',
    `“${shown(text)}”只有年月，按${day}登记。请补上准确日期。`,
    `“${shown(text)}” gives only the month and was taken as ${day}. Give the day.`,
  );
