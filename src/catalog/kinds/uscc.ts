/** Kind of unified social credit codes of organisations (GB 32100). */
import { z } from 'zod';
import { shown } from './cellText.ts';
import { cellNumberText } from './decimalText.ts';
import { fieldOf, type CellProblem, type CellValue, type Field, type FieldOptions, type Kind, type Reading } from './kind.ts';
import { cellProblem, digitsLost, openCell, refused } from './openCell.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NP-RTUWXY]{18}$/;
const filling = /[\s'’-]/g;

/** The check character of a unified social credit code from its first 17 characters (GB 32100: weights are powers of 3 modulo 31). */
export function usccCheckOf(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (let place = 0; place < 17; place += 1) {
    sum += alphabet.indexOf(first17.charAt(place)) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

const isRight = (code: string): boolean => form.test(code) && usccCheckOf(code) === code.charAt(17);

function readUscc(cell: CellValue): Reading<string> {
  const opened = openCell(cell, 'none-is-empty');
  if (typeof opened !== 'string') return opened;
  const lost = digitsLost(cell, opened);
  if (lost !== undefined) return refused(lost);
  const value = cellNumberText(cell, opened).replace(filling, '').toUpperCase();
  if (!form.test(value)) return refused(wrongForm(value));
  return isRight(value) ? { is: 'value', value } : refused(wrongCheck(value));
}

const wrongForm = (text: string): CellProblem =>
  cellProblem(
    'uscc-form',
    `“${shown(text)}”不是统一社会信用代码：应为18位数字或大写字母（没有I、O、S、V、Z），现有${text.length}位。`,
    `“${shown(text)}” is no unified social credit code: 18 digits or capitals (never I, O, S, V, Z); it has ${text.length}.`,
  );

const wrongCheck = (text: string): CellProblem =>
  cellProblem(
    'uscc-check',
    `统一社会信用代码“${shown(text)}”校验码不对，至少有一位填错。请对照营业执照核对。`,
    `Unified social credit code “${shown(text)}” has a wrong check character: at least one is mistaken. Compare it with the licence.`,
  );

/** A unified social credit code. */
export const usccKind: Kind<string> = {
  name: 'uscc',
  zh: '统一社会信用代码',
  en: 'unified social credit code',
  column: () => 'text',
  read: readUscc,
  write: (value) => value,
  schema: () => z.string().refine(isRight, '统一社会信用代码不对 / not a unified social credit code'),
  control: 'text',
};

/** A field of unified social credit codes. */
export function uscc(options: FieldOptions): Field {
  return fieldOf(usccKind, options);
}
