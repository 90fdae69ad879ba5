/** Keeps the clocks of appeals in step with what imports say of them (a file of 12345, a list from before): of an open one the time to answer runs and those who assign appeals hear of it, as one notice for each place; of one that another system closed it ends. */
import { notify } from '#features/notices/notify.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { moveAnswer, startClock } from './appealClocks.ts';
import { appealState } from './appealState.ts';
import { writtenHere } from './changeRow.ts';
import { holdAppeal } from './findAppeal.ts';
import { clockedOf } from './moveAppeal.ts';
import { type BroughtAppeal, noticesOfBrought } from './noticesOfAppeal.ts';

/** Takes up to so many; answers how many began to run. */
export async function followRegister(tx: Transaction, now: Date, most: number): Promise<number> {
  await forgetUndone(tx);
  await endClosedElsewhere(tx);
  await followEnds(tx, now);
  const brought = await tx.query<Omit<BroughtAppeal, 'isLate'> & { isAssigned: boolean }>(sql`
    select appeal.appeal_no as no, appeal.settlement_code as settlement, coalesce(person.community_code, appeal.settlement_code) as area,
      coalesce(community.name, settlement_name, appeal.settlement_code) as place, appeal.nature, coalesce(appeal.urgency, '3') as urgency,
      appeal_case.unit is not null as "isAssigned"
    from appeal left join appeal_case using (appeal_no) left join settlement on settlement.settlement_code = appeal.settlement_code
      left join person on person.person_no = appeal.person_no left join street_community community on community.area_code = person.community_code
    where closed_at is null and ${appealState} in ('accepted', 'handling')
      and not exists (select from appeal_clock where appeal_clock.appeal_no = appeal.appeal_no and clock = 'answer' and met_at is null)
      and not exists (select from appeal_event where appeal_event.appeal_no = appeal.appeal_no and verb = 'create')
    order by appeal.accepted_at, appeal.appeal_no limit ${most} for update of appeal skip locked`);
  const late: string[] = [];
  for (const { no } of brought) if (await startAnswer(tx, no, now)) late.push(no);
  const waiting = brought.filter(({ isAssigned }) => !isAssigned);
  await notify(tx, ...noticesOfBrought(waiting.map((one) => ({ ...one, isLate: late.includes(one.no) }))));
  return brought.length;
}

/** The end that stands in the register holds. Answers whether it came too late: then nobody here missed the limit, and nothing is escalated. */
async function startAnswer(tx: Transaction, no: string, now: Date): Promise<boolean> {
  const appeal = await holdAppeal(tx, no, now);
  const clocked = await clockedOf(tx, appeal);
  const end = await startClock(tx, 'answer', clocked, appeal.acceptedAt, appeal.dueAt ?? undefined);
  if (end >= now) return false;
  await tx.execute(sql`
    update appeal_clock set warned_at = ${now}::timestamptz, escalated_at = ${now}::timestamptz where appeal_no = ${no} and clock = 'answer' and met_at is null`);
  return true;
}

/** Another system moved the end of an appeal whose clock ran by the end that stood before: the clock goes with it. One that people here started anew keeps theirs. */
async function followEnds(tx: Transaction, now: Date): Promise<void> {
  const moved = await tx.query<{ no: string }>(sql`
    select appeal_no as no from appeal join appeal_clock clock using (appeal_no)
    where clock = 'answer' and met_at is null and closed_at is null and import_id <> ${writtenHere} and appeal.due_at <> clock.due_at
      and exists (select from appeal_history before where before.row_id = appeal.row_id and before.due_at = clock.due_at)
    order by 1 for update of appeal skip locked`);
  for (const { no } of moved) {
    const appeal = await holdAppeal(tx, no, now);
    if (appeal.dueAt !== null) await moveAnswer(tx, await clockedOf(tx, appeal), appeal.acceptedAt, appeal.dueAt, now);
  }
}

/** What went with its import before anybody worked on it leaves nothing behind. */
async function forgetUndone(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from appeal_case where not exists (select from appeal where appeal.appeal_no = appeal_case.appeal_no)
        and not exists (select from appeal_event where appeal_event.appeal_no = appeal_case.appeal_no) returning appeal_no
    ) delete from appeal_clock using gone where appeal_clock.appeal_no = gone.appeal_no`);
}

/** People here end these clocks before they close an appeal. */
async function endClosedElsewhere(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update appeal_clock set met_at = greatest(closed_at, started_at) from appeal
    where appeal.appeal_no = appeal_clock.appeal_no and met_at is null and clock in ('accept', 'answer') and closed_at is not null`);
}
