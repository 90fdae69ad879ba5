/** Takes an appeal down: at the counter, on the phone, on behalf, or as a resident sent it. The appellant gets a number and a code. */
import { appeal as appealRegister } from '#catalog/registers/appeal.ts';
import { identityNumberDomain, indexDomain } from '#derive/indexDomains.ts';
import { selvesOf } from '#features/accounts/caller.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import { notify } from '#features/notices/notify.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { startClock } from './appealClocks.ts';
import { writtenHere } from './changeRow.ts';
import type { AppealOrder, Receipt } from './contract.ts';
import { type AppealHouse, appellantName, clockedOf } from './moveAppeal.ts';
import { noticeOfEntry, placeOfAppeal } from './noticesOfAppeal.ts';
import { problems } from './problems.ts';
import { makeCode } from './receiptCode.ts';
import { noteEvent } from './setAppealState.ts';
import { findUnit } from './units.ts';

/** What is taken down, with the person already found. */
export interface Entry extends Omit<AppealOrder, 'person' | 'channel'> {
  readonly channel: string;
  readonly personNo: string | null;
  readonly enteredBy: string | null;
}

/** Contacts of imported appeals are found under the same domain. */
export const contactDomain = indexDomain(appealRegister.fields.contact);

/** Takes it down and answers the receipt. */
export async function enterAppeal(house: AppealHouse, entry: Entry): Promise<Receipt> {
  const made = await makeCode();
  return house.database.transaction(async (tx) => {
    const { clock, actor, caller, keys } = house;
    const [at, day] = [clock.now(), clock.today()];
    const { settlement, track, nature, urgency } = entry;
    if (entry.against !== undefined && !(await findUnit(tx, settlement, entry.against))) throw problems['unit-not-here']();
    const no = await nextNumber(tx);
    await insertRow(tx, keys, no, entry, at, day);
    await tx.execute(sql`
      insert into appeal_case (appeal_no, settlement_code, state, state_since, taken_at, taken_by, code_salt, code_hash, appellant)
      values (${no}, ${settlement}, 'received', ${at}, ${at}, ${caller?.account ?? null}, ${made.salt}, ${made.hash}, ${entry.name ? keys.sealText(entry.name) : null})`);
    if (entry.against !== undefined)
      await tx.execute(sql`
        insert into appeal_party (appeal_no, part, party, settlement_code) values (${no}, 'against', ${entry.against}, ${settlement})`);
    const clocked = await clockedOf(tx, { no, settlement, kind: { track, nature, urgency } });
    const accept = await startClock(tx, 'accept', clocked, at);
    const answer = await startClock(tx, 'answer', clocked, at);
    await tx.execute(sql`update appeal set due_at = ${answer}::timestamptz where appeal_no = ${no}`);
    const by = { account: caller?.account ?? null, name: caller === null ? appellantName : actor.name };
    await noteEvent(tx, no, { verb: 'create', from: 'received', to: 'received', at, by, given: {} });
    await requestEvaluation(tx, [settlement], null);
    await appendAudit(tx, actor, {
      verb: 'appeals.create',
      object: { kind: 'appeal', key: no },
      settlement,
      after: { channel: entry.channel, nature, track, urgency },
    });
    await notify(tx, noticeOfEntry({ no, settlement, urgency }, await placeOfAppeal(tx, no), caller === null ? [] : selvesOf(caller)));
    return { no, code: made.code, takenAt: at.toISOString(), acceptBy: accept.toISOString(), answerBy: answer.toISOString() };
  });
}

/** The next number: the series that imports of historic appeals use too. */
async function nextNumber(tx: Transaction): Promise<string> {
  await tx.execute(sql`
    insert into number_series (series, last)
    select 'appeal:', coalesce((select max(substr(appeal_no, 3)::bigint) from appeal where appeal_no >= 'SQ' and appeal_no < 'SQ:' and substr(appeal_no, 3) ~ '^[0-9]{1,12}$'), 0)
    where not exists (select from number_series where series = 'appeal:') on conflict (series) do nothing`);
  const { last } = await tx.one<{ last: number }>(sql`update number_series set last = last + 1 where series = 'appeal:' returning last`);
  return `SQ${String(last).padStart(9, '0')}`;
}

async function insertRow(tx: Queryable, keys: Keys, no: string, entry: Entry, at: Date, day: string): Promise<void> {
  const contact = entry.contact || null;
  await tx.execute(sql`
    insert into appeal (appeal_no, settlement_code, channel, nature, category, person_no, anonymous, contact, contact_index, entered_by, content, address, item_code, urgency,
      people, track, accepted_at, review_stage, repeat_of, data_date, import_id)
    values (${no}, ${entry.settlement}, ${entry.channel}, ${entry.nature}, ${entry.category ?? null}, ${entry.personNo}, ${entry.personNo === null && !entry.name},
      ${contact === null ? null : keys.sealText(contact)}, ${contact === null ? null : keys.blindIndex(contactDomain, contact)}, ${entry.enteredBy}, ${entry.content},
      ${entry.address || null}, ${entry.item ?? null}, ${entry.urgency}, ${entry.people ?? null}, ${entry.track}, ${at}::timestamptz, '0', ${entry.repeats ?? null}, ${day}::date, ${writtenHere})`);
}

/** The relocated person of an identity number or number of the platform, inside the caller's area; null where none is named. */
export async function personOf(scope: ScopedDatabase, keys: Keys, stated: string | undefined): Promise<string | null> {
  if (!stated) return null;
  const number = stated.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const row = await scope.maybe<{ person_no: string }>(sql`
    select person_no from person where (person_no = ${number} or id_no_index = any(${keys.blindIndexes(identityNumberDomain, number)}::bytea[]))
      and ${scope.within('settlement_code')} order by person_no limit 1`);
  if (!row) throw problems['person-not-found']();
  return row.person_no;
}
