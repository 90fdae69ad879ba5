/** Facts of a person about pensions and welfare, hukou and residence permit: facts.md section 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, monthIndex } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isBy, least } from '../facts.ts';
import type { Person } from '../subjects.ts';
import { allOf, anyOf, not, type Truth } from '../threeValued.ts';
import { isOneOf, type Row, text } from '../world.ts';
import { age, hasTag } from './work.ts';

/** The rows of a register about a person; null when it is silent. */
function rowsOf(at: AsOf, person: Person, register: string): Row[] | null {
  return at.delivered(register, person.settlement)?.filter((row) => text(row, 'person_no') === person.no) ?? null;
}

/** The benefits of these types that are being received (领取). */
function received(benefits: readonly Row[], ...types: string[]): Row[] {
  return benefits.filter((row) => isOneOf(row, 'benefit_type', ...types) && isOneOf(row, 'status', '3'));
}

/** `greatest(0, mi(T) - 1 - mi(last_month))`, an empty last month reading as the month before `from_month`; null when both are empty. */
function monthsUnpaid(at: AsOf, benefit: Row): number | null {
  const last = text(benefit, 'last_month');
  const from = text(benefit, 'from_month');
  if (last === null && from === null) return null;
  const paidTo = last === null ? monthIndex(from ?? '') - 1 : monthIndex(last);
  return Math.max(0, monthIndex(at.date) - 1 - paidTo);
}

function pensionGap(at: AsOf, person: Person): number | null {
  if (age(at, person) < 60) return 0;
  const benefits = rowsOf(at, person, 'welfare_benefit');
  if (benefits === null) return null;
  const gap = least(received(benefits, '1', '2').map((row) => monthsUnpaid(at, row)));
  const birthday = monthIndex(person.birth) + 60 * 12;
  return gap ?? Math.max(0, monthIndex(at.date) - 1 - birthday);
}

/** Months since the last contribution, when 16 to 59 and every pension insurance is interrupted. */
function contributionGap(at: AsOf, person: Person): number | null {
  if (age(at, person) < 16 || age(at, person) > 59) return 0;
  const benefits = rowsOf(at, person, 'welfare_benefit');
  if (benefits === null) return null;
  const pensions = benefits.filter((row) => isOneOf(row, 'benefit_type', '1', '2'));
  if (pensions.length === 0 || !pensions.every((row) => isOneOf(row, 'status', '2'))) return 0;
  const months = pensions.map((row) => text(row, 'last_month') ?? text(row, 'from_month'));
  return least(months.map((month) => (month === null ? null : monthIndex(at.date) - monthIndex(month))));
}

function allowanceGap(at: AsOf, person: Person): number | null {
  const benefits = rowsOf(at, person, 'welfare_benefit');
  if (benefits === null) return null;
  return greatest(received(benefits, '3', '4', '7').map((row) => monthsUnpaid(at, row))) ?? 0;
}

/** Tag 2 needs 特困供养, tags 3 and 4 孤儿保障: the longest gap; 1 where the benefit is not received at all. */
function coreGap(at: AsOf, person: Person): Fact {
  if (!hasTag(person, '2', '3', '4')) return 0;
  const benefits = rowsOf(at, person, 'welfare_benefit');
  if (benefits === null) return null;
  const gapOf = (type: string): number => greatest(received(benefits, type).map((row) => monthsUnpaid(at, row))) ?? 1;
  return greatest([hasTag(person, '2') ? gapOf('5') : 0, hasTag(person, '3', '4') ? gapOf('6') : 0]);
}

function benefitGap(at: AsOf, person: Person): Fact {
  const gaps = [pensionGap(at, person), contributionGap(at, person), allowanceGap(at, person)];
  return gaps.includes(null) ? null : greatest(gaps);
}

function benefitDue(at: AsOf, person: Person): Fact {
  const benefits = rowsOf(at, person, 'welfare_benefit');
  return anyOf(
    age(at, person) >= 60,
    hasTag(person, '2', '3', '4'),
    benefits === null ? null : benefits.some((row) => isOneOf(row, 'status', '1', '2', '3')),
  );
}

/** A transfer that is done. */
function hukouMoved(at: AsOf, person: Person): Truth {
  return rowsOf(at, person, 'hukou_transfer')?.some((row) => text(row, 'done_on') !== null) ?? null;
}

/** `issued_on <= T` and `status in ('1','2','3')`; false without a row. */
function hasPermit(at: AsOf, person: Person): Truth {
  const permits = rowsOf(at, person, 'residence_permit');
  return permits?.some((row) => isBy(row, 'issued_on', at.date) && isOneOf(row, 'status', '1', '2', '3')) ?? null;
}

function permitOverdueDays(at: AsOf, person: Person): Fact {
  const holds = hasPermit(at, person);
  if (holds !== true) return holds === null ? null : 0;
  const due = greatest(rowsOf(at, person, 'residence_permit')?.map((row) => text(row, 'endorse_due')) ?? []);
  return due === null ? null : daysBetween(at.date, due);
}

/** Days since the application when nothing is issued yet and the state is valid or under way. */
function permitWaitDays(at: AsOf, person: Person): Fact {
  const permits = rowsOf(at, person, 'residence_permit');
  if (permits === null) return null;
  const waiting = permits.find((row) => !isBy(row, 'issued_on', at.date) && isOneOf(row, 'status', '1', '6'));
  if (waiting === undefined) return 0;
  const applied = text(waiting, 'applied_on');
  return applied === null ? null : daysBetween(at.date, applied);
}

/** Neither hukou nor permit, no application for a permit, and no transfer under way. */
function noCredential(at: AsOf, person: Person): Fact {
  const permits = rowsOf(at, person, 'residence_permit');
  const transfers = rowsOf(at, person, 'hukou_transfer');
  const isApplication = (row: Row): boolean =>
    isBy(row, 'applied_on', at.date) && text(row, 'issued_on') === null && isOneOf(row, 'status', '1', '6');
  return allOf(
    not(hukouMoved(at, person)),
    not(hasPermit(at, person)),
    permits === null ? null : !permits.some(isApplication),
    transfers === null ? null : !transfers.some((row) => text(row, 'done_on') === null),
  );
}

export const benefitFacts: Definitions<Person> = {
  pension_gap_months: pensionGap,
  contribution_gap_months: contributionGap,
  allowance_gap_months: allowanceGap,
  core_gap_months: coreGap,
  benefit_gap_months: benefitGap,
  benefit_due: benefitDue,
  hukou_moved: hukouMoved,
  has_permit: hasPermit,
  permit_overdue_days: permitOverdueDays,
  permit_wait_days: permitWaitDays,
  no_credential: noCredential,
};
