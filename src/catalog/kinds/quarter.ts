/** Kind of quarters: `YYYY-Qn`. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const stored = /^(?:19|[2-9]\d)\d\d-Q[1-4]$/;
const written = /^((?:19|[2-9]\d)\d\d)\s*(?:年度?)?\s*[-/]?\s*(?:Q\s*([1-4])|第?\s*([1-4一二三四])\s*季度?)$/i;
const withoutYear = /^(?:Q\s*[1-4]|第?\s*[1-4一二三四]\s*季度?)$/i;
const withoutQuarter = /^\d{4}(?:年度?)?$/;
const numerals = '一二三四';

function readQuarter(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const text = openCell(cell, 'none-is-empty');
  if (typeof text !== 'string') return text;
  const value = quarterOf(text);
  if (typeof value !== 'string') return refused(value);
  if (field.past === true && value > quarterOfDay(context.today)) return refused(quarterAhead(value, context.today));
  return { is: 'value', value };
}

function quarterOf(text: string): string | CellProblem {
  if (stored.test(text)) return text;
  const parts = written.exec(text);
  if (parts !== null) {
    const number = parts[2] ?? parts[3] ?? '';
    return `${parts[1]}-Q${numerals.includes(number) ? numerals.indexOf(number) + 1 : number}`;
  }
  if (withoutYear.test(text)) return yearMissing(text);
  return withoutQuarter.test(text) ? quarterMissing(text) : notAQuarter(text);
}

const quarterOfDay = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const notAQuarter = (text: string): CellProblem =>
  cellProblem('not-a-quarter', `“${shown(text)}”不是季度。请写成 2023-Q1 或 2023年第一季度。`, `“${shown(text)}” is no quarter. Write 2023-Q1.`);

const quarterMissing = (text: string): CellProblem =>
  cellProblem(
    'quarter-missing',
    `“${shown(text)}”只有年度。年度合计不能当作季度，请写明季度，如 2023-Q1。`,
    `“${shown(text)}” is only a year. A yearly sum is no quarter: state the quarter, as 2023-Q1.`,
  );

const yearMissing = (text: string): CellProblem =>
  cellProblem('year-missing', `“${shown(text)}”没有年份。请写成 2023-Q1。`, `“${shown(text)}” has no year. Write 2023-Q1.`);

const quarterAhead = (value: string, today: string): CellProblem =>
  cellProblem('in-future', `${value}晚于导入日${today}。`, `${value} lies after the day of import, ${today}.`);

/** A quarter of a year. */
export const quarterKind: Kind<string> = {
  name: 'quarter',
  zh: '季度',
  en: 'quarter',
  mask: 'year',
  column: () => 'text',
  read: readQuarter,
  write: (value) => value,
  schema: () => z.string().regex(stored),
  control: 'quarter',
};

/** A field of quarters. */
export function quarter(options: FieldOptions): Field {
  return fieldOf(quarterKind, options);
}
