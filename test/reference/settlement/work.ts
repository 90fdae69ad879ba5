/** Facts of a settlement about employment: facts.md section 5. */
import type { AsOf } from '../asOf.ts';
import { plusDays } from '../calendar.ts';
import { type Definitions, type Fact, greatest, isAfter, percent } from '../facts.ts';
import { employerOf, employmentOf, hasJob, isLabour, joblessSince, seeksWork } from '../person/work.ts';
import { type Person, personsOf } from '../subjects.ts';
import { isOneOf, type Row, text } from '../world.ts';

/** The employment rows of the labourers of a settlement; null when the register is silent. */
function labourRows(at: AsOf, settlement: string): Row[] | null {
  if (!at.fresh('employment', settlement)) return null;
  return labourersOf(at, settlement)
    .map((person) => employmentOf(at, person))
    .filter((row) => row !== null);
}

const labourersOf = (at: AsOf, settlement: string): Person[] => personsOf(at, settlement).filter((person) => isLabour(at, person));

function employedCount(at: AsOf, settlement: string): number | null {
  return labourRows(at, settlement)?.filter((row) => hasJob(at, row)).length ?? null;
}

/** Those with a job and those who seek one. */
function willingCount(at: AsOf, settlement: string): number | null {
  return labourRows(at, settlement)?.filter((row) => hasJob(at, row) || seeksWork(at, row)).length ?? null;
}

/** Employed among the willing; unknown when fewer than nine in ten labourers have a row. */
function rate(at: AsOf, settlement: string, countsAsEmployed: (row: Row) => boolean): Fact {
  const rows = labourRows(at, settlement);
  const willing = willingCount(at, settlement);
  if (rows === null || willing === null || willing === 0) return null;
  if (rows.length * 10 < labourersOf(at, settlement).length * 9) return null;
  return percent(rows.filter((row) => hasJob(at, row) && countsAsEmployed(row)).length, willing);
}

/** Someone who came back or was laid off within 30 days, and from which employer. */
interface Returned {
  readonly person: string;
  readonly employer: string | null;
}

/** Persons who seek work since less than 30 days, and travellers who returned jobless; null when a register is silent. */
function returned(at: AsOf, settlement: string): Returned[] | null {
  const trips = at.delivered('labour_export', settlement);
  if (trips === null || !at.fresh('employment', settlement)) return null;
  const start = plusDays(at.date, -30);
  return personsOf(at, settlement).flatMap(({ no, ...person }) => {
    const employment = employmentOf(at, { no, ...person });
    const isLaidOff = employment !== null && seeksWork(at, employment) && (joblessSince(employment) ?? '') > start;
    const back = trips.filter((row) => text(row, 'person_no') === no && isAfter(row, 'returned_on', start) && isOneOf(row, 'return_reason', '1'));
    return [...(isLaidOff ? [employment] : []), ...back].map((row) => ({ person: no, employer: employerOf(row) }));
  });
}

/** Distinct persons of both groups, whether the employer is known or not. */
function returnedCount(at: AsOf, settlement: string): number | null {
  const all = returned(at, settlement);
  return all === null ? null : new Set(all.map(({ person }) => person)).size;
}

/** The greatest number of distinct persons from one employer; 0 without one. */
function returnedOneEmployer(at: AsOf, settlement: string): Fact {
  const all = returned(at, settlement);
  if (all === null) return null;
  const employers = new Set(all.flatMap(({ employer }) => employer ?? []));
  const personsFrom = (name: string): number => new Set(all.filter(({ employer }) => employer === name).map(({ person }) => person)).size;
  return greatest([...employers].map(personsFrom)) ?? 0;
}

function returnedPercent(at: AsOf, settlement: string): Fact {
  const count = returnedCount(at, settlement);
  const employed = employedCount(at, settlement);
  if (count === null || count === 0) return count;
  return employed === null ? null : percent(count, employed + count);
}

export const workFacts: Definitions<string> = {
  labour_employed: employedCount,
  labour_willing: willingCount,
  employment_rate: (at, settlement) => rate(at, settlement, () => true),
  employment_rate_ex_post: (at, settlement) => rate(at, settlement, (row) => !isOneOf(row, 'emp_form', '6')),
  returned_one_employer: returnedOneEmployer,
  returned_count: returnedCount,
  returned_pct: returnedPercent,
};
