/** The statements that lead from the structure that a database has to the one that is wanted, in an order in which they can run. */
import { addColumn, changeColumn, type ColumnStep, type Fills, type HandStep, handMark } from './alterColumn.ts';
import { findDifferences, isHolder, type Kept } from './differences.ts';
import { easeKept, findLeaving, keptLines, staysWith } from './leave.ts';
import { type Piece, rankOf, type Structure } from './piece.ts';
import { problems } from './problems.ts';

/** What is asked of a proposal. */
export interface ProposalOptions {
  /** Drops tables and columns that are wanted no more, with what lies in them. */
  readonly drop?: boolean;
  readonly fills?: Fills;
  /** What earlier files keep. */
  readonly kept: Kept;
  /** SQL that makes a role of the server where it is missing. */
  readonly makeRole: (role: string) => string;
}

/** The steps in words of SQL; empty when nothing differs. */
export interface Proposal {
  readonly lines: readonly string[];
  /** What a person has to write. */
  readonly byHand: readonly HandStep[];
  /** Names of tables and columns that are kept though nothing declares them. */
  readonly keeps: readonly string[];
  readonly drops: readonly string[];
}

/** Proposes the steps. Views and what else rests on a changed thing go before it and come back after. */
export function propose(present: Structure, wanted: Structure, { drop = false, fills = {}, kept, makeRole }: ProposalOptions): Proposal {
  const differences = findDifferences(present, wanted);
  const leaving = findLeaving(differences, drop);
  const keptPieces = leaving.filter(({ isDropped }) => !isDropped).map(({ piece }) => piece);
  const keptIds = new Set(keptPieces.map(({ id }) => id));
  const newlyKept = keptPieces.filter(({ name }) => !kept.has(name));
  const retyped = differences.changed.filter(({ from, to }) => from.column?.type !== to.column?.type).map(({ from }) => from);
  const goes = withDependents(present, retyped, [
    ...differences.removed.filter((piece) => !staysWith(piece, present, keptIds)),
    ...differences.changed.filter(({ from, to }) => !isMadeInPlace(from, to)).map(({ from }) => from),
  ]);
  const made = [...wanted.values()].filter(({ id }) => goes.has(id) || !present.has(id));
  const columns = columnSteps(differences, wanted, made, fills);
  const replaced = differences.changed.filter(({ from, to }) => !isHolder(from) && isMadeInPlace(from, to)).map(({ to }) => to);
  const [early, late] = split([...made.filter(({ kind }) => kind !== 'column'), ...replaced]);
  const lines = [
    ...newRoles(present, made).map(makeRole),
    ...dropLines(present, goes),
    ...keptPieces.flatMap(easeKept).map(end),
    ...newlyKept.map(keptLines),
    ...early.map((piece) => end(piece.kind === 'table' ? createTable(piece, wanted) : piece.make)),
    ...columns.flatMap(stepLines),
    ...late.map(({ make }) => end(make)),
  ];
  const dropped = leaving.filter(({ isDropped }) => isDropped).map(({ piece }) => piece.name);
  return { lines, byHand: columns.flatMap(({ byHand }) => byHand), keeps: newlyKept.map(({ name }) => name), drops: dropped };
}

/** Whether its new text can be run over what stands. */
function isMadeInPlace(from: Piece, to: Piece): boolean {
  return isHolder(from) || ['option', 'comment'].includes(from.kind) || (from.inPlace !== null && from.inPlace === to.inPlace);
}

/** Adds what rests on what goes, and the views, policies and triggers that look at columns of which the type changes. */
function withDependents(present: Structure, retyped: readonly Piece[], going: readonly Piece[]): Map<string, Piece> {
  const goes = new Map(going.map((piece) => [piece.id, piece]));
  const retypedIds = new Set(retyped.map(({ id }) => id));
  const looks = new Set(['view', 'policy', 'trigger']);
  for (let size = -1; size !== goes.size; ) {
    size = goes.size;
    for (const piece of present.values()) {
      const belongs = piece.of !== null && goes.has(piece.of);
      // What holds data goes only with what it is part of.
      const rests = !isHolder(piece) && piece.needs.some((id) => goes.has(id));
      const looksAt = looks.has(piece.kind) && piece.needs.some((id) => retypedIds.has(id));
      if (belongs || rests || looksAt) goes.set(piece.id, piece);
    }
  }
  return goes;
}

/** What rests on others goes first. What goes with the piece that it belongs to needs no statement, unless it rests on something else that goes. */
function dropLines(present: Structure, goes: ReadonlyMap<string, Piece>): string[] {
  const single = [...goes.values()].filter(({ of, needs }) => {
    const restsBeside = needs.some((id) => id !== of && goes.has(id) && goes.get(id)?.of !== of);
    return of === null || !goes.has(of) || restsBeside;
  });
  return inOrder(single, present)
    .reverse()
    .map(({ drop }) => end(drop));
}

/** By kind, and within a kind what others rest on first. */
function inOrder(pieces: readonly Piece[], all: Structure): Piece[] {
  const ordered = new Set<Piece>();
  const among = new Set(pieces.map(({ id }) => id));
  const visit = (piece: Piece): void => {
    if (ordered.has(piece)) return;
    for (const id of piece.needs) {
      const below = all.get(id);
      if (below !== undefined && below.kind === piece.kind && among.has(id)) visit(below);
    }
    ordered.add(piece);
  };
  pieces.forEach(visit);
  return [...ordered].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Schemas and tables come before columns, everything else after. */
function split(pieces: readonly Piece[]): [Piece[], Piece[]] {
  const ordered = inOrder(pieces, new Map(pieces.map((piece) => [piece.id, piece])));
  const at = ordered.findIndex((piece) => rankOf(piece) > 1);
  return at === -1 ? [ordered, []] : [ordered.slice(0, at), ordered.slice(at)];
}

function createTable(table: Piece, wanted: Structure): string {
  const columns = [...wanted.values()].filter(({ kind, of }) => kind === 'column' && of === table.id);
  return `${table.make} (\n  ${columns.map(({ make }) => make).join(',\n  ')}\n)`;
}

function columnSteps({ changed }: ReturnType<typeof findDifferences>, wanted: Structure, made: readonly Piece[], fills: Fills): ColumnStep[] {
  const fresh = new Set(made.filter(({ kind }) => kind === 'table').map(({ id }) => id));
  const added = made.filter(({ kind, of }) => kind === 'column' && !fresh.has(of ?? ''));
  const altered = changed.filter(({ to }) => to.kind === 'column');
  const named = [...added, ...altered.map(({ to }) => to)].map(({ name }) => name);
  const unknown = Object.keys(fills).find((name) => !named.includes(name) || !wanted.has(`column ${name}`));
  if (unknown !== undefined) throw problems['fill-unknown']({ column: unknown, needed: named.join(', ') || '-' });
  return [...added.map((piece) => addColumn(piece, fills)), ...altered.map(({ from, to }) => changeColumn(from, to, fills))];
}

function newRoles(present: Structure, made: readonly Piece[]): string[] {
  const known = new Set([...present.values()].flatMap(({ roles }) => roles));
  return [...new Set(made.flatMap(({ roles }) => roles))].filter((role) => !known.has(role));
}

const stepLines = ({ statements, byHand }: ColumnStep): string[] => [...byHand.map(({ en }) => `${handMark} ${en}.`), ...statements.map(end)];
const end = (statement: string): string => `${statement};`;
