/** Nobody was at home: a contact attempt, counted since somebody was met last, with the day on which one comes again. */
import { againAfterDays } from '#catalog/visitRound.ts';
import { dayAfter, dayInChina } from '#derive/clocks/chinaTime.ts';
import type { Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';

/** Numbers the attempt; the next day is the one that the visitor agreed on, or follows from how often one came in vain. */
export async function noteAttempt(
  tx: Transaction,
  visit: number,
  household: string,
  at: Date,
  agreed: string | null,
): Promise<{ attempt: number; nextTry: string }> {
  const { before } = await tx.one<{ before: number }>(sql`
    select count(*)::integer as before from visit_record
    where household_no = ${household} and outcome = 'nobody-home' and visit_id <> ${visit} and visited_at <= ${at}::timestamptz
      and visited_at > coalesce((select max(visited_at) from visit_record met where met.household_no = ${household} and met.outcome = 'met' and met.visited_at <= ${at}::timestamptz), '-infinity')`);
  const attempt = before + 1;
  const days = againAfterDays[Math.min(before, againAfterDays.length - 1)] ?? againAfterDays[0];
  const nextTry = agreed ?? dayAfter(dayInChina(at), days);
  await tx.execute(sql`update visit_record set attempt = ${attempt}, next_try = ${nextTry}::date where visit_id = ${visit}`);
  return { attempt, nextTry };
}
