/** Identity numbers of residents (GB 11643): form, check digit, date of birth and sex. */
import { isDayText } from './calendarDay.ts';
import { masked } from './cellText.ts';
import type { CellProblem } from './kind.ts';
import { cellProblem } from './openCell.ts';

const weights = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
const checkDigits = '10X98765432';
const eighteen = /^[1-9]\d{16}[\dX]$/;
const fifteen = /^[1-9]\d{14}$/;
const idForm =
  /^[1-9]\d{5}(?:(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;
const filling = /[\s'"`‘’“”·.,;。\u2010-\u2015\u2212-]/g;
/** Division and day of birth as in an identity number, and then a wrong number of characters. */
const cutShort = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[\dX]{1,3}|[\dX]{5,8})$/;

/** The check digit of an identity number from its first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (first17.charCodeAt(place) - 48) * (weights[place] ?? 0);
  return checkDigits.charAt(sum % 11);
}

/** Date of birth in an identity number of 18 characters, YYYY-MM-DD. */
export function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** Sex in an identity number of 18 characters as a code of SEX: 1 male, 2 female. */
export function sexOf(id: string): '1' | '2' {
  return id.charCodeAt(16) % 2 === 1 ? '1' : '2';
}

/** Whether a text has the form of an identity number, right or wrong: 18 or 15 characters with a date inside, blanks and apostrophes aside. */
export function looksLikeIdNumber(text: string): boolean {
  if (text.length < 15) return false;
  return idForm.test(text) || (text.length > 15 && text.length < 40 && idForm.test(text.replace(filling, '')));
}

/** Whether a text can only be meant as an identity number, though it has lost a character or got one too many. */
export function isMeantAsIdNumber(text: string): boolean {
  return text.length >= 15 && text.length < 40 && cutShort.test(text.replace(filling, '').toUpperCase());
}

/** An identity number in its stored form, 18 characters with a right check digit; 15 digits are widened with 19. */
export function readIdentityNumber(text: string, today: string): string | CellProblem {
  const compact = eighteen.test(text) ? text : text.replace(filling, '').toUpperCase();
  let id = compact;
  if (fifteen.test(compact)) {
    const widened = `${compact.slice(0, 6)}19${compact.slice(6)}`;
    id = widened + checkDigitOf(widened);
  }
  if (!eighteen.test(id)) return wrongForm(compact);
  if (checkDigitOf(id) !== id.charAt(17)) return id.endsWith('000') ? endLost(id) : wrongCheckDigit(id);
  const birth = birthDateOf(id);
  return isDayText(birth) && birth <= today ? id : noSuchBirth(compact);
}

const longestOther = 40;

/** The number of another paper (birth certificate, passport, residence permit …): any characters, blanks aside, in capitals. */
export function readOtherIdentity(text: string): string | CellProblem {
  const compact = text.replace(/\s/g, '').toUpperCase();
  return compact.length <= longestOther && /\d/.test(compact) ? compact : wrongOther(compact);
}

const wrongForm = (text: string): CellProblem =>
  cellProblem(
    'id-form',
    `身份证号“${masked(text)}”应是18位（17位数字加1位数字或X），现有${text.length}位。请核对后完整填写。`,
    `Identity number “${masked(text)}” must have 18 characters (17 digits and a digit or X); it has ${text.length}. Enter the whole number.`,
  );

const wrongCheckDigit = (id: string): CellProblem =>
  cellProblem(
    'id-check-digit',
    `身份证号“${masked(id)}”校验码不对，至少有一位填错。请对照证件核对。`,
    `Identity number “${masked(id)}” has a wrong check digit: at least one digit is mistaken. Compare it with the card.`,
  );

const endLost = (id: string): CellProblem =>
  cellProblem(
    'id-end-lost',
    `身份证号“${masked(id)}”校验码不对，末尾的000像是表格软件丢失了末几位。请把该列设为文本格式，重新填写。`,
    `Identity number “${masked(id)}” has a wrong check digit; its last 000 look like digits lost in a spreadsheet. Format the column as text and enter it again.`,
  );

const noSuchBirth = (id: string): CellProblem =>
  cellProblem(
    'id-birth-date',
    `身份证号“${masked(id)}”里的出生日期不存在、早于1900年或在将来。请对照证件核对。`,
    `The date of birth in identity number “${masked(id)}” does not exist, lies before 1900 or in the future. Compare it with the card.`,
  );

const wrongOther = (text: string): CellProblem =>
  cellProblem(
    'id-other-form',
    `证件号码“${masked(text)}”应含数字且不超过${longestOther}个字符。请核对。`,
    `The number “${masked(text)}” of the paper must have a digit and at most ${longestOther} characters. Check it.`,
  );
