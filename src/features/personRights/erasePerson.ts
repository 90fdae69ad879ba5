/** Erasure of a person: what it would do, asked for by one, confirmed and carried out by another, and finished in the files that were sent. */
import { type ErasureGround, erasureGrounds } from '#catalog/personRights.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable } from '#platform/database/database.ts';
import { isInHand } from '#features/warnings/stages.ts';
import { queueJob } from '#platform/jobs/jobs.ts';
import sql from 'sql-template-tag';
import type { Identity } from './aboutPerson.ts';
import type { ErasurePlan } from './contract.ts';
import { identityOf } from './findPerson.ts';
import { problems } from './problems.ts';
import { type Removal, removePerson } from './removePerson.ts';
import { beginRight, finishRight, type RightOrder, type RightsHouse } from './rights.ts';

/** Name of the job that finishes erasures in the uploads. */
export const finishErasuresJob = 'finish-erasures';

export interface ErasureOrder extends RightOrder {
  readonly ground: ErasureGround;
}

class Preview extends Error {
  constructor(readonly removal: Removal) {
    super('preview');
  }
}

const kept: ErasurePlan['kept'] = [
  {
    zh: '审计记录：法律要求留存至少六个月，其中只有编号，没有姓名和号码',
    en: 'the audit log: the law asks for six months at least; it holds numbers of the platform, no names',
  },
  { zh: '各月指标：只是合计数', en: 'indicators of closed months: they are sums' },
  { zh: '本请求的办理记录：不再指向任何人', en: 'the record of this request: it names nobody any more' },
  { zh: '已有的备份：到期后随备份一起删除', en: 'backups made before: they go when their time is over' },
  { zh: '同户其他人和该户的数据', en: 'what is about the household and its other members' },
];

/** What would go, what stays and why, and what speaks against it; nothing is changed. */
export async function planErasure({ database, keys, clock }: RightsHouse, personNo: string, ground: ErasureGround): Promise<ErasurePlan> {
  const identity = await identityOf(database, keys, personNo);
  const against = await reasonsAgainst(database, identity, ground, clock.today());
  try {
    return await database.transaction(async (tx) => {
      throw new Preview(await removePerson(tx, keys, identity));
    });
  } catch (outcome) {
    if (!(outcome instanceof Preview)) throw outcome;
    const { removed, anonymised, uploads } = outcome.removal;
    const files = await database.query<{ file: string; uploadedAt: string }>(sql`
      select file_name as file, uploaded_at as "uploadedAt" from upload where sha256 = any(${[...uploads]}::text[]) order by uploaded_at`);
    return { removed: [...removed], anonymised: [...anonymised], uploads: files, kept, against };
  }
}

/** Lawful reasons against an erasure: the person is a relocated person to whom the public duty is owed (arts. 13 and 47). */
async function reasonsAgainst(database: Queryable, { personNo }: Identity, ground: ErasureGround, today: string): Promise<ErasurePlan['against']> {
  if (erasureGrounds[ground].evenActive) return [];
  const { isMember, warnings } = await database.one<{ isMember: boolean; warnings: number }>(sql`
    select exists (select from person left join household using (household_no)
        where person_no = ${personNo} and (person.end_date is null or person.end_date > ${today}::date) and coalesce(household.status, '1') not in ('5', '6')) as "isMember",
      (select count(*)::integer from warning where subject_kind = 'person' and subject_key = ${personNo} and ${isInHand}) as warnings`);
  return [
    ...(isMember
      ? [
          {
            zh: '该人员现为搬迁户成员，为履行法定职责仍需处理其信息（《个人信息保护法》第十三条、第四十七条）',
            en: 'the person is a member of a relocated household, whose data the public duty still needs (Personal Information Protection Law, arts. 13 and 47)',
          },
        ]
      : []),
    ...(warnings > 0 ? [{ zh: `该人员还有 ${warnings} 条未解除的预警`, en: `${warnings} warnings about the person are still open` }] : []),
  ];
}

const both = (reasons: ErasurePlan['against']): { zh: string; en: string } => ({
  zh: reasons.map(({ zh }) => zh).join('；'),
  en: reasons.map(({ en }) => en).join('; '),
});

/** Asks for it. What the law keeps is refused, and the refusal is on record. */
export async function askErasure(house: RightsHouse, order: ErasureOrder): Promise<number> {
  const { database, keys, clock } = house;
  const identity = await identityOf(database, keys, order.personNo);
  const against = await reasonsAgainst(database, identity, order.ground, clock.today());
  const tell = { settlement: identity.settlement, purpose: order.purpose };
  const told = { person: order.personNo, asker: order.asker, ground: order.ground, proof: order.proof ?? '' };
  const id = await database.transaction(async (tx) => {
    const waiting = await tx.maybe<{ right_id: number }>(sql`
      select right_id from person_right where person_no = ${order.personNo} and kind = 'erase' and state = 'waiting' limit 1`);
    if (waiting) throw problems['asked-already']({ right: waiting.right_id });
    const right = await beginRight(tx, house, order, { kind: 'erase', state: 'waiting', settlement: identity.settlement, ground: order.ground });
    if (against.length > 0) await finishRight(tx, house, right, { state: 'refused', outcome: { against } });
    const verb = against.length > 0 ? 'person-rights.refuse' : 'person-rights.erase';
    await appendAudit(tx, house.actor, {
      verb,
      object: { kind: 'person-right', key: right },
      ...tell,
      after: { ...told, ...(against.length > 0 && { reason: both(against).zh }) },
    });
    return right;
  });
  if (against.length > 0) throw problems['still-active'](both(against));
  return id;
}

/** A second person confirms: the person is taken out of the database at once, and the files that were sent follow. */
export async function confirmErasure(house: RightsHouse, id: number): Promise<Removal> {
  const { database, keys, clock, actor } = house;
  return database.transaction(async (tx) => {
    const right = await tx.maybe<{
      person_no: string | null;
      state: string;
      kind: string;
      ground: ErasureGround;
      stated_by: string;
      stated_account: number | null;
    }>(sql`
      select person_no, state, kind, ground, stated_by, stated_account from person_right where right_id = ${id} for update`);
    if (right?.kind !== 'erase' || right.state !== 'waiting' || right.person_no === null) throw problems['not-waiting']();
    const isSame = right.stated_account === null || actor.account === null ? right.stated_by === actor.name : right.stated_account === actor.account;
    if (isSame) throw problems['same-person']();
    const identity = await identityOf(tx, keys, right.person_no);
    const against = await reasonsAgainst(tx, identity, right.ground, clock.today());
    if (against.length > 0) throw problems['still-active'](both(against));
    const removal = await removePerson(tx, keys, identity);
    const { names, idNumbers, phones, households } = identity;
    const { tables, settlements, uploads } = removal;
    const sought = keys.sealText(JSON.stringify({ names, idNumbers, phones, households, tables, settlements, uploads }));
    await finishRight(tx, house, id, { state: 'erasing', outcome: { removed: removal.removed, anonymised: removal.anonymised } });
    await tx.execute(sql`update person_right set person_no = null, note = null where person_no = ${right.person_no}`);
    await tx.execute(sql`update person_right set sought = ${sought} where right_id = ${id}`);
    await queueJob(tx, finishErasuresJob, {}, { key: finishErasuresJob });
    const sum = (list: Removal['removed']): number => list.reduce((total, { rows }) => total + rows, 0);
    await appendAudit(tx, actor, {
      verb: 'person-rights.confirm',
      object: { kind: 'person-right', key: id },
      settlement: identity.settlement,
      before: { person: right.person_no, state: 'waiting', ground: right.ground },
      after: { state: 'erasing', removed: sum(removal.removed), anonymised: sum(removal.anonymised) },
    });
    return removal;
  });
}
