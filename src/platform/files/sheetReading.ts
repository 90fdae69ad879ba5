/** What every sheet can do once it can hand out its rows in batches. */
import type { Cell, HeaderArea, Merge, RowChoices, Sheet, SheetRow } from './sheets.ts';

const usualArea = 40;

/** What a format knows of one of its sheets. */
export interface SheetSource extends Pick<Sheet, 'name' | 'index' | 'hidden' | 'merges' | 'mergesAreNear'> {
  readonly batches: () => AsyncIterable<readonly SheetRow[]>;
}

/** The sheet that callers see. */
export function sheetOf({ batches, ...known }: SheetSource): Sheet {
  const rowBatches = (choices: RowChoices = {}): AsyncIterable<readonly SheetRow[]> =>
    choices.fillDown === true ? filledDown(batches(), known.merges) : batches();
  return {
    ...known,
    rowBatches,
    rows: (choices) => singleRows(rowBatches(choices)),
    headerArea: (maxRows) => headerAreaOf(batches(), maxRows, known.merges),
  };
}

/** Batches taken apart. */
async function* singleRows(batches: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<SheetRow> {
  for await (const batch of batches) yield* batch;
}

async function* filledDown(
  batches: AsyncIterable<readonly SheetRow[]>,
  readMerges: () => Promise<readonly Merge[]>,
): AsyncGenerator<readonly SheetRow[]> {
  const waiting = (await readMerges()).filter((merge) => merge.bottom > merge.top).sort((a, b) => b.top - a.top);
  if (waiting.length === 0) return yield* batches;
  let open: { readonly merge: Merge; readonly cell: Cell }[] = [];
  for await (const batch of batches) {
    yield batch.map(({ row, cells }) => {
      for (let next = waiting.at(-1); next !== undefined && next.top <= row; next = waiting.at(-1)) {
        waiting.pop();
        const cell = next.top === row ? cells[next.left] : undefined;
        if (cell !== undefined) open.push({ merge: next, cell });
      }
      open = open.filter(({ merge }) => merge.bottom >= row);
      if (open.length === 0) return { row, cells };
      const filled = [...cells];
      for (const { merge, cell } of open) {
        while (filled.length <= merge.left) filled.push(undefined);
        filled[merge.left] ??= cell;
      }
      return { row, cells: filled };
    });
  }
}

/** The first rows with merged cells filled in; merges are only asked for when a gap in the rows could be one. */
async function headerAreaOf(
  batches: AsyncIterable<readonly SheetRow[]>,
  maxRows = usualArea,
  readMerges: () => Promise<readonly Merge[]>,
): Promise<HeaderArea> {
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
