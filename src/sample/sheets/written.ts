/** The ways in which departments write values: dates, months, truths and codes in the forms that are met in real sheets. */
import { codeLists } from '#catalog/catalog.ts';
import type { Field } from '#catalog/kinds/kind.ts';
import type { CellContent, SheetColumn } from '#platform/files/write/sheetXml.ts';
import { civil, type Day, dayMilliseconds, isoDay, isoMonth, shanghaiOffset, yearOfMonth, yearOfQuarter } from '../days.ts';
import type { Random } from '../random.ts';

/** How one column writes its values. */
export interface Writing {
  readonly format: NonNullable<SheetColumn['format']>;
  write(value: never): CellContent;
  /** What stands behind the header in brackets. */
  readonly unit?: string;
}

const text: Writing = { format: 'text', write: (value: string) => value };
const spreadsheetEpoch = 25_569;

export type DayForm = (day: Day) => string;
const dayForms: readonly (readonly [form: DayForm | 'serial', weight: number])[] = [
  ['serial', 0.4],
  [isoDay, 0.2],
  [(day) => `${civil(day).year}/${civil(day).month}/${civil(day).date}`, 0.12],
  [(day) => `${civil(day).year}.${civil(day).month}.${civil(day).date}`, 0.12],
  [(day) => isoDay(day).replaceAll('-', ''), 0.08],
  [(day) => `${civil(day).year}年${civil(day).month}月${civil(day).date}日`, 0.08],
];

/** A way of writing dates; a department has one, and now and then a column that somebody else filled. */
export const drawDayForm = (random: Random): DayForm | 'serial' => random.weighted(dayForms);

/** Dates of one department, as real date cells where the file has them. */
function writeDates(random: Random, asText: boolean, usual: DayForm | 'serial'): Writing {
  const form = random.chance(0.85) ? usual : drawDayForm(random);
  if (form === 'serial' && !asText) return { format: 'date', write: (day: Day) => day + spreadsheetEpoch };
  const written = form === 'serial' ? isoDay : form;
  return { format: 'text', write: (day: Day) => written(day) };
}

function writeMonths(random: Random): Writing {
  const form = random.pick<(month: number) => string>([
    isoMonth,
    (month) => isoMonth(month).replace('-', ''),
    (month) => `${yearOfMonth(month)}年${month - yearOfMonth(month) * 12}月`,
  ]);
  return { format: 'text', write: form };
}

function writeQuarters(random: Random): Writing {
  const numerals = ['一', '二', '三', '四'];
  const place = (quarter: number): number => quarter - yearOfQuarter(quarter) * 4;
  const form = random.pick<(quarter: number) => string>([
    (quarter) => `${yearOfQuarter(quarter)}-Q${place(quarter)}`,
    (quarter) => `${yearOfQuarter(quarter)}Q${place(quarter)}`,
    (quarter) => `${yearOfQuarter(quarter)}年第${numerals[place(quarter) - 1]}季度`,
    (quarter) => `${yearOfQuarter(quarter)}年${place(quarter)}季度`,
  ]);
  return { format: 'text', write: form };
}

/** `2023-01-05 14:30` in Shanghai. */
const writeMoment = (time: number): string => {
  const local = time + shanghaiOffset;
  const minutes = Math.floor((local % dayMilliseconds) / 60_000);
  return `${isoDay(Math.floor(local / dayMilliseconds))} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

const truths = [
  ['是', '否'],
  ['是', '否'],
  ['1', '0'],
  ['√', '×'],
  ['Y', 'N'],
] as const;

function writeCodes(random: Random, field: Field): (code: string) => string {
  const list = field.codes && codeLists[field.codes];
  const labels = new Map((list || undefined)?.entries.map(({ code, zh }) => [code, zh]));
  const style = random.weighted([
    ['label', 0.74],
    ['code', 0.18],
    ['both', 0.08],
  ]);
  if (style === 'code') return (code) => code;
  return (code) => (style === 'both' ? `${code} ${labels.get(code) ?? ''}` : (labels.get(code) ?? code));
}

/** The writing of a column that is no reference. */
export function writingOf(field: Field, random: Random, asText: boolean, dayForm: DayForm | 'serial'): Writing {
  switch (field.kind.name) {
    case 'date':
      return writeDates(random, asText, dayForm);
    case 'datetime':
      return { format: 'text', write: writeMoment };
    case 'month':
      return writeMonths(random);
    case 'quarter':
      return writeQuarters(random);
    case 'bool': {
      const [yes, no] = random.pick(truths);
      return { format: 'text', write: (value: boolean) => (value ? yes : no) };
    }
    case 'code':
      return { format: 'text', write: writeCodes(random, field) };
    case 'codes': {
      const write = writeCodes(random, field);
      const separator = random.pick(['、', ',', ';']);
      return { format: 'text', write: (codes: readonly string[]) => codes.map(write).join(separator) };
    }
    case 'int':
      return { format: 'general', write: (value: number) => value };
    case 'decimal':
      return { format: 'general', write: (value: number) => value };
    case 'money':
      return writeMoney(random);
    case 'idCard':
      return writeIdentity(random);
    default:
      return text;
  }
}

/** `1,200.50`. */
function grouped(value: number): string {
  const [whole = '0', cents = '00'] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

function writeMoney(random: Random): Writing {
  const unit = random.chance(0.5) ? '(元)' : '';
  if (random.chance(0.12)) return { format: 'text', unit, write: grouped };
  return { format: 'general', unit, write: (value: number) => value };
}

/** Identity numbers are texts; some departments write a small x, or set the birth date apart. */
export function writeIdentity(random: Random): Writing {
  const style = random.weighted([
    ['plain', 0.8],
    ['small', 0.1],
    ['spaced', 0.05],
    ['apostrophe', 0.05],
  ]);
  if (style === 'small') return { format: 'text', write: (id: string) => id.toLowerCase() };
  if (style === 'spaced') return { format: 'text', write: (id: string) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` };
  if (style === 'apostrophe') return { format: 'text', write: (id: string) => `'${id}` };
  return text;
}
