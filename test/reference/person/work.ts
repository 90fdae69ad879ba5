/** Facts of a person about age, school and work: facts.md sections 2 and 3. */
import type { AsOf } from '../asOf.ts';
import { daysBetween, fullYears, partsOf, schoolYearDay } from '../calendar.ts';
import { type Definitions, type Fact, isOngoing } from '../facts.ts';
import { type Person, personsOf } from '../subjects.ts';
import { allOf, not, type Truth } from '../threeValued.ts';
import { isOneOf, number, type Row, text } from '../world.ts';

/** `years(person.birth_date, T)`. */
export function age(at: AsOf, person: Person): number {
  return fullYears(person.birth, at.date);
}

/** `T - person.birth_date`. */
export function ageInDays(at: AsOf, person: Person): number {
  return daysBetween(at.date, person.birth);
}

/** `years(person.birth_date, aug31(T))`; 0 when born later. */
export function schoolAge(at: AsOf, person: Person): number {
  return Math.max(0, fullYears(person.birth, schoolYearDay(at.date)));
}

/** Whether `person.special_tags` holds at least one of these. */
export function hasTag(person: Person, ...tags: string[]): boolean {
  return person.tags.some((tag) => tags.includes(tag));
}

/** `school_status in ('1',…,'7')`; when empty: false if age >= 25 or age < 3, else unknown. */
export function inSchool(at: AsOf, person: Person): Truth {
  if (text(person.row, 'school_status') !== null) return isOneOf(person.row, 'school_status', '1', '2', '3', '4', '5', '6', '7');
  return age(at, person) >= 25 || age(at, person) < 3 ? false : null;
}

/** Age 16 to 59, able to work, not in school, not serving, abroad or in prison. */
export function labour(at: AsOf, person: Person): Truth {
  const years = age(at, person);
  return allOf(
    years >= 16 && years <= 59,
    isOneOf(person.row, 'labour_ability', '1', '2', '3'),
    not(inSchool(at, person)),
    !hasTag(person, '16', '17', '18'),
  );
}

/** `lab`: as labour, but an unknown in_school counts as not in school. */
export function isLabour(at: AsOf, person: Person): boolean {
  return labour(at, person) !== false;
}

/** `emp`: the fresh employment row of a person; null without one. */
export function employmentOf(at: AsOf, person: Person): Row | null {
  const rows = at.delivered('employment', person.settlement) ?? [];
  return rows.find((row) => text(row, 'person_no') === person.no) ?? null;
}

/** `job`: `emp_status = '1'` and (`end_on` empty or > T). */
export function hasJob(at: AsOf, employment: Row): boolean {
  return isOneOf(employment, 'emp_status', '1') && isOngoing(employment, 'end_on', at.date);
}

/** `since`: the date of joblessness. */
export function joblessSince(employment: Row): string | null {
  const ended = isOneOf(employment, 'emp_status', '1') ? text(employment, 'end_on') : null;
  return text(employment, 'unemployed_on') ?? ended ?? text(employment, 'start_on');
}

/** `seek`: out of work, wishing to work, not exempt, fewer than three refusals. */
export function seeksWork(at: AsOf, employment: Row): boolean {
  return (
    !hasJob(at, employment) &&
    isOneOf(employment, 'emp_status', '1', '2') &&
    isOneOf(employment, 'job_wish', '1', '2') &&
    text(employment, 'exempt_reason') === null &&
    (number(employment, 'refused_count') ?? 0) < 3
  );
}

/** `employer`: the code, else the name, of the last employer. */
export function employerOf(row: Row): string | null {
  return text(row, 'employer_uscc') ?? text(row, 'employer_name');
}

/** `job`; without a fresh employment row: false when labour is false. */
export function employed(at: AsOf, person: Person): Truth {
  const employment = employmentOf(at, person);
  if (employment !== null) return hasJob(at, employment);
  return labour(at, person) === false ? false : null;
}

/** Labour and `seek`; false when labour is false; unknown without a fresh employment row. */
export function seeking(at: AsOf, person: Person): Truth {
  const employment = employmentOf(at, person);
  return allOf(labour(at, person), employment === null ? null : seeksWork(at, employment));
}

/** `since` of the fresh employment row. */
export function sinceOf(at: AsOf, person: Person): string | null {
  const employment = employmentOf(at, person);
  return employment === null ? null : joblessSince(employment);
}

function unemployedDays(at: AsOf, person: Person): Fact {
  const isSeeking = seeking(at, person);
  if (isSeeking !== true) return isSeeking === null ? null : 0;
  const since = sinceOf(at, person);
  return since === null ? null : daysBetween(at.date, since);
}

/** True when not seeking; else guided once, offered three jobs and a training begun since. */
function service131Done(at: AsOf, person: Person): Fact {
  const isSeeking = seeking(at, person);
  const employment = employmentOf(at, person);
  if (isSeeking === null) return null;
  if (!isSeeking || employment === null) return true;
  const guided = number(employment, 'guidance_count');
  const offered = number(employment, 'offer_count');
  return allOf(guided === null ? null : guided >= 1, offered === null ? null : offered >= 3, trainedSince(at, person));
}

/** A training of the person from `since` on; with `since` empty: unknown when trainings exist, false without. */
function trainedSince(at: AsOf, person: Person): Truth {
  const since = sinceOf(at, person);
  const trainings = at.delivered('training', person.settlement)?.filter((row) => text(row, 'person_no') === person.no);
  if (trainings === undefined) return null;
  if (since === null) return trainings.length === 0 ? false : null;
  return trainings.some((row) => (text(row, 'from_date') ?? '') >= since);
}

/** `arrears_days` when employed, 0 when not. */
function wageArrearsDays(at: AsOf, person: Person): number | null {
  const isEmployed = employed(at, person);
  const employment = employmentOf(at, person);
  if (isEmployed === null) return null;
  return isEmployed && employment !== null ? number(employment, 'arrears_days') : 0;
}

/** How many persons of the settlement the same employer leaves unpaid for more than 7 days. */
function employerUnpaidPersons(at: AsOf, person: Person): Fact {
  const days = wageArrearsDays(at, person);
  const employment = employmentOf(at, person);
  const employer = employment === null ? null : employerOf(employment);
  if (days === null) return null;
  if (days <= 7 || employer === null) return 0;
  return personsOf(at, person.settlement).filter((other) => {
    const row = employmentOf(at, other);
    return row !== null && hasJob(at, row) && employerOf(row) === employer && (number(row, 'arrears_days') ?? 0) > 7;
  }).length;
}

/** The year of T. */
export function yearOf(at: AsOf): number {
  return partsOf(at.date).year;
}

export const workFacts: Definitions<Person> = {
  age,
  age_days: ageInDays,
  school_age: schoolAge,
  in_school: inSchool,
  labour,
  employed,
  seeking,
  unemployed_days: unemployedDays,
  service_131_done: service131Done,
  wage_arrears_days: wageArrearsDays,
  employer_unpaid_persons: employerUnpaidPersons,
};
