/** What every sheet can do once it can hand out its rows in batches. */
import type { Cell, HeaderArea, Merge, SheetRow } from './sheets.ts';

const usualArea = 40;

/** Batches taken apart. */
export async function* singleRows(batches: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<SheetRow> {
  for await (const batch of batches) yield* batch;
}

/** The first rows with merged cells filled in; merges are only asked for when a gap in the rows could be one. */
export async function headerAreaOf(batches: AsyncIterable<readonly SheetRow[]>, maxRows = usualArea, readMerges: () => Promise<readonly Merge[]>): Promise<HeaderArea> {
  const rows: SheetRow[] = [];
  for await (const row of singleRows(batches)) {
    rows.push(row);
    if (rows.length === maxRows) break;
  }
  if (!mayHaveMerges(rows)) return { rows, merges: [] };
  const last = rows.at(-1)?.row ?? 0;
  const merges = (await readMerges()).filter((merge) => merge.top <= last);
  return { rows: fillMerges(rows, merges), merges };
}

/** A first row that fills every column is the header by itself, and no merged cell can matter. */
function mayHaveMerges(rows: readonly SheetRow[]): boolean {
  const first = rows[0]?.cells ?? [];
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return width > 1 && !(first.length === width && first.every((cell) => cell !== undefined));
}

function fillMerges(rows: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const filled = new Map<number, (Cell | undefined)[]>(rows.map((row) => [row.row, [...row.cells]]));
  const last = rows.at(-1)?.row ?? 0;
  const width = Math.max(0, ...rows.map((row) => row.cells.length), ...merges.map((merge) => Math.min(merge.right + 1, 1024)));
  for (const { top, left, bottom, right } of merges) {
    const cell = filled.get(top)?.[left];
    if (cell === undefined) continue;
    for (let row = top; row <= Math.min(bottom, last); row++) {
      const cells = filled.get(row);
      if (cells === undefined) continue;
      while (cells.length <= Math.min(right, width - 1)) cells.push(undefined);
      for (let column = left; column <= Math.min(right, width - 1); column++) cells[column] ??= cell;
    }
  }
  return rows.map((row) => ({ row: row.row, cells: filled.get(row.row) ?? row.cells }));
}
