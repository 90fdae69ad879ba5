/** What a number format makes of a number: a date, a percentage, or just the number. */

/** How a cell with this format is read. */
export type FormatMeaning = 'number' | 'date' | 'percent';

/** Formats that exist without being written in the file; 27 to 36 and 50 to 58 are the East Asian dates. */
const builtIn = new Map<number, FormatMeaning>([
  [9, 'percent'],
  [10, 'percent'],
  [45, 'date'],
  [46, 'number'],
  [47, 'date'],
]);
for (let id = 14; id <= 22; id++) builtIn.set(id, 'date');
for (let id = 27; id <= 36; id++) builtIn.set(id, 'date');
for (let id = 50; id <= 58; id++) builtIn.set(id, 'date');

/** Meaning of a built-in format number. */
export function meaningOfFormatId(id: number): FormatMeaning {
  return builtIn.get(id) ?? 'number';
}

/** Meaning of a written format such as `yyyy"年"m"月"d"日"`, `[$-804]e"年"m"月"`, `0.00%`, `[h]:mm` (a duration stays a number). */
export function meaningOfFormat(code: string): FormatMeaning {
  const first = code.split(';', 1)[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'number';
  const bare = first.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/general|通用格式/i.test(bare)) return 'number';
  if (/[ymdhs]|上午|下午|[年月日]/i.test(bare.replace(/AM\/PM|A\/P/gi, 'h'))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}
