/** Kind of identity numbers: encrypted in the row, found by a blind index. */
import { z } from 'zod';
import { cellNumberText } from './decimalText.ts';
import { readIdentityNumber, readOtherIdentity } from './identityNumber.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { digitsLost, openCell, refused } from './openCell.ts';

/** Code of ID_TYPE for the resident identity card; other papers have numbers of other forms. */
const residentCard = '1';

function readIdCard(cell: CellValue, _field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const text = cellNumberText(cell, opened);
  const value = (context.idType ?? residentCard) === residentCard ? readIdentityNumber(text, context.today) : readOtherIdentity(text);
  return typeof value === 'string' ? { is: 'value', value } : refused(value);
}

/** The number of an identity paper; of a resident card 18 characters with a right check digit. */
export const idCardKind: Kind<string> = {
  name: 'idCard',
  zh: '证件号码',
  en: 'identity number',
  column: () => 'bytea',
  sealed: true,
  read: readIdCard,
  write: (value) => value,
  schema: () => z.string().min(1).max(40),
  control: 'text',
};

/** A field of identity numbers. */
export function idCard(options: FieldOptions): Field {
  return fieldOf(idCardKind, options);
}
