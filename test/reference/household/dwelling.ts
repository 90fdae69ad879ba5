/** Facts of a household about living in its dwelling: facts.md sections 2 and 4. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, plusDays, workingDays } from '../calendar.ts';
import { type Definitions, type Fact, isAfter, isBy, isOngoing } from '../facts.ts';
import { employmentOf, hasJob, isLabour } from '../person/work.ts';
import type { Household, Person } from '../subjects.ts';
import { allOf, anyOf, type Truth } from '../threeValued.ts';
import { isOneOf, number, type Row, says, text } from '../world.ts';

/** What was seen of a dwelling on a day: code of OCCUPANCY. */
interface Observation {
  readonly date: string;
  readonly occupancy: string;
}

/** `dwelling`: the housing row of the household, of several the least `house_no`; null without one or when the register is silent. */
function dwellingOf(at: AsOf, household: Household): Row | null {
  const rows = at.delivered('housing', household.settlement) ?? [];
  const own = rows.filter((row) => text(row, 'household_no') === household.no);
  return own.toSorted((a, b) => ((text(a, 'house_no') ?? '') < (text(b, 'house_no') ?? '') ? -1 : 1))[0] ?? null;
}

/** Living = 1 常住 or 2 间断. */
const isLiving = ({ occupancy }: Observation): boolean => occupancy === '1' || occupancy === '2';

/** `seen`: one observation a day, earliest first; null when the visit or the housing register is silent. */
function seenOf(at: AsOf, household: Household): Observation[] | null {
  const visits = at.delivered('visit', household.settlement);
  if (visits === null || !at.fresh('housing', household.settlement)) return null;
  const home = visits.filter((row) => text(row, 'household_no') === household.no && isOneOf(row, 'method', '1'));
  const dwelling = dwellingOf(at, household);
  const all = [
    ...home.flatMap((row) => observed(row, 'visited_on', at.date)),
    ...(dwelling === null ? [] : observed(dwelling, 'checked_on', at.date)),
    ...(dwelling === null ? [] : observed(dwelling, 'vacant_from', at.date)),
  ];
  const days = [...new Set(all.map(({ date }) => date))].toSorted();
  return days.map((day) => strongest(all.filter(({ date }) => date === day)));
}

function observed(row: Row, field: string, until: string): Observation[] {
  const date = text(row, field);
  const occupancy = text(row, 'occupancy');
  return date !== null && date <= until && occupancy !== null ? [{ date, occupancy }] : [];
}

/** On one date a living observation wins over all others; of others the greater code wins. */
function strongest(sameDay: readonly Observation[]): Observation {
  const rank = (seen: Observation): number => (isLiving(seen) ? 100 : 0) + Number(seen.occupancy);
  return sameDay.reduce((best, seen) => (rank(seen) > rank(best) ? seen : best));
}

/** 0 when the latest observation is living; else days since the first observation after the latest living one. */
function vacantDays(at: AsOf, household: Household): number | null {
  const seen = seenOf(at, household);
  if (seen === null) return null;
  const vacant = seen.slice(seen.findLastIndex(isLiving) + 1);
  if (seen.length === 0) return null;
  return vacant[0] === undefined ? 0 : daysBetween(at.date, vacant[0].date);
}

/** Away by the household's state, or every labourer known to work outside the county and at least one. */
function awayForWork(at: AsOf, household: Household): Truth {
  if (isOneOf(household.row, 'status', '2', '3')) return true;
  const labourers = household.members.filter((member) => isLabour(at, member));
  if (labourers.length === 0) return false;
  return allOf(...labourers.map((member) => worksAway(at, member)));
}

function worksAway(at: AsOf, member: Person): Truth {
  const employment = employmentOf(at, member);
  return employment === null ? null : hasJob(at, employment) && isOneOf(employment, 'emp_form', '4', '5');
}

/** Away with a known reason, and some visit or call in the last 92 days. */
function awayInContact(at: AsOf, household: Household): Truth {
  const seen = seenOf(at, household);
  const visits = at.delivered('visit', household.settlement);
  if (seen === null || visits === null) return null;
  const inContact = visits.some((row) => text(row, 'household_no') === household.no && isAfter(row, 'visited_on', plusDays(at.date, -92)));
  const latest = seen.at(-1);
  return allOf(inContact, anyOf(awayForWork(at, household), latest === undefined ? null : latest.occupancy === '4'));
}

function unexplainedVacantDays(at: AsOf, household: Household): Fact {
  const days = vacantDays(at, household);
  const isExplained = awayInContact(at, household);
  if (isExplained === true || days === 0) return 0;
  return isExplained === null ? null : days;
}

function houseTransferred(at: AsOf, household: Household): Fact {
  const latest = seenOf(at, household)?.at(-1);
  return latest === undefined ? null : ['3', '6', '7'].includes(latest.occupancy);
}

/** The grade of an open hazard, 0 without one; unknown when nobody has looked for 400 days. */
function hazardGrade(at: AsOf, household: Household): number | null {
  const dwelling = dwellingOf(at, household);
  const level = dwelling === null ? null : number(dwelling, 'hazard_level');
  if (dwelling === null || level === null) return null;
  const hasBegun = !isAfter(dwelling, 'hazard_from', at.date);
  const grade = hasBegun && isOngoing(dwelling, 'hazard_to', at.date) ? level : 0;
  const checked = text(dwelling, 'checked_on');
  const isOld = checked !== null && checked < plusDays(at.date, -400);
  return grade === 0 && isOld ? null : grade;
}

function hazardOpenDays(at: AsOf, household: Household): Fact {
  const grade = hazardGrade(at, household);
  const from = text(dwellingOf(at, household) ?? {}, 'hazard_from');
  if (grade === null || grade === 0) return grade;
  return from === null ? null : daysBetween(at.date, from);
}

/** A claim about the dwelling; unknown without one. */
const ofDwelling =
  (claim: (at: AsOf, dwelling: Row) => Fact) =>
  (at: AsOf, household: Household): Fact => {
    const dwelling = dwellingOf(at, household);
    return dwelling === null ? null : claim(at, dwelling);
  };

const isIssued = (at: AsOf, dwelling: Row): boolean => isBy(dwelling, 'cert_date', at.date);
const isAccepted = (at: AsOf, dwelling: Row): boolean => isBy(dwelling, 'cert_accept_date', at.date);

function titleWait(at: AsOf, dwelling: Row): Fact {
  if (!isAccepted(at, dwelling) || isIssued(at, dwelling)) return 0;
  return workingDays(text(dwelling, 'cert_accept_date') ?? '', at.date, at.world.calendar);
}

export const dwellingFacts: Definitions<Household> = {
  vacant_days: vacantDays,
  away_for_work: awayForWork,
  away_in_contact: awayInContact,
  unexplained_vacant_days: unexplainedVacantDays,
  moved_back: (_at, household) => isOneOf(household.row, 'status', '4'),
  house_transferred: houseTransferred,
  hazard_grade: hazardGrade,
  hazard_open_days: hazardOpenDays,
  title_issued: ofDwelling(isIssued),
  title_accepted: ofDwelling(isAccepted),
  title_wait_wd: ofDwelling(titleWait),
  title_dispute: ofDwelling((at, dwelling) => says(dwelling, 'title_dispute') && !isIssued(at, dwelling)),
};
