/** The board of an area: a row for the area and for each of its parts, a cell an item; and the trend of one item over the months. */
import { readSeenTree, type AreaNode, type AreaTree } from '#features/areas/areaTree.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import { areaNumbers, type AreaNumber } from './areaNumbers.ts';
import type { Board, BoardCell, BoardRow, Trend } from './contract.ts';

interface Evaluated {
  month: string;
  from: string;
  to: string;
}

/** Months that were evaluated for settlements of an area, newest first, with the days they hold. */
async function evaluatedMonths(database: ScopedDatabase, settlements: readonly string[]): Promise<Evaluated[]> {
  return database.query<Evaluated>(sql`
    select month, min(as_of) as from, max(as_of) as to from evaluated_month
    where settlement_code = any(${settlements}::text[]) and ${database.within('settlement_code')} group by month order by month desc`);
}

const cellOf = ({ area: _, ...cell }: AreaNumber): BoardCell => cell;

/** The parts of an area that the board shows: those with a settlement, and below one its communities and buildings. */
function partsOf(tree: AreaTree, area: AreaNode): readonly AreaNode[] {
  return tree.childrenOf(area.code).filter((part) => tree.settlementsOf(part.code).length > 0);
}

/** The highest of the areas that the caller was given. */
function highestOf({ scope }: ScopedDatabase, tree: AreaTree): string {
  const [highest = ''] = scope.areas.toSorted((a, b) => tree.pathTo(a).length - tree.pathTo(b).length || (a < b ? -1 : 1));
  return highest;
}

/** The board of an area for a month, the latest evaluated one when none is named. */
export async function viewBoard(database: ScopedDatabase, named: string | undefined, month?: string): Promise<Board> {
  const tree = await readSeenTree(database);
  const area = tree.get(named ?? highestOf(database, tree));
  const areaCode = area.code;
  const parts = partsOf(tree, area);
  const months = await evaluatedMonths(database, tree.settlementsOf(areaCode));
  const shown = months.find((entry) => entry.month === month) ?? (month ? undefined : months[0]);
  const numbers = shown ? await areaNumbers(database, tree, shown.month, [areaCode, ...parts.map((part) => part.code)]) : [];
  const rowOf = (node: AreaNode): BoardRow => ({
    area: node.code,
    name: node.name,
    level: node.level,
    cells: numbers.filter((number) => number.area === node.code).map(cellOf),
  });
  return {
    path: tree.pathTo(areaCode).map(({ code, name, level }) => ({ code, name, level })),
    month: shown?.month ?? null,
    asOf: shown ? { from: shown.from, to: shown.to } : null,
    months: months.map((entry) => entry.month),
    total: rowOf(area),
    rows: parts.map(rowOf),
  };
}

/** The numbers of one item in one area, month by month, oldest first. */
export async function viewTrend(database: ScopedDatabase, named: string | undefined, item: string): Promise<Trend> {
  const tree = await readSeenTree(database);
  const areaCode = tree.get(named ?? highestOf(database, tree)).code;
  const months = await evaluatedMonths(database, tree.settlementsOf(areaCode));
  const points = await Promise.all(
    months.toReversed().map(async (entry) => {
      const [number] = (await areaNumbers(database, tree, entry.month, [areaCode])).filter((candidate) => candidate.item === item);
      return number ? [{ ...cellOf(number), month: entry.month, asOf: entry.to }] : [];
    }),
  );
  return { points: points.flat() };
}
