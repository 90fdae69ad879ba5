/** The numbers of papers that stand in the cells of a kept row: the one that the row waits for is among them. */
import { cellNumberText } from '#catalog/kinds/decimalText.ts';
import { looksLikeIdNumber, readIdentityNumber } from '#catalog/kinds/identityNumber.ts';
import type { CellValue } from '#catalog/kinds/kind.ts';
import { openCell } from '#catalog/kinds/openCell.ts';

const separator = /[、,;/\n]/;

/** In every form in which an import may have looked for them. */
export function numbersInCells(cells: string): readonly string[] {
  const texts = (JSON.parse(cells) as (CellValue | null)[]).flatMap((cell) => {
    if (cell === null) return [];
    const opened = openCell(cell, 'none-is-empty');
    if (typeof opened !== 'string') return [];
    const whole = cellNumberText(cell, opened);
    return [whole, ...whole.split(separator).map((part) => part.trim())];
  });
  return [...new Set(texts.filter((text) => /\d/.test(text) && text.length >= 5).flatMap(formsOf))];
}

function formsOf(text: string): readonly string[] {
  const number = looksLikeIdNumber(text) ? readIdentityNumber(text, '9999-12-31') : undefined;
  return [...(typeof number === 'string' ? [number] : []), text, text.toUpperCase(), text.replace(/\s/g, '').toUpperCase()];
}
