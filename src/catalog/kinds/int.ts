/** Kind of whole numbers. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { cellNumberText, fixed, parseDecimal } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { numberLimitProblem, tooLarge } from './limits.ts';
import { cellProblem, openCell, refused } from './openCell.ts';

const greatest = 2_147_483_647;
const short = /^-?\d{1,9}$/;

/** The value within what the column and the field take. */
function limited(value: number, field: Field): Reading<number> {
  if (value > greatest || value < -greatest) return refused(tooLarge(value, `±${greatest}`));
  const problem = numberLimitProblem(value, field);
  return problem === undefined ? { is: 'value', value: value === 0 ? 0 : value } : refused(problem);
}

function readInt(cell: CellValue, field: Field): Reading<number> {
  if (short.test(cell.text)) return limited(Number(cell.text), field);
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const decimal = cell.kind === 'date' ? undefined : parseDecimal(cellNumberText(cell, opened));
  if (decimal === undefined) return refused(notANumber(opened));
  const whole = fixed(decimal, 0);
  return whole.rounded ? refused(notWhole(opened)) : limited(Number(whole.text), field);
}

/** The problem of a cell that is no number. */
export const notANumber = (text: string): CellProblem =>
  cellProblem(
    'not-a-number',
    `“${shown(text)}”不是数字。请只填数字，单位和说明写在别处。`,
    `“${shown(text)}” is no number. Enter digits only; units and remarks belong elsewhere.`,
  );

const notWhole = (text: string): CellProblem =>
  cellProblem(
    'not-a-whole-number',
    `“${shown(text)}”带有小数，这里只能填整数。`,
    `“${shown(text)}” has a fraction; only a whole number can stand here.`,
  );

/** A whole number of up to ±2,147,483,647. */
export const intKind: Kind<number> = {
  name: 'int',
  zh: '整数',
  en: 'whole number',
  column: () => 'integer',
  read: readInt,
  write: (value) => String(value),
  schema: (field) =>
    z
      .int()
      .min(field.min ?? -greatest)
      .max(field.max ?? greatest),
  control: 'number',
};

/** A field of whole numbers. */
export function int(options: FieldOptions): Field {
  return fieldOf(intKind, options);
}
