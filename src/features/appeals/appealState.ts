/** In which state an appeal is: as people moved it here, or, where its register says otherwise because another system closed or opened it, as the register says. */
import type { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import type { ClaimOf, ClockOf, StateOf, VerbOf } from '#catalog/lifecycles/lifecycle.ts';
import sql, { type Sql } from 'sql-template-tag';

export type AppealState = StateOf<typeof appealLifecycle>;
export type AppealVerb = VerbOf<typeof appealLifecycle>;
export type AppealClaim = ClaimOf<typeof appealLifecycle>;
export type AppealClockName = ClockOf<typeof appealLifecycle>;

/** States of which the register says that the appeal is closed. */
export const closedStates: readonly AppealState[] = [
  'closed',
  'reviewing',
  'reviewed',
  're-reviewing',
  'refused',
  'final',
  'archived',
  'withdrawn',
  'merged',
];

/** States in which somebody has to do something. */
export const openStates: readonly AppealState[] = ['received', 'accepted', 'handling', 'answered', 'reviewing', 're-reviewing'];

/** The state, in a statement with `appeal` and, joined from the left, `appeal_case`. */
export const appealState: Sql = sql`case
  when appeal_case.state is null or (appeal.closed_at is not null) <> (appeal_case.state = any(${closedStates}::text[]))
    then case when appeal.closed_at is null then 'accepted' else 'closed' end
  else appeal_case.state end`;

/** Since when. */
export const appealSince: Sql = sql`greatest(appeal_case.state_since, coalesce(appeal.closed_at, appeal.accepted_at))`;

/** The claims about an appeal as of a moment, each as a condition. */
export const claimsAt = (now: Date): Readonly<Record<AppealClaim, Sql>> => ({
  'return-over': sql`coalesce(appeal_case.return_until < ${now}::timestamptz, false)`,
  'extension-asked': sql`appeal_case.extension is not null`,
  'extension-open': sql`coalesce(appeal_case.extension = 'asked', false)`,
  asked: sql`appeal_case.asked_on is not null`,
  unsatisfied: sql`coalesce(appeal.satisfaction = '4', false)`,
  'reopened-twice': sql`coalesce(appeal_case.reopened >= 2, false)`,
  'window-over': sql`coalesce(appeal_case.closing_until, appeal.closed_at + interval '90 days') < ${now}::timestamptz`,
  petition: sql`appeal.track = '2'`,
  'review-time-over': sql`coalesce(appeal_case.review_until, appeal.closed_at + interval '30 days') < ${now}::timestamptz`,
  'has-merged': sql`exists (select from appeal other join appeal_case other_case using (appeal_no) where other.repeat_of = appeal.appeal_no and other_case.state = 'merged')`,
});
