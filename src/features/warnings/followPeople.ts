/** Warnings go along when a household moves, when a person joins another one, when a whole household joins another, and when a school or the like changes its settlement: what was begun goes on there. All as of the evaluated day, of which the facts are. */
import { factTableName } from '#facts/factTables.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import { justWritten, type LedgerDay } from './ledgerDay.ts';
import { isFollowed } from './stages.ts';
import { placed } from './subjectOnDay.ts';

type FollowedDay = Pick<LedgerDay, 'day' | 'month' | 'settlements'>;

/** Follows the subjects that lie in these settlements on the day, with everything that belongs to their warnings. */
export async function followPeople(tx: Transaction, order: FollowedDay): Promise<void> {
  const ofDay = sql`facts.month = ${justWritten(order.month)} and facts.settlement_code = any(${order.settlements}::text[])`;
  await tx.execute(sql`
    update warning set household_no = facts.household_no
    from person_fact facts
    where ${ofDay} and warning.subject_kind = 'person' and warning.subject_key = facts.subject_key and ${isFollowed}
      and warning.household_no <> facts.household_no`);
  await followMerged(tx, order);
  const moved = await tx.query<{ id: number }>(sql`
    update warning set settlement_code = facts.settlement_code, community_code = facts.community_code, building_code = facts.building_code
    from household_fact facts
    where ${ofDay} and warning.household_no = facts.subject_key and ${isFollowed}
      and (warning.settlement_code, warning.community_code, warning.building_code)
        is distinct from (facts.settlement_code, facts.community_code, facts.building_code)
    returning warning_id as id`);
  for (const kind of placed) {
    moved.push(
      ...(await tx.query<{ id: number }>(sql`
        update warning set settlement_code = facts.settlement_code from ${raw(factTableName(kind))} facts
        where ${ofDay} and warning.subject_kind = ${kind} and warning.subject_key = facts.subject_key and warning.household_no is null and ${isFollowed}
          and warning.settlement_code <> facts.settlement_code
        returning warning_id as id`)),
    );
  }
  if (moved.length === 0) return;
  for (const table of ['warning_event', 'warning_evidence', 'warning_clock']) {
    await tx.execute(sql`
      update ${raw(table)} part set settlement_code = warning.settlement_code from warning
      where warning.warning_id = part.warning_id and part.warning_id = any(${moved.map(({ id }) => id)}::bigint[])`);
  }
}

/** A household without members, all of whom live in one other on the day: its warnings lie where they live, but for what the day still finds of the household itself, as a flat in danger. */
async function followMerged(tx: Transaction, { day, month, settlements }: FollowedDay): Promise<void> {
  const isFound = sql`exists (select from finding where finding.month = ${month}::date and finding.item_code = warning.item_code and finding.subject_key = warning.subject_key
    and finding.level <> 'unknown')`;
  const left = await tx.query<{ household_no: string }>(sql`
    select distinct household_no from warning
    where settlement_code = any(${settlements}::text[]) and household_no is not null and ${isFollowed} and not ${isFound}
      and not exists (select from ${personsOn(day, 'person')} where person.household_no = warning.household_no and person.settlement_code = any(${settlements}::text[]) and ${isMember('person', day)})`);
  if (left.length === 0) return;
  await tx.execute(sql`
    update warning set household_no = merged.into_household
    from (
      select before.household_no, min(now.household_no) as into_household
      from person_history before join ${personsOn(day, 'now')} using (row_id)
      where before.household_no = any(${left.map((row) => row.household_no)}::text[]) and before.data_date <= ${day}::date
        and ${isMember('now', day)} and now.household_no is not null
      group by before.household_no having min(now.household_no) = max(now.household_no)
    ) merged
    where warning.household_no = merged.household_no and ${isFollowed} and not ${isFound}`);
}

/** The versions of persons that stood on a day. */
const personsOn = (day: string, as: string): Sql => sql`(
  select row_id, household_no, end_date, settlement_code from person where data_date <= ${day}::date
  union all select row_id, household_no, end_date, settlement_code from person_history where data_date <= ${day}::date and valid_to > ${day}::date) ${raw(as)}`;

const isMember = (person: string, day: string): Sql => sql`coalesce(${raw(person)}.end_date > ${day}::date, true)`;
