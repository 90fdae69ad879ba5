/** Values as PostgreSQL literals, for statements whose values stand in the text: declarations, and those of which the planner must see the values. */

/** A text in quotes. */
export function textLiteral(text: string): string {
  if (text.includes('\0')) throw new TypeError('a text must not hold a zero byte');
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** Texts as an array: `array['a', 'b']::text[]`. */
export function textArrayLiteral(texts: readonly string[]): string {
  const elements = texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return `${textLiteral(`{${elements.join(',')}}`)}::text[]`;
}

/** A day `YYYY-MM-DD`. */
export function dateLiteral(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`${day} is no day`);
  return `date '${day}'`;
}

/** A moment in ISO form with its zone. */
export function momentLiteral(moment: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(moment)) throw new TypeError(`${moment} is no moment with a zone`);
  return `timestamptz '${moment}'`;
}
