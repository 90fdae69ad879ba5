/** Numbers as the text that a person expects: the shortest decimal, never with an exponent. */

/** From here on a spreadsheet has no digit left for the units: 15 significant digits. */
const firstWithLostDigits = 1e15;

/** Shortest decimal text that means the same number: `0.1`, `1200`, `0.0000001`, `522399199001010000`. */
export function numberText(number: number): string {
  const text = String(number);
  const exponent = text.indexOf('e');
  if (exponent < 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length, exponent).split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(text.slice(exponent + 1));
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** Whether a stored number is too long to have kept its last digits. */
export function losesDigits(number: number): boolean {
  return number >= firstWithLostDigits || number <= -firstWithLostDigits;
}

/** Percentage text of a share: `0.15` is `15%`; the noise of binary fractions is rounded away at 15 digits. */
export function percentText(share: number): string {
  return `${numberText(Number((share * 100).toPrecision(15)))}%`;
}
