/** The clocks of an appeal: started and met as it moves. A return stops none of them; only an extension in writing moves an end. */
import { acceptLimit, type AppealKind, type AppealLimits, answerLimit } from '#catalog/appealLimits.ts';
import { momentInChina } from '#derive/clocks/chinaTime.ts';
import { dueMoment, warnMoment } from '#derive/clocks/dueMoment.ts';
import type { WorkingCalendar } from '#derive/clocks/workingCalendar.ts';
import type { Queryable } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import type { AppealClockName } from './appealState.ts';

/** An appeal whose clocks are meant, and by what they count. */
export interface Clocked {
  readonly no: string;
  readonly settlement: string;
  readonly kind: AppealKind;
  readonly limits: AppealLimits;
  readonly calendar: WorkingCalendar;
}

const limitOf = (clock: AppealClockName, { kind, limits }: Clocked): AppealLimits['review'] =>
  ({ accept: limits[acceptLimit(kind)], answer: limits[answerLimit(kind)], review: limits.review, 're-review': limits.review })[clock];

/** When a clock that starts now is over. */
export function endOf(clock: AppealClockName, clocked: Clocked, from: Date): Date {
  const end = dueMoment(from, limitOf(clock, clocked), clocked.calendar);
  if (end === null) throw new Error('a clock without pauses has an end');
  return end;
}

/** Starts a clock; begun again it has another round. Answers its end: that of the rules, where no other is given. */
export async function startClock(
  tx: Queryable,
  clock: AppealClockName,
  clocked: Clocked,
  from: Date,
  end: Date = endOf(clock, clocked, from),
): Promise<Date> {
  const limit = limitOf(clock, clocked);
  await tx.execute(sql`
    insert into appeal_clock (appeal_no, clock, round, settlement_code, time_limit, started_at, due_at, warn_at)
    select ${clocked.no}, ${clock}, coalesce(max(round), 0) + 1, ${clocked.settlement}, ${limit}, ${from}::timestamptz, ${end}::timestamptz,
      ${warnMoment(from, end, limit, clocked.calendar)}::timestamptz
    from appeal_clock where appeal_no = ${clocked.no} and clock = ${clock}`);
  return end;
}

/** Counts a running clock anew, because other rules apply or it counts from acceptance; where none runs it is started. Answers its end. */
export async function countAnew(tx: Queryable, clock: AppealClockName, clocked: Clocked, from: Date): Promise<Date> {
  const end = endOf(clock, clocked, from);
  const limit = limitOf(clock, clocked);
  const changed = await tx.execute(sql`
    update appeal_clock set time_limit = ${limit}, started_at = ${from}::timestamptz, due_at = ${end}::timestamptz,
      warn_at = ${warnMoment(from, end, limit, clocked.calendar)}::timestamptz, warned_at = null, escalated_at = null
    where appeal_no = ${clocked.no} and clock = ${clock} and met_at is null`);
  return changed > 0 ? end : startClock(tx, clock, clocked, from);
}

/** Moves the end of the answer clock to the close of a day. */
export async function extendAnswer(tx: Queryable, no: string, until: string, { opens, closes }: WorkingCalendar): Promise<Date> {
  const end = momentInChina(until, closes);
  await tx.execute(sql`
    update appeal_clock set due_at = ${end}::timestamptz, warn_at = ${momentInChina(until, opens)}::timestamptz, warned_at = null, escalated_at = null
    where appeal_no = ${no} and clock = 'answer' and met_at is null`);
  return end;
}

/** Moves the end of the answer clock to a moment that another system states; an end that is past already was missed by nobody here. */
export async function moveAnswer(tx: Queryable, clocked: Clocked, from: Date, end: Date, now: Date): Promise<void> {
  const told = end < now ? now : null;
  await tx.execute(sql`
    update appeal_clock set due_at = ${end}::timestamptz, warn_at = ${warnMoment(from, end, limitOf('answer', clocked), clocked.calendar)}::timestamptz,
      warned_at = ${told}::timestamptz, escalated_at = ${told}::timestamptz
    where appeal_no = ${clocked.no} and clock = 'answer' and met_at is null`);
}

/** What a clock asked for is done. */
export async function meetClock(tx: Queryable, no: string, clock: AppealClockName, at: Date): Promise<void> {
  await tx.execute(sql`update appeal_clock set met_at = ${at}::timestamptz where appeal_no = ${no} and clock = ${clock} and met_at is null`);
}
