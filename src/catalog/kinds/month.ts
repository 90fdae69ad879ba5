/** Kind of months: `YYYY-MM`. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { pastProblem } from './limits.ts';
import { cellProblem, openCell, refused } from './openCell.ts';
import { readMoment } from './readMoment.ts';

const stored = /^(?:19|[2-9]\d)\d\d-(?:0[1-9]|1[0-2])$/;
const sixDigits = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/;

function readMonth(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const text = openCell(cell, 'none-is-empty');
  if (typeof text !== 'string') return text;
  const value = monthOf(cell, text);
  if (typeof value !== 'string') return refused(value);
  const problem = pastProblem(value, field, context.today);
  return problem === undefined ? { is: 'value', value } : refused(problem);
}

function monthOf(cell: CellValue, text: string): string | CellProblem {
  if (stored.test(text)) return text;
  const digits = sixDigits.exec(text);
  if (digits !== null) return `${digits[1]}-${digits[2]}`;
  const moment = readMoment(cell, text);
  if (!('code' in moment)) return moment.day.slice(0, 7);
  return moment.code === 'cell.not-a-date' ? notAMonth(text) : moment;
}

const notAMonth = (text: string): CellProblem =>
  cellProblem('not-a-month', `“${shown(text)}”不是年月。请写成 2023-01。`, `“${shown(text)}” is no month. Write year-month, as 2023-01.`);

/** A month of a year. */
export const monthKind: Kind<string> = {
  name: 'month',
  zh: '年月',
  en: 'month',
  mask: 'year',
  column: () => 'text',
  read: readMonth,
  write: (value) => value,
  schema: () => z.string().regex(stored),
  control: 'month',
};

/** A field of months. */
export function month(options: FieldOptions): Field {
  return fieldOf(monthKind, options);
}
