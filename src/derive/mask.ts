/** How personal values look where they are hidden: enough to recognise, not enough to use. */
import type { Field, Mask } from '#catalog/kinds/kind.ts';

const looks: Readonly<Record<Mask, (text: string) => string>> = {
  name: maskName,
  ends: maskNumber,
  year: (text) => `${text.slice(0, 4)}-**`,
  whole: () => '***',
};

/** A written value as its field says that it looks where it is hidden. */
export function maskValue(field: Field, written: string): string {
  return looks[field.mask ?? field.kind.mask ?? 'whole'](written);
}

/** 张三丰 → 张**. */
export function maskName(name: string): string {
  const [first = ''] = name;
  return first + '*'.repeat(Math.max(1, [...name].length - 1));
}

/** An identity number or phone with only its first three and last four characters. */
export function maskNumber(number: string): string {
  if (number.length <= 7) return '*'.repeat(number.length);
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}

/** A text with every identity number, phone and other long number in it masked. */
export function maskNumbersIn(text: string): string {
  return text.replace(/\d[\d\s-]{8,}[\dXx]/g, (found) => (found.replace(/\D/g, '').length < 11 ? found : maskNumber(found)));
}
