/** Raises a warning from an appeal that names an item: the appellant told it, so its source is self-report. What was said stays with the appeal. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import { raiseByHand } from '#features/workOrders/raiseByHand.ts';
import type { Caller } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import { appealCase, holdAppeal } from './findAppeal.ts';
import type { AppealHouse } from './moveAppeal.ts';
import { problems } from './problems.ts';
import { itemsOfAppellants } from './viewAppeals.ts';

const selfReport = '2';

/** The number is left out: whoever is complained about may see the warning. The appeal names it. */
const appealTold = '群众诉求中反映';

/** Answers the number of the warning. */
export async function warnFromAppeal(
  house: AppealHouse & { readonly caller: Caller },
  scope: ScopedDatabase,
  no: string,
  level: 'blue' | 'yellow' | 'orange' | 'red',
): Promise<number> {
  const { database, clock, actor } = house;
  const appeal = await appealCase(database, no, clock.now());
  if (appeal.item === null) throw problems['no-item']();
  if (appeal.warning !== null) throw problems['warned-already']();
  const item = itemsOfAppellants.find(({ code }) => code === appeal.item);
  if (!item || appeal.person === null) throw problems['no-subject']({ item: appeal.item });
  const subject = item.subject === 'person' ? appeal.person : await householdOf(scope, appeal.person);
  if (subject === null) throw problems['no-subject']({ item: appeal.item });
  const id = await raiseByHand(house, scope, { item: item.code, subject, level, source: selfReport, note: appealTold });
  await database.transaction(async (tx) => {
    const { settlement } = await holdAppeal(tx, no, clock.now());
    await tx.execute(sql`update appeal_case set warning_id = ${id} where appeal_no = ${no}`);
    await appendAudit(tx, actor, { verb: 'appeals.warn', object: { kind: 'appeal', key: no }, settlement, after: { warning: id, item: item.code } });
  });
  return id;
}

async function householdOf(scope: ScopedDatabase, person: string): Promise<string | null> {
  const row = await scope.maybe<{ household_no: string | null }>(sql`
    select household_no from person where person_no = ${person} and ${scope.within('settlement_code')}`);
  return row?.household_no ?? null;
}
