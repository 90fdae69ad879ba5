/** Facts of a person about 安居险 and 就业险: facts.md section 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, plusDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isAfter } from '../facts.ts';
import type { Person } from '../subjects.ts';
import { allOf, type Truth } from '../threeValued.ts';
import { isOneOf, number, type Row, text } from '../world.ts';
import { age, seeking, sinceOf, yearOf } from './work.ts';

/** The insurance rows of a person; null when the register is silent. */
function policies(at: AsOf, person: Person, register: string): Row[] | null {
  return at.delivered(register, person.settlement)?.filter((row) => text(row, 'person_no') === person.no) ?? null;
}

/** Some row of the policy year of T exists. */
function isInsured(at: AsOf, rows: readonly Row[]): boolean {
  return rows.some((row) => number(row, 'policy_year') === yearOf(at));
}

/** 0 when insured this year; else days since the latest of New Year, move-in and birth, 1 on the first day. */
function houseUninsuredDays(at: AsOf, person: Person): Fact {
  const rows = policies(at, person, 'housing_insurance');
  if (rows === null) return null;
  if (isInsured(at, rows)) return 0;
  const start = greatest([`${yearOf(at) - 1}-12-31`, plusDays(person.household.moveIn, -1), plusDays(person.birth, -1)]);
  return daysBetween(at.date, start ?? '');
}

/** The longest wait of a claim with complete papers that is not yet paid; 0 without one. */
function claimDays(at: AsOf, rows: readonly Row[] | null): Fact {
  if (rows === null) return null;
  const waiting = rows.filter((row) => text(row, 'paid_on') === null && isOneOf(row, 'claim_status', '2', '3', '4'));
  const since = waiting.map((row) => text(row, 'docs_complete_on'));
  return greatest(since.map((day) => (day === null ? null : daysBetween(at.date, day)))) ?? 0;
}

function houseClaimRefusedUnexplained(at: AsOf, person: Person): Fact {
  const rows = policies(at, person, 'housing_insurance');
  if (rows === null) return null;
  return rows.some(
    (row) =>
      isOneOf(row, 'claim_status', '6') && (text(row, 'reject_reason') ?? '').trim() === '' && isAfter(row, 'claimed_on', plusDays(at.date, -365)),
  );
}

/** Age 16 or over and a row of this policy year exists. */
function jobInsured(at: AsOf, person: Person): Truth {
  const rows = policies(at, person, 'employment_insurance');
  return allOf(age(at, person) >= 16, rows === null ? null : isInsured(at, rows));
}

/** Days out of work when insured and seeking and nothing was claimed since; else 0. */
function jobUnclaimedDays(at: AsOf, person: Person): Fact {
  const isSeeking = seeking(at, person);
  const applies = allOf(jobInsured(at, person), isSeeking);
  if (applies !== true) return applies === null ? null : 0;
  const since = sinceOf(at, person);
  const rows = policies(at, person, 'employment_insurance');
  if (since === null || rows === null) return null;
  const claimed = rows.some((row) => (text(row, 'claimed_on') ?? '') >= since);
  return claimed ? 0 : daysBetween(at.date, since);
}

/** The sum of `paid_days` over the paid claims of this policy year. */
function jobPaidDays(at: AsOf, person: Person): Fact {
  const rows = policies(at, person, 'employment_insurance');
  if (rows === null) return null;
  return rows
    .filter((row) => number(row, 'policy_year') === yearOf(at) && text(row, 'paid_on') !== null)
    .reduce((sum, row) => sum + (number(row, 'paid_days') ?? 0), 0);
}

export const insuranceFacts: Definitions<Person> = {
  house_uninsured_days: houseUninsuredDays,
  house_claim_days: (at, person) => claimDays(at, policies(at, person, 'housing_insurance')),
  house_claim_refused_unexplained: houseClaimRefusedUnexplained,
  job_insured: jobInsured,
  job_unclaimed_days: jobUnclaimedDays,
  job_claim_days: (at, person) => claimDays(at, policies(at, person, 'employment_insurance')),
  job_paid_days: jobPaidDays,
};
