/** The text of a cell as it is read: trimmed, width-normalised (NFKC), without signs that nobody sees. */

// Signs without width or meaning that copying from other programs leaves behind, and control characters that no database takes.
const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]/g;
const loneSurrogate = /\p{Surrogate}/gu;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;

/** Whether a text is already in normal form, told from its characters alone: plain ASCII and common Chinese characters, no blank at its ends. */
function isPlain(raw: string): boolean {
  const last = raw.length - 1;
  for (let place = 0; place <= last; place += 1) {
    const unit = raw.charCodeAt(place);
    if ((unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff)) continue;
    if (unit === 0x20 && place > 0 && place < last) continue;
    return false;
  }
  return true;
}

/** The normal form of a text; the normal form of a normal form is itself. */
export function normalText(raw: string): string {
  if (isPlain(raw)) return raw;
  return raw.replace(invisible, '').replace(loneSurrogate, '\uFFFD').replace(lineBreak, '\n').normalize('NFKC').trim();
}

/** Number of characters as a person counts them, so that a rare name character counts once. */
export function characterCount(text: string): number {
  let count = text.length;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit >= 0xdc00 && unit <= 0xdfff) count -= 1;
  }
  return count;
}

const longDigits = /\d(?:[ '-]?\d){10,}[Xx]?/g;
const shownCharacters = 24;

/** An offending text as a problem may show it: short, on one line, and without the middle of long numbers (identity numbers, telephones). */
export function shown(text: string): string {
  const line = text
    .slice(0, 200)
    .replace(longDigits, (digits) => masked(digits))
    .replace(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length > shownCharacters ? `${characters.slice(0, shownCharacters).join('')}…` : line;
}

/** A text of which only the first three and last two characters are shown. */
export function masked(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  if (characters.length <= 6) return `${characters.slice(0, 1).join('')}${'*'.repeat(Math.max(characters.length - 1, 0))}`;
  return `${characters.slice(0, 3).join('')}${'*'.repeat(Math.min(characters.length - 5, 13))}${characters.slice(-2).join('')}`;
}
