/** Kind of plain text: at most 200 characters unless the field says otherwise. */
import { z } from 'zod';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type Field, type FieldOptions, type Kind, type Reading, type CellValue } from './kind.ts';
import { defaultMaxLength, patternOf, textLimitProblem } from './limits.ts';
import { digitsLost, openCell, refused } from './openCell.ts';

/** Reads any text cell: normal form, endings taken off, limits of the field. */
export function readText(cell: CellValue, field: Field): Reading<string> {
  const opened = openCell(cell, 'none-is-text');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const text = cell.kind === 'number' ? cellNumberText(cell, opened) : opened;
  const value = field.takeOff === undefined ? text : withoutEnding(text, field.takeOff);
  const problem = textLimitProblem(value, field);
  return problem === undefined ? { is: 'value', value } : refused(problem);
}

function withoutEnding(text: string, endings: readonly string[]): string {
  const ending = endings.find((one) => text.length > one.length && text.endsWith(one));
  if (ending === undefined) return text;
  const rest = text.slice(0, -ending.length).trim();
  return typeof openCell({ text: rest, kind: 'text' }, 'none-is-text') === 'string' ? withoutEnding(rest, endings) : text;
}

/** Schema of a text within the limits of its field. */
export function textSchema(field: Field): z.ZodType<string> {
  const text = z.string().min(1).max(field.maxLength ?? defaultMaxLength);
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
