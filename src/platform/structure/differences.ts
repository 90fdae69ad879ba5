/** What differs between the structure that a database has and the one that is wanted. */
import type { Piece, Structure } from './piece.ts';

/** Pieces that are missing, that are otherwise, and that are wanted no more. */
export interface Differences {
  readonly added: readonly Piece[];
  readonly changed: readonly { readonly from: Piece; readonly to: Piece }[];
  readonly removed: readonly Piece[];
}

/** Names of tables and columns that stay in a house although nothing declares them any more: `household.old_field`. */
export type Kept = ReadonlySet<string>;

/** Compares piece by piece; the order of columns is no difference, for a column that comes later stands last. */
export function findDifferences(present: Structure, wanted: Structure): Differences {
  const added = [...wanted.values()].filter(({ id }) => !present.has(id));
  const removed = [...present.values()].filter(({ id }) => !wanted.has(id));
  const changed = [...wanted.values()].flatMap((to) => {
    const from = present.get(to.id);
    return from === undefined || from.make === to.make ? [] : [{ from, to }];
  });
  return { added, changed, removed };
}

/** The names of what differs, but for what is kept on purpose, with all that belongs to it. */
export function unequalNames(present: Structure, wanted: Structure, kept: Kept): string[] {
  const { added, changed, removed } = findDifferences(present, wanted);
  const isKept = (piece: Piece | undefined): boolean =>
    piece !== undefined && ((isHolder(piece) && kept.has(piece.name)) || (piece.of !== null && isKept(present.get(piece.of))));
  return [
    ...added.map(({ id }) => `+ ${id}`),
    ...changed.map(({ to }) => `≠ ${to.id}`),
    ...removed.filter((piece) => !isKept(piece)).map(({ id }) => `- ${id}`),
  ];
}

/** Whether data lie in a piece of this kind. */
export const isHolder = ({ kind }: Piece): boolean => kind === 'table' || kind === 'column';
