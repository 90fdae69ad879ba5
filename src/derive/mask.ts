/** How personal values look in lists: enough to recognise, not enough to use. */

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
