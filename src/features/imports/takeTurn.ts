/** Who waits for whom when several imports store: registers to which others refer go alone, the others side by side, each register one import at a time. */
import { registers } from '#catalog/catalog.ts';
import { registerNames } from '#catalog/registers/registerNames.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { turnOfImports } from './importHouse.ts';

const targets = new Set(Object.values(registers).flatMap(({ fields }) => Object.values(fields).map(({ target }) => target)));

/** Whether rows of other registers are found by rows of this one, or follow them. */
export const isReferredTo = (register: string): boolean => targets.has(register as never);

/** Waits until an import of this register may store; the turn lasts as long as the transaction. Whoever takes `turnOfImports` whole (an undo, a visit, new keys) has the house for itself. */
export async function takeTurn(tx: Queryable, register: string): Promise<void> {
  if (isReferredTo(register)) {
    await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
    return;
  }
  await tx.query(sql`select pg_advisory_xact_lock_shared(${turnOfImports})`);
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports}::integer, ${([...registerNames] as string[]).indexOf(register)}::integer)`);
}
