/** Facts of a person about schooling and the care of children: facts.md section 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, plusDays, termStart, workingDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isAfter } from '../facts.ts';
import { isMonitored, onDibao } from '../household/support.ts';
import type { Person } from '../subjects.ts';
import { allOf, anyOf, not, type Truth } from '../threeValued.ts';
import { denies, isOneOf, number, type Row, says, text } from '../world.ts';
import { age, hasTag, schoolAge } from './work.ts';

/** `pup`: the pupil row; null without one, undefined when the register is silent. */
function pupilOf(at: AsOf, person: Person): Row | null | undefined {
  const pupils = at.delivered('pupil', person.settlement);
  if (pupils === null) return undefined;
  return pupils.find((row) => text(row, 'person_no') === person.no) ?? null;
}

const isOfSchoolAge = (at: AsOf, person: Person): boolean => schoolAge(at, person) >= 6 && schoolAge(at, person) <= 15;

/** School age 6 to 15, not finished and not exempt; without a pupil row the person's own fields decide. */
function compulsory(at: AsOf, person: Person): Truth {
  const pupil = pupilOf(at, person);
  const ofPupil = (claim: (row: Row) => boolean): Truth => (pupil ? claim(pupil) : pupil === null ? false : null);
  const finished = anyOf(ofPupil(hasFinished), isOneOf(person.row, 'school_status', '4', '5', '6'));
  const exempt = anyOf(ofPupil(isExempt), isOneOf(person.row, 'school_status', '7'));
  return allOf(isOfSchoolAge(at, person), not(finished), not(exempt));
}

function hasFinished(pupil: Row): boolean {
  const grade = number(pupil, 'grade') ?? -1;
  return (isOneOf(pupil, 'enrol_status', '6') && grade >= 9) || grade >= 10;
}

function isExempt(pupil: Row): boolean {
  return isOneOf(pupil, 'enrol_status', '4', '8') || isOneOf(pupil, 'special_edu', '3');
}

/** `enrol_status in ('3','7')`; without a pupil row true when `school_status = '8'`, else unknown. */
function notEnrolled(at: AsOf, person: Person): Fact {
  const pupil = pupilOf(at, person);
  if (pupil === undefined) return null;
  if (pupil !== null) return isOneOf(pupil, 'enrol_status', '3', '7');
  return isOneOf(person.row, 'school_status', '8') ? true : null;
}

/** `absent_days`; when empty 0 if enrolled and at school, else unknown. */
function absentSchoolDays(at: AsOf, person: Person): Fact {
  const pupil = pupilOf(at, person);
  if (!pupil) return null;
  return number(pupil, 'absent_days') ?? (isOneOf(pupil, 'enrol_status', '1') ? 0 : null);
}

/** `transfer_on` filled and <= T and (`enrolled_on` empty or < `transfer_on`). */
function transferPending(at: AsOf, person: Person): Truth {
  const pupil = pupilOf(at, person);
  if (!pupil) return isOfSchoolAge(at, person) ? null : false;
  const enrolled = text(pupil, 'enrolled_on');
  const transfer = text(pupil, 'transfer_on');
  return transfer !== null && transfer <= at.date && (enrolled === null || enrolled < transfer);
}

function transferWait(at: AsOf, person: Person): Fact {
  const pending = transferPending(at, person);
  const pupil = pupilOf(at, person);
  if (pending !== true || !pupil) return pending === null ? null : 0;
  return workingDays(text(pupil, 'transfer_on') ?? '', at.date, at.world.calendar);
}

/** Enrolled, and of a poor, monitored or allowance household, or with a tag of hardship. */
function aidEligible(at: AsOf, person: Person): Truth {
  const pupil = pupilOf(at, person);
  if (!pupil) return isOfSchoolAge(at, person) ? null : false;
  return allOf(
    isOneOf(pupil, 'enrol_status', '1', '2', '8'),
    anyOf(
      isOneOf(person.household.row, 'household_type', '1', '2'),
      isMonitored(at, person.household),
      onDibao(at, person.household),
      hasTag(person, '2', '3', '4', '9'),
    ),
  );
}

/** 0 when aid was paid this term; else days of the term so far. */
function aidUnpaidDays(at: AsOf, person: Person): Fact {
  const pupil = pupilOf(at, person);
  if (!pupil) return null;
  const paidOn = text(pupil, 'aid_on') ?? '';
  const isPaid = paidOn >= termStart(at.date) && paidOn <= at.date && (number(pupil, 'aid_amount') ?? 0) > 0;
  return isPaid ? 0 : daysBetween(at.date, termStart(at.date)) + 1;
}

/** The visits of the household that concern the person or all of it; null when the register is silent. */
function visitsTo(at: AsOf, person: Person): Row[] | null {
  const visits = at.delivered('visit', person.settlement);
  if (visits === null) return null;
  return visits.filter(
    (row) => text(row, 'household_no') === person.household.no && (text(row, 'person_no') === null || text(row, 'person_no') === person.no),
  );
}

/** Days since the latest of move-in, birth and a visit that met someone. */
function daysSinceCare(at: AsOf, person: Person): Fact {
  const visits = visitsTo(at, person);
  if (visits === null) return null;
  const met = visits.filter((row) => !denies(row, 'met')).map((row) => text(row, 'visited_on'));
  return daysBetween(at.date, greatest([person.household.moveIn, person.birth, ...met]) ?? '');
}

function childIncident(at: AsOf, person: Person): Fact {
  const visits = visitsTo(at, person);
  if (visits === null) return null;
  return visits.some((row) => says(row, 'incident') && isAfter(row, 'visited_on', plusDays(at.date, -30)));
}

function nobodyGuards(_at: AsOf, person: Person): Fact {
  return text(person.row, 'guardian_status') === null ? null : isOneOf(person.row, 'guardian_status', '4');
}

export const schoolFacts: Definitions<Person> = {
  compulsory,
  not_enrolled: notEnrolled,
  absent_school_days: absentSchoolDays,
  transfer_pending: transferPending,
  transfer_wait_wd: transferWait,
  aid_eligible: aidEligible,
  aid_unpaid_days: aidUnpaidDays,
  at_risk_child: (at, person) => age(at, person) < 18 && hasTag(person, '3', '4', '5', '8', '9'),
  days_since_care: daysSinceCare,
  nobody_guards: nobodyGuards,
  child_incident: childIncident,
};
