/** Decimal numbers as text: read, shifted by powers of ten and rounded half away from zero without ever passing through a binary fraction. */
import type { CellValue } from './kind.ts';

/** A decimal number: sign, digits before and after the point. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const simple = /^(?:0|[1-9]\d{0,13})(?:\.\d{1,17})?$/;
const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const grouped = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/;
const longest = 60;

/** A number from its text (`1200`, `-1,200.50`, `.5`), or `undefined`. */
export function parseDecimal(text: string): Decimal | undefined {
  if (simple.test(text)) {
    const point = text.indexOf('.');
    return point < 0
      ? { negative: false, whole: text, fraction: '' }
      : { negative: false, whole: text.slice(0, point), fraction: text.slice(point + 1) };
  }
  if (text.length > longest) return undefined;
  const parts = plain.exec(text) ?? grouped.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return { negative: sign === '-', whole: digits === '' ? '0' : digits, fraction };
}

/** A stored number as its shortest decimal text, without exponent. */
function numberText(number: number): string {
  const text = String(number);
  const exponent = text.indexOf('e');
  if (exponent < 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length, exponent).split('.');
  const point = whole.length + Number(text.slice(exponent + 1));
  const digits = whole + fraction;
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : sign + digits.padEnd(point, '0');
}

/** The text of a number cell: as the person sees it, or the stored number where only that is plain. */
export function cellNumberText(cell: CellValue, text: string): string {
  if (cell.kind !== 'number' || cell.number === undefined || !Number.isFinite(cell.number) || plain.test(text) || text.endsWith('%')) return text;
  return numberText(cell.number);
}

/** The number times ten to the power of `places` (not negative). */
export function shifted(decimal: Decimal, places: number): Decimal {
  if (places === 0) return decimal;
  const moved = decimal.whole + decimal.fraction.slice(0, places).padEnd(places, '0');
  return { negative: decimal.negative, whole: moved.replace(/^0+(?=\d)/, ''), fraction: decimal.fraction.slice(places) };
}

/** A number with exactly `scale` decimals; `rounded` says that digits were dropped that are more than the noise of binary fractions. */
export interface Fixed {
  readonly text: string;
  readonly whole: string;
  readonly rounded: boolean;
}

/** Rounds half away from zero to `scale` decimals. */
export function fixed(decimal: Decimal, scale: number): Fixed {
  const { negative, whole, fraction } = decimal;
  if (fraction.length <= scale) return assemble(negative, whole, fraction.padEnd(scale, '0'), false);
  const rest = fraction.slice(scale);
  let digits = whole + fraction.slice(0, scale);
  if (rest.charCodeAt(0) >= 53) digits = (BigInt(digits) + 1n).toString().padStart(digits.length, '0');
  const point = digits.length - scale;
  return assemble(negative, digits.slice(0, point), digits.slice(point), !isNoise(whole, fraction.length, scale, rest));
}

function assemble(negative: boolean, whole: string, fraction: string, rounded: boolean): Fixed {
  const unsigned = fraction === '' ? whole : `${whole}.${fraction}`;
  return { text: negative && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned, whole, rounded };
}

/** Zeros and nines behind the kept decimals are what a formula on binary fractions leaves (1234.5000000001, 0.30000000000000004): a spreadsheet has 15 digits. */
function isNoise(whole: string, decimals: number, scale: number, rest: string): boolean {
  const wholeDigits = whole === '0' ? 0 : whole.length;
  const needed = wholeDigits + decimals > 15 ? Math.min(6, Math.max(1, 15 - wholeDigits - scale)) : 6;
  if (/^0+$/.test(rest)) return true;
  const start = rest.slice(0, needed);
  return rest.length >= needed && (/^0+$/.test(start) || /^9+$/.test(start));
}
