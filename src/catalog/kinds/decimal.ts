/** Kind of decimal numbers with a fixed number of decimals, kept as text. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { cellNumberText, fixed, parseDecimal, type Decimal } from './decimalText.ts';
import { notANumber } from './int.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { numberLimitProblem, tooLarge } from './limits.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const percent = /%|percent|百分/i;

/** Whether a number of this field is a percentage, as its header or the field says. */
const isPercent = (field: Field, header: string): boolean =>
  percent.test(header) || percent.test(field.note) || percent.test(field.zh) || percent.test(field.en);

/** The value of a number with as many decimals as are stored; one that had more is rounded half away from zero and marked, unless only the noise of binary fractions is lost. */
export function storedDecimal(decimal: Decimal, precision: number, scale: number, field: Field, text: string): Reading<string> {
  const number = fixed(decimal, scale);
  if (number.whole.length > precision - scale && number.whole !== '0') return refused(tooLarge(number.text, greatestOf(precision, scale)));
  const problem = numberLimitProblem(Number(number.text), field);
  if (problem !== undefined) return refused(problem);
  return number.rounded ? { is: 'value', value: number.text, remark: rounded(text, number.text, scale) } : { is: 'value', value: number.text };
}

const greatestOf = (precision: number, scale: number): string => `${'9'.repeat(precision - scale)}${scale > 0 ? `.${'9'.repeat(scale)}` : ''}`;

function readDecimal(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  let text = cellNumberText(cell, opened);
  if (text.endsWith('%')) {
    if (!isPercent(field, context.header)) return refused(notPercent(opened));
    text = text.slice(0, -1).trimEnd();
  }
  const decimal = cell.kind === 'date' ? undefined : parseDecimal(text);
  if (decimal === undefined) return refused(notANumber(opened));
  return storedDecimal(decimal, field.precision ?? 14, field.scale ?? 2, field, opened);
}

const rounded = (text: string, value: string, scale: number): CellProblem =>
  cellProblem(
    'rounded',
    `“${shown(text)}”的小数超过${scale}位，已四舍五入为${value}。`,
    `“${shown(text)}” has more than ${scale} decimals and was rounded to ${value}.`,
  );

const notPercent = (text: string): CellProblem =>
  cellProblem(
    'not-percent',
    `“${shown(text)}”带有%,但这一列不是百分数。请填数值。`,
    `“${shown(text)}” has a %, but this column is no percentage. Enter the number itself.`,
  );

/** Schema of a decimal text with exactly `scale` decimals, as PostgreSQL prints it. */
export function decimalSchema(field: Field, precision: number, scale: number): z.ZodType<string> {
  const form = new RegExp(`^-?(?:0|[1-9]\\d{0,${precision - scale - 1}})${scale > 0 ? `\\.\\d{${scale}}` : ''}$`);
  return z
    .string()
    .regex(form)
    .refine((value) => numberLimitProblem(Number(value), field) === undefined, { error: () => limitText(field) });
}

const limitText = (field: Field): string => `${field.zh}: ${field.min ?? '-∞'} – ${field.max ?? '∞'}`;

/** A decimal number with the precision and scale of its field; the value has exactly `scale` decimals. */
export const decimalKind: Kind<string> = {
  name: 'decimal',
  zh: '小数',
  en: 'decimal number',
  column: (field) => `numeric(${field.precision ?? 14},${field.scale ?? 2})`,
  read: readDecimal,
  write: (value) => value,
  schema: (field) => decimalSchema(field, field.precision ?? 14, field.scale ?? 2),
  control: 'number',
};

/** A field of decimal numbers with `precision` digits in all, `scale` of them behind the point. */
export function decimal(precision: number, scale: number, options: FieldOptions): Field {
  return fieldOf(decimalKind, options, { precision, scale });
}
