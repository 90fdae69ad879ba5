/** Kind of dates: `YYYY-MM-DD`, from 1900-01-01. */
import { z } from 'zod';
import { isDayText } from './calendarDay.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { pastProblem } from './limits.ts';
import { openCell, refused } from './openCell.ts';
import { dayAdded, readMoment } from './readMoment.ts';

function readDate(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const text = openCell(cell, 'none-is-empty');
  if (typeof text !== 'string') return text;
  const moment = readMoment(cell, text);
  if ('code' in moment) return refused(moment);
  const problem = pastProblem(moment.day, field, context.today);
  if (problem !== undefined) return refused(problem);
  return moment.wholeMonth === true ? { is: 'value', value: moment.day, remark: dayAdded(text, moment.day) } : { is: 'value', value: moment.day };
}

/** A day; the time of a cell that has one is left out. */
export const dateKind: Kind<string> = {
  name: 'date',
  zh: '日期',
  en: 'date',
  mask: 'year',
  column: () => 'date',
  read: readDate,
  write: (value) => value,
  schema: () => z.string().refine(isDayText, '日期应写成 YYYY-MM-DD / a date is written YYYY-MM-DD').meta({ format: 'date' }),
  control: 'date',
};

/** A field of dates. */
export function date(options: FieldOptions): Field {
  return fieldOf(dateKind, options);
}
