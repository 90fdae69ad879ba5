/** Restricts the data of a person and lifts it again: kept and evaluated as the public duty asks, shown only to who answers for the rights of persons. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';
import { beginRight, finishRight, type RightOrder, type RightsHouse } from './rights.ts';

/** Restricts from today on; answers the number of the request. */
export function restrictPerson(house: RightsHouse, order: RightOrder, settlement: string | null): Promise<number> {
  return house.database.transaction(async (tx) => {
    const id = await beginRight(tx, house, order, { kind: 'restrict', state: 'standing', settlement });
    const set = await tx.execute(sql`
      insert into person_restriction (person_no, right_id, since) values (${order.personNo}, ${id}, ${house.clock.today()}::date) on conflict do nothing`);
    if (set === 0) throw problems['restricted-already']();
    await appendAudit(tx, house.actor, {
      verb: 'person-rights.restrict',
      object: { kind: 'person-right', key: id },
      settlement,
      purpose: order.purpose,
      after: { person: order.personNo, asker: order.asker, proof: order.proof ?? '' },
    });
    return id;
  });
}

/** Lifts the restriction; answers the number of the request that had set it. */
export function liftRestriction(house: RightsHouse, order: RightOrder, settlement: string | null): Promise<number> {
  return house.database.transaction(async (tx) => {
    const row = await tx.maybe<{ right_id: number }>(sql`delete from person_restriction where person_no = ${order.personNo} returning right_id`);
    if (!row) throw problems['not-restricted']();
    await finishRight(tx, house, row.right_id, { state: 'lifted' });
    await appendAudit(tx, house.actor, {
      verb: 'person-rights.lift',
      object: { kind: 'person-right', key: row.right_id },
      settlement,
      purpose: order.purpose,
      before: { person: order.personNo, state: 'standing' },
      after: { state: 'lifted', asker: order.asker, proof: order.proof ?? '' },
    });
    return row.right_id;
  });
}
