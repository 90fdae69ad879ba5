/** The policy years for which a delivery of an insurer holds the enrolment of everyone. */
import { type Day, dayOf, yearOf } from '../days.ts';
import type { Plan } from '../plan.ts';

/** Enrolment is sent at the beginning of the year; a large prefecture sends only that of the last year, to keep the number of rows in bounds. */
export function enrolmentYears(plan: Plan, after: Day | undefined, upTo: Day): number[] {
  const last = yearOf(plan.until);
  if (after === undefined) return [yearOf(upTo)].filter((year) => year === last || plan.people <= 100_000);
  const years: number[] = [];
  for (let year = yearOf(after) + 1; year <= yearOf(upTo); year += 1)
    if (dayOf(year, 1, 1) <= upTo && (year === last || plan.people <= 100_000)) years.push(year);
  return years;
}
