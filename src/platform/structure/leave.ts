/** What is wanted no more and holds data: it is never dropped silently, but kept, read by nobody, and named in the file. */
import { type Differences, isHolder, type Kept } from './differences.ts';
import type { Piece, Structure } from './piece.ts';

/** A table or column that is wanted no more. */
export interface Leaving {
  readonly piece: Piece;
  /** Asked to be dropped; else it is kept. */
  readonly isDropped: boolean;
}

/** What people and programs reach a table by, and what ties it to others: it goes also where the table is kept. */
const reaching = new Set(['foreign key', 'trigger', 'policy', 'grant']);

/** The tables, and the columns of tables that stay. */
export function findLeaving({ removed }: Differences, drop: boolean): Leaving[] {
  const gone = new Set(removed.map(({ id }) => id));
  return removed.filter((piece) => isHolder(piece) && !(piece.of !== null && gone.has(piece.of))).map((piece) => ({ piece, isDropped: drop }));
}

/** Whether a piece stays, with the table or column that is kept. */
export function staysWith(piece: Piece, present: Structure, kept: ReadonlySet<string>): boolean {
  if (kept.has(piece.id)) return true;
  if (piece.of === null || reaching.has(piece.kind)) return false;
  const holder = present.get(piece.of);
  return holder !== undefined && staysWith(holder, present, kept);
}

/** The lines that name what is kept, and what dropping it would lose. */
export function keptLines({ kind, name, drop, column }: Piece): string {
  const what = column === null ? 'all its rows' : `its values (${column.type})`;
  return `-- kept: ${kind} ${name}. Nothing declares it any more; nobody reads it, and no erasure and no change of keys reaches it.\n-- Dropping it loses ${what}; \`./anju migration --drop\` writes: ${drop};`;
}

/** What a column that is kept must not ask of new rows, which say nothing of it. */
export function easeKept({ column, name }: Piece): string[] {
  if (column === null || !column.notNull || column.identity !== null) return [];
  return [`alter table ${column.table} alter column ${name.slice(column.table.length + 1)} drop not null`];
}

/** What earlier files say that they keep. */
export function readKept(texts: readonly string[]): Kept {
  return new Set(texts.flatMap((text) => [...text.matchAll(/^-- kept: (?:table|column) (.+?)\. Nothing/gm)].map(([, name = '']) => name)));
}
