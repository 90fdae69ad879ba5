/** The days on which departments deliver their sheets, from the first whole list to the last day of the sample. */
import { addMonths, type Day, dayOf, lastDayOfMonth, lastDayOfQuarter, monthOf, type Quarter, quarterOf, yearOf } from './days.ts';

export interface Timeline {
  readonly until: Day;
  /** The first lists of places, households and people: before the year ahead of the last full year ends, so that its growth can be computed. */
  readonly base: Day;
  /** The first delivery of everything else: the month end with which the months of history begin. */
  readonly start: Day;
  /** Base, the month ends of the last months, and the last day. */
  readonly sinceBase: readonly Day[];
  /** The month ends of the last months, and the last day. */
  readonly monthly: readonly Day[];
  /** Start, the quarter ends of the last months, and the last day. */
  readonly quarterly: readonly Day[];
  /** Base, start, and every second quarter end up to the last: for lists that hardly change. */
  readonly seldom: readonly Day[];
  /** Quarters of income, from the first quarter of the year of the base. */
  readonly quarters: readonly Quarter[];
  /** The last year that is over at `until`. */
  readonly lastFullYear: number;
}

const unique = (days: readonly Day[]): Day[] => [...new Set(days)].sort((one, other) => one - other);

export function timelineUntil(until: Day, months: number): Timeline {
  const lastQuarter = lastDayOfQuarter(quarterOf(until)) <= until ? quarterOf(until) : quarterOf(until) - 1;
  const lastFullYear = lastDayOfQuarter(yearOf(until) * 4 + 4) <= until ? yearOf(until) : yearOf(until) - 1;
  const start = lastDayOfMonth(monthOf(addMonths(until, -months)));
  const base = Math.min(dayOf(lastFullYear - 1, 12, 31), start);
  const monthEnds: Day[] = [];
  for (let month = monthOf(start); lastDayOfMonth(month) < until; month += 1) monthEnds.push(lastDayOfMonth(month));
  const quarterEnds = monthEnds.filter((day) => lastDayOfQuarter(quarterOf(day)) === day);
  const everySecond = quarterEnds.filter((_, place) => (quarterEnds.length - place) % 2 === 1);
  const quarters: Quarter[] = [];
  for (let quarter = (lastFullYear - 1) * 4 + 1; quarter <= lastQuarter; quarter += 1) quarters.push(quarter);
  return {
    until,
    base,
    start,
    sinceBase: unique([base, ...monthEnds, until]),
    monthly: unique([...monthEnds, until]),
    quarterly: unique([start, ...quarterEnds, until]),
    seldom: unique([base, start, ...everySecond, ...(everySecond.length === 0 ? [until] : [])]),
    quarters,
    lastFullYear,
  };
}
