/** What stands behind the question mark of an address: plain names and texts, so that addresses can be read and shared. */

/** Reads a query string as texts. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes values as a query string; empty ones are left out. */
export function stringifySearch(values: Readonly<Record<string, unknown>>): string {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  const text = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps the named texts of an address and drops everything else. */
export function keepTexts<Name extends string>(...names: Name[]): (values: Record<string, unknown>) => { [Key in Name]?: string | undefined } {
  return (values) => {
    const kept: { [Key in Name]?: string | undefined } = {};
    for (const name of names) {
      const value = values[name];
      if (typeof value === 'string' && value !== '') kept[name] = value;
      else if (typeof value === 'number') kept[name] = String(value);
    }
    return kept;
  };
}

/** The page number of an address, 1 when none is named. */
export function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}
