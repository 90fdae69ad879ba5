/** 低保及农转城台账: files on the allowance change every month, with the month last paid. */
import { subsistenceAllowance as register } from '#catalog/registers/subsistenceAllowance.ts';
import type { AllowanceFile } from '../allowances.ts';
import { paidMonthOn } from '../benefits.ts';
import { type Day, firstDayOfMonth, type Month, monthOf } from '../days.ts';
import { fixedDraw } from '../random.ts';
import { filled, hasChanged, known, monthlyIfSmall, source } from '../sheets/source.ts';

/** The month last paid, as known on a day: nothing after the stop, and not the months that were missed at the end. */
function lastPaidOn(file: AllowanceFile, day: Day, until: Day): Month {
  const paid = file.stopMonth !== 0 ? Math.min(paidMonthOn(day), file.stopMonth - 1) : paidMonthOn(day);
  return file.unpaidMonths > 0 ? Math.min(paid, monthOf(until) - 1 - file.unpaidMonths) : paid;
}

/** The next yearly review; it is made a few weeks before it falls due, unless it was forgotten. */
function reviewDueOn(file: AllowanceFile, day: Day, until: Day): Day {
  if (file.reviewOverdue > 0) return until - file.reviewOverdue;
  const phase = Math.floor(fixedDraw(file.household.index, 55) * 365);
  return (Math.floor((day + 20 - phase) / 365) + 1) * 365 + phase;
}

export const subsistenceAllowance = source<keyof typeof register.fields>({
  register,
  fields: [
    'household_no',
    'dibao_no',
    'dibao_type',
    'dibao_class',
    'applied_on',
    'decision',
    'approved_on',
    'decided_on',
    'decision_reason',
    'insured_count',
    'monthly_amount',
    'convert_apply',
    'convert_month',
    'old_stop_month',
    'last_paid_month',
    'review_due',
    'stop_reason',
    'stop_month',
  ],
  days: monthlyIfSmall,
  *rows({ world, allowances }, after, upTo) {
    const { until } = world.plan;
    for (const file of allowances) {
      if (file.appliedOn > upTo) continue;
      const approved = file.decision === '1';
      const decided = file.decidedOn !== 0 && file.decidedOn <= upTo;
      const stopped = file.stopMonth !== 0 && file.stopMonth <= monthOf(upTo);
      const state = (day: Day): string =>
        `${file.appliedOn <= day}${file.decidedOn <= day}${approved ? lastPaidOn(file, day, until) : 0} ${file.stopMonth <= monthOf(day)}`;
      if (!hasChanged(state, after, upTo)) continue;
      yield {
        settlement: file.household.settlement,
        cells: {
          household_no: file.household,
          dibao_no: approved ? `DB${file.household.settlement.county.code.slice(-3)}${String(file.household.index + 1).padStart(7, '0')}` : undefined,
          dibao_type: file.type,
          dibao_class: approved ? file.className : undefined,
          applied_on: file.appliedOn,
          decision: decided ? file.decision : '3',
          approved_on: approved ? known(file.decidedOn, upTo) : undefined,
          decided_on: decided ? file.decidedOn : undefined,
          decision_reason: decided ? filled(file.reason) : undefined,
          insured_count: file.insured,
          monthly_amount: file.monthly,
          convert_apply: file.convertMonth === 0 ? undefined : firstDayOfMonth(file.convertMonth) - 35,
          convert_month: file.convertMonth === 0 ? undefined : file.convertMonth,
          old_stop_month: file.convertMonth === 0 ? undefined : file.convertMonth,
          last_paid_month: approved ? lastPaidOn(file, upTo, until) : undefined,
          review_due: approved && !stopped ? reviewDueOn(file, upTo, until) : undefined,
          stop_reason: stopped ? file.stopReason : undefined,
          stop_month: stopped ? file.stopMonth : undefined,
        },
      };
    }
  },
});
