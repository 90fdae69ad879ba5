/** Looks at appeals every few minutes: follows what imports say, reminds before clocks are over, escalates what was missed, each once and told, and files away what is over. A killed run is simply run again. */
import { appealLifecycle } from '#catalog/lifecycles/appeal.ts';
import { clocksIn } from '#catalog/lifecycles/lifecycle.ts';
import { move } from '#catalog/lifecycles/move.ts';
import { areaAbove, officesAbove } from '#features/areas/areaAbove.ts';
import { platformActor } from '#features/audit/actor.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { notify } from '#features/notices/notify.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { type AppealClockName, type AppealVerb, appealState, claimsAt } from './appealState.ts';
import { type AppealCase, appealCase, holdAppeal } from './findAppeal.ts';
import { noticeOfSoon, noticesOfMissed, placeOfAppeal } from './noticesOfAppeal.ts';
import { setAppealState } from './setAppealState.ts';
import { followRegister } from './followRegister.ts';

const mostAtOnce = 200;

export interface WatchedAppeals {
  /** Brought by imports, their time to answer runs from now on. */
  readonly takenUp: number;
  readonly reminded: number;
  readonly escalated: number;
  readonly archived: number;
}

export async function watchAppeals(database: Database, now: Date): Promise<WatchedAppeals> {
  const repeat = async (work: (tx: Transaction) => Promise<number>): Promise<number> => {
    let all = 0;
    for (let done = mostAtOnce; done >= mostAtOnce; all += done) done = await database.transaction(work);
    return all;
  };
  return {
    takenUp: await repeat((tx) => followRegister(tx, now, mostAtOnce)),
    reminded: await repeat((tx) => remind(tx, now)),
    escalated: await repeat((tx) => escalate(tx, now)),
    archived: await repeat((tx) => archive(tx, now)),
  };
}

interface Due {
  readonly appeal_no: string;
  readonly clock: AppealClockName;
  readonly due_at: string;
}

/** An import that is taken back takes its appeals along. */
const isThere = sql`exists (select from appeal where appeal.appeal_no = appeal_clock.appeal_no)`;

async function remind(tx: Transaction, now: Date): Promise<number> {
  const soon = await tx.query<Due>(sql`
    with soon as (
      select appeal_no, clock, round from appeal_clock
      where ${isThere} and met_at is null and warned_at is null and warn_at <= ${now}::timestamptz and due_at >= ${now}::timestamptz
      order by due_at, appeal_no limit ${mostAtOnce} for update skip locked
    )
    update appeal_clock set warned_at = ${now}::timestamptz from soon
    where soon.appeal_no = appeal_clock.appeal_no and soon.clock = appeal_clock.clock and soon.round = appeal_clock.round
    returning appeal_clock.appeal_no, appeal_clock.clock, appeal_clock.due_at`);
  for (const { appeal_no: no, clock, due_at: due } of soon) {
    const appeal = await appealCase(tx, no, now);
    if (clocksIn(appealLifecycle, appeal.state).includes(clock))
      await notify(tx, noticeOfSoon(appeal, clock, new Date(due), await placeOfAppeal(tx, no)));
  }
  return soon.length;
}

async function escalate(tx: Transaction, now: Date): Promise<number> {
  const missed = await tx.query<Pick<Due, 'appeal_no' | 'clock'>>(sql`
    with missed as (
      select appeal_no, clock, round from appeal_clock where ${isThere} and met_at is null and escalated_at is null and due_at < ${now}::timestamptz
      order by due_at, appeal_no limit ${mostAtOnce} for update skip locked
    )
    update appeal_clock set escalated_at = ${now}::timestamptz from missed
    where missed.appeal_no = appeal_clock.appeal_no and missed.clock = appeal_clock.clock and missed.round = appeal_clock.round
    returning appeal_clock.appeal_no, appeal_clock.clock`);
  for (const { appeal_no: no, clock } of missed) {
    const to = appealLifecycle.clocks[clock].escalatesTo ?? 'county';
    const moved = await moveByPlatform(tx, no, 'escalate', now, { clock, to });
    if (!moved) continue;
    const office = areaAbove(await officesAbove(tx, moved.settlement), to);
    await notify(tx, ...noticesOfMissed(moved, clock, await placeOfAppeal(tx, no), office));
  }
  return missed.length;
}

async function archive(tx: Transaction, now: Date): Promise<number> {
  const claims = claimsAt(now);
  const over = await tx.query<{ appeal_no: string }>(sql`
    select appeal.appeal_no from appeal join appeal_case using (appeal_no)
    where (${appealState} in ('closed', 'refused') and ${claims['window-over']}) or (${appealState} = 'reviewed' and ${claims['review-time-over']})
    order by appeal_no limit ${mostAtOnce}`);
  for (const { appeal_no: no } of over) await moveByPlatform(tx, no, 'archive', now, {});
  return over.length;
}

/** The appeal as it was; undefined where it does not move. */
async function moveByPlatform(
  tx: Transaction,
  no: string,
  verb: AppealVerb,
  now: Date,
  said: Readonly<Record<string, string>>,
): Promise<AppealCase | undefined> {
  const appeal = await holdAppeal(tx, no, now);
  const outcome = move(appealLifecycle, appeal, verb, 'platform', now);
  if (outcome.is === 'refused') return undefined;
  const { from, to, at } = outcome;
  await setAppealState(tx, no, { verb, from, to, at, by: null, given: said });
  await appendAudit(tx, platformActor, {
    verb: `appeals.${verb}`,
    object: { kind: 'appeal', key: no },
    settlement: appeal.settlement,
    before: { state: from },
    after: { state: to, given: said },
  });
  return appeal;
}
