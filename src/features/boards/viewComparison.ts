/** Compares an area with those of the same parent: aggregates alone, the small ones withheld. */
import { items } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { type AreaNode, type AreaTree, readSeenTree } from '#features/areas/areaTree.ts';
import type { Scope, ScopedDatabase } from '#features/areas/scope.ts';
import { roundHalfAway } from '#derive/roundHalfAway.ts';
import type { AreaNumber } from './areaNumbers.ts';
import type { ComparedCell, Comparison } from './contract.ts';
import { suppressSmall } from './suppressSmall.ts';
import { evaluatedMonths, type NumbersOf } from './rememberNumbers.ts';
import { highestOf } from './viewBoard.ts';

/** The handle that reaches the areas beside one's own, and what the caller knows of them from its own boards. */
export interface Siblings {
  readonly database: ScopedDatabase;
  readonly known: Scope;
}

/** Numbers of these are not about people: places and houses have no privacy. */
const countsPeople = ({ subject, indicator }: Item): boolean =>
  indicator.mode === 'sum' || !['settlement', 'school', 'clinic', 'facility'].includes(subject);

/** The comparison of an own area in a month. Throws `areas.unknown-area` for one that is not the caller's own. */
export async function viewComparison(
  own: ScopedDatabase,
  siblings: Siblings,
  numbersOf: NumbersOf,
  named: string | undefined,
  month?: string,
): Promise<Comparison> {
  const ownTree = await readSeenTree(own, named === undefined ? [] : [named]);
  const { code } = ownTree.get(named ?? highestOf(own, ownTree));
  const tree = await readSeenTree(siblings.database, [code]);
  const areas = besides(tree, code);
  const settlements = areas.flatMap((area) => tree.settlementsOf(area.code));
  const months = await evaluatedMonths(siblings.database, settlements);
  const shown = months.find((entry) => entry.month === month) ?? (month ? undefined : months[0]);
  const codes = areas.map((area) => area.code);
  const numbers = shown ? await numbersOf(siblings.database, tree, shown, codes) : [];
  const known = areas.map((area) => knownOf(tree.settlementsOf(area.code), siblings.known));
  const byItem = items.map((item) =>
    compareItem(
      item,
      numbers.filter((number) => number.item === item.code),
      known,
    ),
  );
  const isAlone = areas.length < 2 || isInSeveral(own, ownTree);
  return {
    area: code,
    month: shown?.month ?? null,
    asOf: shown ? { from: shown.from, to: shown.to } : null,
    months: months.map((entry) => entry.month),
    total: isAlone || !shown ? null : { area: '', name: '', en: null, level: '', isOwn: false, cells: byItem.map(({ total }) => total) },
    rows: areas.map((area, at) => ({
      area: area.code,
      name: area.name,
      en: area.en,
      level: area.level,
      isOwn: known[at] === 'whole',
      cells: shown ? byItem.flatMap(({ cells }) => cells[at] ?? []) : [],
    })),
  };
}

/** An area and those beside it, as far as they have settlements. */
function besides(tree: AreaTree, code: string): readonly AreaNode[] {
  const node = tree.nodes.get(code);
  if (!node) return [];
  const all = node.parent === null ? [node] : tree.childrenOf(node.parent);
  return all.filter((area) => area.code === code || tree.settlementsOf(area.code).length > 0);
}

/** How much of the numbers of an area its settlements give away to the caller. */
function knownOf(settlements: readonly string[], { settlements: whole, places }: Scope): 'whole' | 'part' | 'not' {
  const seen = settlements.filter((code) => whole.includes(code));
  if (seen.length === settlements.length) return 'whole';
  return seen.length > 0 || places.some(({ settlement }) => settlements.includes(settlement)) ? 'part' : 'not';
}

/** Whether the caller compares under several parents: then one comparison could give away the total of another. */
function isInSeveral({ scope }: ScopedDatabase, tree: AreaTree): boolean {
  return new Set(scope.areas.map((area) => tree.nodes.get(area)?.parent ?? '')).size > 1;
}

function compareItem(
  item: Item,
  numbers: readonly AreaNumber[],
  known: readonly ('whole' | 'part' | 'not')[],
): { cells: ComparedCell[]; total: ComparedCell } {
  const cells = numbers.map(({ numerator, denominator }, at) => ({ numerator, denominator, known: known[at] ?? 'not' }));
  const may = countsPeople(item) ? suppressSmall(cells) : { areas: cells.map(() => true), total: true };
  const sum = (pick: (cell: (typeof cells)[number]) => number): number => cells.reduce((total, cell) => total + pick(cell), 0);
  return {
    cells: cells.map((cell, at) => cellOf(item, may.areas[at] === true ? cell : null)),
    total: cellOf(item, may.total ? { numerator: sum((cell) => cell.numerator), denominator: sum((cell) => cell.denominator) } : null),
  };
}

function cellOf({ code, indicator }: Item, cell: { numerator: number; denominator: number } | null): ComparedCell {
  if (cell === null) return { item: code, numerator: null, denominator: null, value: null };
  const { numerator, denominator } = cell;
  const value = denominator === 0 ? null : roundHalfAway((indicator.scale * numerator) / denominator, indicator.decimals);
  return { item: code, numerator, denominator, value };
}
