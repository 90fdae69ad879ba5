/** Kind of plain text: at most 200 characters unless the field says otherwise. */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { defaultMaxLength, patternOf, textLimitProblem } from './limits.ts';
import { cellProblem, digitsLost, openCell, refused } from './openCell.ts';

/** Reads any text cell: normal form, endings taken off, limits of the field. */
export function readText(cell: CellValue, field: Field): Reading<string> {
  const opened = openCell(cell, 'none-is-text');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const text = cell.kind === 'number' ? cellNumberText(cell, opened) : opened;
  const value = field.takeOff === undefined ? text : withoutEnding(text, field.takeOff);
  const problem = textLimitProblem(value, field);
  if (problem !== undefined) return refused(problem);
  return cell.kind === 'date' ? { is: 'value', value, remark: dateInText(value) } : { is: 'value', value };
}

/** A spreadsheet turns 1-2 (unit, room) into a day of this year. */
const dateInText = (value: string): CellProblem =>
  cellProblem(
    'date-in-text',
    `表格软件把这一格存成了日期，按“${shown(value)}”登记。如果原本是“1-2”这样的编号，请设为文本格式后重填。`,
    `A spreadsheet holds this cell as a date; it was taken as “${shown(value)}”. If it was a number such as 1-2, format the cell as text and enter it again.`,
  );

function withoutEnding(text: string, endings: readonly string[]): string {
  const ending = endings.find((one) => text.length > one.length && text.endsWith(one));
  if (ending === undefined) return text;
  const rest = text.slice(0, -ending.length).trim();
  return typeof openCell({ text: rest, kind: 'text' }, 'none-is-text') === 'string' ? withoutEnding(rest, endings) : text;
}

/** Schema of a text within the limits of its field. */
export function textSchema(field: Field): z.ZodType<string> {
  const text = z
    .string()
    .min(1)
    .max(field.maxLength ?? defaultMaxLength);
  return field.pattern === undefined ? text : text.regex(patternOf(field.pattern));
}

/** Plain text. */
export const textKind: Kind<string> = {
  name: 'text',
  zh: '文本',
  en: 'text',
  column: () => 'text',
  read: readText,
  write: (value) => value,
  schema: textSchema,
  control: 'text',
};

/** A field of plain text. */
export function text(options: FieldOptions): Field {
  return fieldOf(textKind, options);
}
