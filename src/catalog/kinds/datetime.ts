/** Kind of moments: `YYYY-MM-DDThh:mm:ss+08:00`. */
import { z } from 'zod';
import { isDayText } from './calendarDay.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { pastProblem } from './limits.ts';
import { openCell, refused } from './openCell.ts';
import { dayAdded, readMoment } from './readMoment.ts';

const stored = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/;

function readDatetime(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const text = openCell(cell, 'none-is-empty');
  if (typeof text !== 'string') return text;
  const moment = readMoment(cell, text);
  if ('code' in moment) return refused(moment);
  const problem = pastProblem(moment.day, field, context.today);
  if (problem !== undefined) return refused(problem);
  const value = `${moment.day}T${moment.time ?? '00:00:00'}+08:00`;
  return moment.wholeMonth === true ? { is: 'value', value, remark: dayAdded(text, moment.day) } : { is: 'value', value };
}

function writeDatetime(value: string): string {
  const time = value.slice(11, 19);
  return `${value.slice(0, 10)} ${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

/** A moment in China's time, to the second; a date alone is its midnight. */
export const datetimeKind: Kind<string> = {
  name: 'datetime',
  zh: '日期时间',
  en: 'date and time',
  mask: 'year',
  column: () => 'timestamptz',
  read: readDatetime,
  write: writeDatetime,
  schema: () =>
    z
      .string()
      .regex(stored)
      .refine((value) => isDayText(value.slice(0, 10)), '日期不存在 / there is no such day')
      .meta({ format: 'date-time' }),
  control: 'datetime',
};

/** A field of moments. */
export function datetime(options: FieldOptions): Field {
  return fieldOf(datetimeKind, options);
}
