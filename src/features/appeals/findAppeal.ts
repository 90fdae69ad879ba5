/** Finds an appeal to move: seen through the caller's handle first, then held for the transaction with all that decides about it. A historic one gets its case here. */
import { prefectureCode } from '#catalog/areas/areas.ts';
import type { AppealKind } from '#catalog/appealLimits.ts';
import type { ScopedDatabase } from '#features/areas/scope.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql, { join, type Sql } from 'sql-template-tag';
import { type AppealClaim, appealSince, type AppealState, appealState, claimsAt } from './appealState.ts';
import { problems } from './problems.ts';
import { isSeenAppeal } from './seenAppeals.ts';

/** An appeal with what decides about its moves. */
export interface AppealCase {
  readonly no: string;
  readonly state: AppealState;
  readonly since: Date;
  readonly claims: readonly AppealClaim[];
  readonly doneBy: { readonly reply: number | null; readonly extend: number | null; readonly refuse: number | null; readonly review: number | null };
  /** The areas that hold it, from the prefecture down. */
  readonly areas: readonly string[];
  readonly settlement: string;
  /** The unit in charge, as `area:…` or `department:…`. */
  readonly unit: string | null;
  readonly parties: readonly { readonly part: 'against' | 'handles' | 'joins'; readonly party: string }[];
  readonly kind: AppealKind;
  readonly acceptedAt: Date;
  readonly dueAt: Date | null;
  readonly extendTo: string | null;
  readonly result: string | null;
  readonly item: string | null;
  readonly person: string | null;
  readonly warning: number | null;
  readonly isImported: boolean;
}

/** Throws `appeals.not-found` where the caller does not see the appeal. */
export async function mustSeeAppeal(database: ScopedDatabase, no: string): Promise<void> {
  if (!(await seesAppeal(database, no))) throw problems['not-found']();
}

/** Whether the appeal is seen through a handle. */
export async function seesAppeal(database: ScopedDatabase, no: string): Promise<boolean> {
  return (await database.maybe(sql`select 1 from appeal where appeal_no = ${no} and ${isSeenAppeal(database)}`)) !== undefined;
}

/** Throws `appeals.merge-target` for an appeal to merge into that the caller does not see: as for one that there is not. */
export async function mustSeeMain(database: ScopedDatabase, stated: string): Promise<void> {
  const into = mainNumber(stated);
  if (!(await seesAppeal(database, into))) throw problems['merge-target']({ into });
}

/** A number as people type it. */
export const mainNumber = (stated: string): string => stated.trim().toUpperCase();

interface Row {
  appeal_no: string;
  state: AppealState;
  since: string;
  claims: AppealClaim[];
  replied_by: number | null;
  extend_by: number | null;
  refused_by: number | null;
  reviewed_by: number | null;
  areas: string[];
  settlement_code: string;
  unit: string | null;
  parties: AppealCase['parties'] | null;
  track: string;
  nature: string;
  urgency: string;
  accepted_at: string;
  due_at: string | null;
  extend_to: string | null;
  result: string | null;
  item_code: string | null;
  person_no: string | null;
  warning_id: number | null;
  import_id: number;
}

const trueOf = (claims: Readonly<Record<string, Sql>>): Sql =>
  sql`array_remove(array[${join(Object.entries(claims).map(([name, is]) => sql`case when ${is} then ${name}::text end`))}], null)`;

const areasOf = sql`array_remove(array[${prefectureCode}::text, coalesce(street.county_code, settlement.county_code), settlement.street_code, appeal.settlement_code,
  person.community_code, person.building_code], null)`;

/** Holds the appeal; a case that there was not yet, or that another system overtook, begins where the register stands. */
export async function holdAppeal(tx: Queryable, no: string, now: Date): Promise<AppealCase> {
  const held = await tx.maybe(sql`select 1 from appeal where appeal_no = ${no} for update`);
  if (!held) throw problems['not-found']();
  await tx.execute(sql`
    insert into appeal_case (appeal_no, settlement_code, state, state_since, taken_at)
    select appeal.appeal_no, appeal.settlement_code, ${appealState}, coalesce(appeal.closed_at, appeal.accepted_at), appeal.accepted_at
    from appeal left join appeal_case using (appeal_no) where appeal.appeal_no = ${no}
    on conflict (appeal_no) do update set state = excluded.state, settlement_code = excluded.settlement_code,
      state_since = case when appeal_case.state = excluded.state then appeal_case.state_since else greatest(appeal_case.state_since, excluded.state_since) end`);
  return appealCase(tx, no, now);
}

/** The same without holding it. */
export async function appealCase(database: Queryable, no: string, now: Date): Promise<AppealCase> {
  const row = await database.maybe<Row>(sql`
    select appeal.appeal_no, ${appealState} as state, ${appealSince} as since, ${trueOf(claimsAt(now))} as claims, replied_by, extend_by, refused_by, reviewed_by,
      ${areasOf} as areas, appeal.settlement_code, appeal_case.unit,
      (select jsonb_agg(jsonb_build_object('part', part, 'party', party) order by part, party) from appeal_party where appeal_party.appeal_no = appeal.appeal_no) as parties,
      appeal.track, appeal.nature, coalesce(appeal.urgency, '3') as urgency, appeal.accepted_at, appeal.due_at, appeal_case.extend_to, appeal_case.result, appeal.item_code, appeal.person_no,
      appeal_case.warning_id, appeal.import_id
    from appeal left join appeal_case using (appeal_no) left join settlement on settlement.settlement_code = appeal.settlement_code
      left join street_community street on street.area_code = settlement.street_code and street.level = 'street' left join person on person.person_no = appeal.person_no
    where appeal.appeal_no = ${no}`);
  if (!row) throw problems['not-found']();
  const parties = row.parties ?? [];
  const inHand = parties.flatMap(({ part, party }) => (part !== 'against' && party.startsWith('area:') ? [party.slice('area:'.length)] : []));
  return {
    no,
    state: row.state,
    since: new Date(row.since),
    claims: row.claims,
    doneBy: { reply: row.replied_by, extend: row.extend_by, refuse: row.refused_by, review: row.reviewed_by },
    areas: [...new Set([...row.areas, ...inHand])],
    settlement: row.settlement_code,
    unit: row.unit,
    parties,
    kind: { track: row.track, nature: row.nature, urgency: row.urgency },
    acceptedAt: new Date(row.accepted_at),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    extendTo: row.extend_to,
    result: row.result,
    item: row.item_code,
    person: row.person_no,
    warning: row.warning_id,
    isImported: Number(row.import_id) !== 0,
  };
}
