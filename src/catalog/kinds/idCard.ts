/** Kind of identity numbers: encrypted in the row, found by a blind index. */
import { z } from 'zod';
import { cellNumberText } from './decimalText.ts';
import { readIdentityNumber, readOtherIdentity } from './identityNumber.ts';
import { fieldOf, type CellValue, type Field, type FieldOptions, type Kind, type ReadContext, type Reading } from './kind.ts';
import { cellProblem, digitsLost, openCell, refused } from './openCell.ts';

/** Code of ID_TYPE for the resident identity card; other papers have numbers of other forms. */
const residentCard = '1';

function readIdCard(cell: CellValue, _field: Field, context: ReadContext): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const text = cellNumberText(cell, opened);
  const value = (context.idType ?? residentCard) === residentCard ? readIdentityNumber(text, context.today) : readOtherIdentity(text);
  if (typeof value !== 'string') return refused(value);
  // One in eleven numbers whose end a spreadsheet lost has a right check digit all the same.
  return value.length === 18 && value.endsWith('000') ? { is: 'value', value, remark: endsInZeros } : { is: 'value', value };
}

const endsInZeros = cellProblem(
  'id-ends-in-000',
  '身份证号末三位是000，可能是表格软件丢失了末几位。请对照证件核对。',
  'The identity number ends in 000: a spreadsheet may have lost its last digits. Compare it with the card.',
);

/** The number of an identity paper; of a resident card 18 characters with a right check digit. */
export const idCardKind: Kind<string> = {
  name: 'idCard',
  zh: '证件号码',
  en: 'identity number',
  column: () => 'bytea',
  sealed: true,
  mask: 'ends',
  read: readIdCard,
  write: (value) => value,
  schema: () => z.string().min(1).max(40),
  control: 'text',
};

/** A field of identity numbers. */
export function idCard(options: FieldOptions): Field {
  return fieldOf(idCardKind, options);
}
