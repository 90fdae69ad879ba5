/** The board of an area: a row for the area and for each of its parts, a cell an item; and the trend of one item over the months. */
import { readSeenTree, type AreaNode, type AreaTree } from '#features/areas/areaTree.ts';
import { items } from '#catalog/catalog.ts';
import { heldToArea } from '#features/areas/narrowToArea.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { seesAllHealth, type Sight } from '#features/people/sight.ts';
import type { AreaNumber } from './areaNumbers.ts';
import type { Board, BoardCell, BoardRow, Trend } from './contract.ts';
import { evaluatedMonths, type NumbersOf } from './rememberNumbers.ts';

const nobody = {
  numerator: 0,
  denominator: 0,
  value: null,
  level: null,
  unknown: 0,
  concerned: 0,
  atLevel: { blue: 0, yellow: 0, orange: 0, red: 0 },
};

/** A number as the board shows it; numbers that tell of health are so small below the settlement that they are withheld like the data themselves. */
const cellOf = ({ area: _, ...cell }: AreaNumber, isWithheld: boolean): BoardCell =>
  isWithheld ? { ...nobody, item: cell.item, isWithheld } : { ...cell, isWithheld };

/** The items whose numbers a caller does not see in an area. */
function withheldItems({ scope }: ScopedDatabase, sight: Sight): ReadonlySet<string> {
  return new Set(items.flatMap((item) => (item.about === 'health' && !seesAllHealth(sight, scope, [item.department]) ? [item.code] : [])));
}

/** The parts of an area that the board shows: those with a settlement, and below one its communities and buildings. */
function partsOf(tree: AreaTree, area: AreaNode): readonly AreaNode[] {
  return tree.childrenOf(area.code).filter((part) => tree.settlementsOf(part.code).length > 0);
}

/** The highest of the areas that the caller was given. */
export function highestOf({ scope }: ScopedDatabase, tree: AreaTree): string {
  const [highest = ''] = scope.areas.toSorted((a, b) => tree.pathTo(a).length - tree.pathTo(b).length || (a < b ? -1 : 1));
  return highest;
}

/** The board of an area for a month, the latest evaluated one when none is named. */
export async function viewBoard(
  database: ScopedDatabase,
  numbersOf: NumbersOf,
  sight: Sight,
  named: string | undefined,
  month?: string,
): Promise<Board> {
  const tree = await readSeenTree(database, named === undefined ? [] : [named]);
  const area = tree.get(named ?? highestOf(database, tree));
  const areaCode = area.code;
  const parts = partsOf(tree, area);
  const months = await evaluatedMonths(database, tree.settlementsOf(areaCode));
  const shown = months.find((entry) => entry.month === month) ?? (month ? undefined : months[0]);
  const numbers = shown ? await numbersOf(database, tree, shown, [areaCode, ...parts.map((part) => part.code)]) : [];
  const withheld = withheldItems(heldToArea(database, tree, areaCode), sight);
  const rowOf = (node: AreaNode): BoardRow => ({
    area: node.code,
    name: node.name,
    level: node.level,
    cells: numbers.filter((number) => number.area === node.code).map((number) => cellOf(number, withheld.has(number.item))),
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
export async function viewTrend(
  database: ScopedDatabase,
  numbersOf: NumbersOf,
  sight: Sight,
  named: string | undefined,
  item: string,
): Promise<Trend> {
  const tree = await readSeenTree(database, named === undefined ? [] : [named]);
  const areaCode = tree.get(named ?? highestOf(database, tree)).code;
  const months = await evaluatedMonths(database, tree.settlementsOf(areaCode));
  const isWithheld = withheldItems(heldToArea(database, tree, areaCode), sight).has(item);
  const points = await Promise.all(
    months.toReversed().map(async (entry) => {
      const [number] = (await numbersOf(database, tree, entry, [areaCode])).filter((candidate) => candidate.item === item);
      return number ? [{ ...cellOf(number, isWithheld), month: entry.month, asOf: entry.to }] : [];
    }),
  );
  return { points: points.flat() };
}
