/** Reads the structure of a database, whole, out of its catalogue. */
import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import { commentStatement, dependStatement, pieceStatements, type Row, unreadStatement } from './catalogue.ts';
import type { Piece, Structure } from './piece.ts';
import { problems } from './problems.ts';

/** All pieces of the database, as the transaction sees it; throws `structure.unread` where it holds a thing of a kind that is not compared. */
export async function readStructure(tx: Transaction): Promise<Structure> {
  const ask = <R>(statement: string): Promise<R[]> => tx.query<R>(sql`${raw(statement)}`);
  const unread = await ask<{ name: string }>(unreadStatement);
  if (unread.length > 0) throw problems.unread({ names: unread.map(({ name }) => name).join(', ') });
  const rows: Row[] = [];
  for (const statement of pieceStatements) rows.push(...(await ask<Row>(statement)));
  const idAt = new Map(rows.flatMap((row) => [row.address, row.also].filter((address) => address !== null).map((address) => [address, idOf(row)])));
  const needs = new Map<string, Set<string>>();
  for (const { rests, on } of await ask<{ rests: string; on: string }>(dependStatement)) {
    // What looks at a column of a view looks at the view.
    const [above, below] = [idAt.get(rests), idAt.get(on) ?? idAt.get(on.replace(/\d+$/, '0'))];
    if (above === undefined || below === undefined || above === below) continue;
    needs.set(above, (needs.get(above) ?? new Set()).add(below));
  }
  const pieces = rows.map((row) => pieceOf(row, [...(needs.get(idOf(row)) ?? [])]));
  const calledAt = new Map(rows.map(({ address, called }) => [address, called]));
  for (const { address, whole, column, text } of await ask<{ address: string; whole: string; column: string | null; text: string }>(
    commentStatement,
  )) {
    const of = idAt.get(address) ?? idAt.get(whole);
    const name = calledAt.get(address) ?? column;
    if (of === undefined || !name) continue;
    const row = { kind: 'comment', name, of, make: `comment on ${name} is ${text}`, drop: `comment on ${name} is null` };
    pieces.push(pieceOf({ ...row, called: null, inPlace: null, roles: null, column: null, address: null, also: null }, []));
  }
  return new Map(pieces.map((piece) => [piece.id, piece]));
}

const idOf = ({ kind, name }: Row): string => `${kind} ${name}`;

function pieceOf(row: Row, needs: readonly string[]): Piece {
  const { kind, name, make, drop, of, inPlace, roles, column } = row;
  return { id: idOf(row), kind: kind as Piece['kind'], name, make, drop, of, needs, inPlace, roles: roles ?? [], column: column as Piece['column'] };
}
