/** The columns of the board: items under their aspects, or one column for an aspect that is folded away; and what a cell reads. */
import type { BoardCell } from '#features/boards/contract.ts';
import type { ItemRow } from '#features/items/contract.ts';
import type { Both } from '../parts/language.ts';
import { shownLevels } from '../parts/levelMark.tsx';

export interface AspectColumns {
  readonly code: string;
  readonly name: Both;
  readonly isFolded: boolean;
  readonly items: readonly ItemRow[];
}

/** The items in their order, aspect by aspect. */
export function aspectColumns(items: readonly ItemRow[], folded: string): AspectColumns[] {
  const codes = [...new Set(items.map((item) => item.aspect))];
  return codes.map((code) => {
    const own = items.filter((item) => item.aspect === code);
    return { code, name: own[0]?.aspectName ?? { zh: code, en: code }, isFolded: folded.includes(code), items: own };
  });
}

/** The letters of the aspects that are folded away where the address names none: those without a number at the level of the area. */
export function usuallyFolded(level: string, items: readonly ItemRow[]): string {
  const counted = new Set(items.filter((item) => isCountedAt(level, item)).map((item) => item.aspect));
  return [...new Set(items.map((item) => item.aspect))].filter((aspect) => !counted.has(aspect)).join('');
}

/** The letters of folded aspects after one was folded or unfolded; `none` when all are open. */
export function toggleFolded(folded: string, aspect: string): string {
  const next = folded.includes(aspect) ? folded.replace(aspect, '') : [...folded.replace('none', ''), aspect].sort().join('');
  return next === '' ? 'none' : next;
}

/** Whether an item has numbers in an area: below the settlement only those about persons and households have. */
export function isCountedAt(level: string, item: Pick<ItemRow, 'subject'>): boolean {
  return !['community', 'building'].includes(level) || ['person', 'household'].includes(item.subject);
}

/** The worst level among cells, and how many subjects stand at it. */
export function worstOf(cells: readonly BoardCell[]): { level: 'red' | 'orange' | 'yellow' | 'blue'; subjects: number } | undefined {
  for (const level of shownLevels) {
    if (level === 'unknown') break;
    const subjects = cells.reduce((sum, cell) => sum + cell.atLevel[level], 0);
    if (subjects > 0) return { level, subjects };
  }
  return undefined;
}
