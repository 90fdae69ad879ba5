/** Rounding as officials do it: half away from zero (四舍五入) on the shortest decimal text of a number. */

/** The number rounded to some decimals. */
export function roundHalfAway(value: number, decimals: number): number {
  const [mantissa, exponent = '0'] = Math.abs(value).toExponential().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${shifted}e-${decimals}`) || 0;
}
