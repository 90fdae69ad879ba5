/** Kind of a reference to a row of another register, as the cell states it: a code, a number or a name; the import finds the row. */
import { z } from 'zod';
import type { RegisterName } from '../registers/registerNames.ts';
import { cellNumberText } from './decimalText.ts';
import { isMeantAsIdNumber, looksLikeIdNumber, readIdentityNumber } from './identityNumber.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { textLimitProblem } from './limits.ts';
import { digitsLost, openCell, refused } from './openCell.ts';

/** A key of a reference in stored form: an identity number of a person or head of household in its 18 characters, anything else as it stands. */
export function keyFor(text: string, field: Field, today: string): string | CellProblem {
  if ((field.target === 'person' || field.target === 'household') && looksLikeIdNumber(text)) return readIdentityNumber(text, today);
  // Nobody's number in the platform is like that: waiting for such a person would be waiting for ever.
  if (field.target === 'person' && isMeantAsIdNumber(text)) return readIdentityNumber(text, today);
  return textLimitProblem(text, field) ?? text;
}

function readRef(cell: CellValue, field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const value = keyFor(cellNumberText(cell, opened), field, context.today);
  return typeof value === 'string' ? { is: 'value', value } : refused(value);
}

/** A reference to one row of another register. */
export const refKind: Kind<string> = {
  name: 'ref',
  zh: '引用',
  en: 'reference',
  column: () => 'text',
  read: readRef,
  write: (value) => value,
  schema: () => z.string().min(1).max(200),
  control: 'reference',
};

/** A field that refers to a row of another register. */
export function ref(target: RegisterName, options: FieldOptions): Field {
  return fieldOf(refKind, options, { target });
}
