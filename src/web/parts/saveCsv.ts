/** Saves rows as a CSV file that spreadsheets open in Chinese and in which no cell is a formula. */

type Cell = string | number | null;

/** Offers the file to the reader. Its last line says who took it out: a comment to programs that know some, and as wide as the others for those that do not. */
export function saveCsv(name: string, rows: readonly (readonly Cell[])[], watermark: string): void {
  const last = [`# ${watermark}`, ...(rows[0]?.slice(1).map(() => '') ?? [])];
  const text = [...rows, last].map((row) => row.map(written).join(',')).join('\r\n');
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A cell that begins like a formula gets an apostrophe before it. */
function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
