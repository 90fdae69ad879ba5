/** Columns between their letters and their index from 0. */

/** `0` is `A`, `26` is `AA`. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Column index of a cell reference such as `AB12` or `$AB$12`, or -1 when there are no letters. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else if (code !== 36) break;
  }
  return column - 1;
}

/** Row number, from 1, of a cell reference such as `AB12`, or 0 when it has none. */
export function rowOfReference(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}
