/** Kind of telephone numbers: digits, encrypted in the row, found by a blind index. */
import { z } from 'zod';
import { masked } from './cellText.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { cellProblem, digitsLost, openCell, refused } from './openCell.ts';

// Area codes have three digits for 010 and 02x, four elsewhere; the number behind them seven or eight.
const stored = /^(?:1[3-9]\d{9}|0(?:10|2\d)\d{7,8}|0[3-9]\d\d\d{7,8})$/;
const filling = /[\s'’()·.\-‐-―]/g;
const country = /^(?:\+86|0086|86(?=1[3-9]\d{9}$))/;
const separator = /[、,;/\n]/;

function readPhone(cell: CellValue): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  if (stored.test(opened)) return { is: 'value', value: opened };
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  if (hasSeveral(opened)) return refused(oneOnly);
  const value = withAreaZero(cellNumberText(cell, opened).replace(filling, ''));
  return stored.test(value) ? { is: 'value', value } : refused(wrongForm(opened));
}

/** Whether two or more numbers stand in the cell. */
function hasSeveral(text: string): boolean {
  return separator.test(text) && text.split(separator).filter((part) => part.replace(/\D/g, '').length >= 7).length > 1;
}

/** The digits inside the country: behind +86 the 0 of an area code is not dialled. */
function withAreaZero(digits: string): string {
  if (!country.test(digits)) return digits;
  const national = digits.replace(country, '');
  return /^(?:1[3-9]\d{9}|0.*)$/.test(national) ? national : `0${national}`;
}

const wrongForm = (text: string): CellProblem =>
  cellProblem(
    'phone-form',
    `“${masked(text)}”不是电话号码。请填11位手机号，或区号加7至8位号码，如 0859-3222222。`,
    `“${masked(text)}” is no telephone number. Enter a mobile number of 11 digits, or the area code with the number, as 0859-3222222.`,
  );

const oneOnly = cellProblem('phone-several', '单元格里有几个号码。请只填一个。', 'The cell holds several numbers. Enter one of them.');

/** A telephone number as digits only. */
export const phoneKind: Kind<string> = {
  name: 'phone',
  zh: '电话号码',
  en: 'telephone number',
  column: () => 'bytea',
  sealed: true,
  mask: 'ends',
  read: readPhone,
  write: (value) => value,
  schema: () => z.string().regex(stored),
  control: 'text',
};

/** A field of telephone numbers. */
export function phone(options: FieldOptions): Field {
  return fieldOf(phoneKind, options);
}
