/** Warnings go along when a household moves and when a person joins another one: what was begun goes on there. */
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

/** Condition that the household of a warning lives in another settlement by now: that one's evaluation will judge it. */
export const livesElsewhere = sql`exists (select from household where household.household_no = warning.household_no and household.settlement_code <> warning.settlement_code)`;
