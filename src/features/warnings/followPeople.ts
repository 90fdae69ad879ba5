/** Warnings go along when a household moves, when a person joins another one, and when a whole household joins another: what was begun goes on there. */
import type { Transaction } from '#platform/database/database.ts';
import sql, { raw } from 'sql-template-tag';
import { isFollowed } from './stages.ts';

/** Follows the persons and households that live in these settlements now, with everything that belongs to their warnings. */
export async function followPeople(tx: Transaction, settlements: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update warning set household_no = person.household_no
    from person
    where warning.subject_kind = 'person' and warning.subject_key = person.person_no and person.settlement_code = any(${settlements}::text[]) and ${isFollowed}
      and warning.household_no <> person.household_no`);
  await followMerged(tx, settlements);
  const moved = await tx.query<{ id: number }>(sql`
    update warning set settlement_code = household.settlement_code, community_code = household.community_code, building_code = household.building_code
    from household
    where warning.household_no = household.household_no and household.settlement_code = any(${settlements}::text[]) and ${isFollowed}
      and (warning.settlement_code, warning.community_code, warning.building_code)
        is distinct from (household.settlement_code, household.community_code, household.building_code)
    returning warning_id as id`);
  if (moved.length === 0) return;
  for (const table of ['warning_event', 'warning_evidence', 'warning_clock']) {
    await tx.execute(sql`
      update ${raw(table)} part set settlement_code = warning.settlement_code from warning
      where warning.warning_id = part.warning_id and part.warning_id = any(${moved.map(({ id }) => id)}::bigint[])`);
  }
}

/** A household without members, all of whom live in one other now: its warnings lie where they live. */
async function followMerged(tx: Transaction, settlements: readonly string[]): Promise<void> {
  const left = await tx.query<{ household_no: string }>(sql`
    select distinct household_no from warning
    where settlement_code = any(${settlements}::text[]) and household_no is not null and ${isFollowed}
      and not exists (select from person where person.household_no = warning.household_no and person.end_date is null)`);
  if (left.length === 0) return;
  await tx.execute(sql`
    update warning set household_no = merged.into_household
    from (
      select before.household_no, min(person.household_no) as into_household
      from person_history before join person on person.row_id = before.row_id
      where before.household_no = any(${left.map((row) => row.household_no)}::text[]) and person.end_date is null and person.household_no is not null
      group by before.household_no having min(person.household_no) = max(person.household_no)
    ) merged
    where warning.household_no = merged.household_no and ${isFollowed}`);
}

/** Condition that the household of a warning lives in another settlement by now: that one's evaluation will judge it. */
export const livesElsewhere = sql`exists (select from household where household.household_no = warning.household_no and household.settlement_code <> warning.settlement_code)`;
