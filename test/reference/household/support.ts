/** Facts of a household about the subsistence allowance, and whether it is monitored against relapse: facts.md sections 2 and 4. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, monthIndex, plusDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isBy, isOngoing } from '../facts.ts';
import type { Household } from '../subjects.ts';
import { allOf, type Truth } from '../threeValued.ts';
import { isOneOf, number, type Row, text } from '../world.ts';

/** A household without its members, as rows about it are found. */
type Named = Omit<Household, 'members'>;

/** `monitored`: a `relapse_object` row with `identified_on <= T` and (`removed_on` empty or > T). */
export function isMonitored(at: AsOf, household: Named): Truth {
  const objects = at.delivered('relapse_object', household.settlement);
  if (objects === null) return null;
  return objects.some(
    (row) => text(row, 'household_no') === household.no && isBy(row, 'identified_on', at.date) && isOngoing(row, 'removed_on', at.date),
  );
}

/** `dibao`: the subsistence_allowance row; null without one, undefined when the register is silent. */
function dibaoOf(at: AsOf, household: Named): Row | null | undefined {
  const rows = at.delivered('subsistence_allowance', household.settlement);
  return rows === null ? undefined : (rows.find((row) => text(row, 'household_no') === household.no) ?? null);
}

/** Approved, and not stopped by the month of T; false without a row. */
export function onDibao(at: AsOf, household: Named): Truth {
  const dibao = dibaoOf(at, household);
  if (!dibao) return dibao === null ? false : null;
  const stop = text(dibao, 'stop_month');
  const isRunning = stop === null || monthIndex(stop) > monthIndex(at.date);
  return isBy(dibao, 'approved_on', at.date) && isOneOf(dibao, 'decision', '1') && isRunning;
}

/** A fact that is only asked of households on the allowance, and rests on their row; `otherwise` for all others. */
function whenOnDibao(at: AsOf, household: Named, otherwise: Fact, fact: (dibao: Row) => Fact): Fact {
  const isOn = onDibao(at, household);
  const dibao = dibaoOf(at, household);
  if (isOn === null) return null;
  return isOn && dibao ? fact(dibao) : otherwise;
}

/** Months since the later of the last paid month and the month before the approval. */
function unpaidMonths(at: AsOf, household: Named): Fact {
  return whenOnDibao(at, household, 0, (dibao) => {
    const paid = text(dibao, 'last_paid_month');
    const approvedMonth = monthIndex(text(dibao, 'approved_on') ?? '');
    const paidTo = greatest([paid === null ? null : monthIndex(paid), approvedMonth - 1]) ?? 0;
    return Math.max(0, monthIndex(at.date) - 1 - paidTo);
  });
}

function reviewOverdueDays(at: AsOf, household: Named): Fact {
  return whenOnDibao(at, household, 0, (dibao) => {
    const due = text(dibao, 'review_due');
    return due === null ? null : Math.max(0, daysBetween(at.date, due));
  });
}

function overInsured(at: AsOf, household: Household): Fact {
  return whenOnDibao(at, household, false, (dibao) => {
    const insured = number(dibao, 'insured_count');
    return insured === null ? null : insured > household.members.length;
  });
}

/** Refused within 365 days without a written reason; unknown when such a refusal has no date. */
function refusedUnexplained(at: AsOf, household: Named): Fact {
  const dibao = dibaoOf(at, household);
  if (!dibao) return dibao === null ? false : null;
  const decided = text(dibao, 'decided_on');
  const isRecent = decided === null ? null : decided > plusDays(at.date, -365) && decided <= at.date;
  return allOf(isOneOf(dibao, 'decision', '2'), (text(dibao, 'decision_reason') ?? '').trim() === '', isRecent);
}

export const supportFacts: Definitions<Household> = {
  on_dibao: onDibao,
  dibao_unpaid_months: unpaidMonths,
  dibao_review_overdue_days: reviewOverdueDays,
  dibao_over_insured: overInsured,
  dibao_refused_unexplained: refusedUnexplained,
};
