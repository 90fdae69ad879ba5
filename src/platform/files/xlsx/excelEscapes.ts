/** The way in which Excel writes characters that XML cannot hold: `_x000D_` for a carriage return. */

/** Resolves `_xHHHH_`; a carriage return before a line feed goes. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');
}

/** Keeps a text that looks like such an escape as it is. */
export function escapeExcel(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}
