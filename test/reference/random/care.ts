/** Random schooling, health, house insurance, hukou and permits of persons. */
import { partsOf, plusDays } from '../calendar.ts';
import type { Row } from '../world.ts';
import type { Somebody } from './people.ts';
import type { Teller } from './telling.ts';
import { claimOf } from './work.ts';

/** Everything about the care of a person. */
export function tellCare(teller: Teller, person: Somebody): void {
  const about = { person_no: person.no };
  const age = partsOf(teller.until).year - partsOf(person.birth).year;
  const state = (register: string, describe: (date: string) => Row): void => void teller.state(register, about, describe, person.since);
  if (age >= 4 && age <= 19 && teller.chance(0.85)) state('pupil', () => pupilRow(teller, age));
  if (teller.chance(0.9)) state('health_service', () => healthRow(teller));
  if (age >= 14 && teller.chance(0.6)) state('residence_permit', (date) => permitRow(teller, date, person.no));
  if (teller.chance(0.3)) tellHukou(teller, person.no);
  tellHouseInsurance(teller, person.no);
  tellBenefits(teller, person, age);
}

function pupilRow(teller: Teller, age: number): Row {
  const enrol_status = teller.chance(0.75) ? '1' : teller.pick(['2', '3', '4', '5', '6', '7', '8']);
  const isPaid = teller.chance(0.5);
  return {
    enrol_status,
    school_no: 'XX0001',
    grade: teller.maybe(0.95, [String(Math.min(12, Math.max(0, age - 6))), '9', '10']),
    enrolled_on: teller.maybe(0.8, ['2021-09-01', '2023-09-01', teller.edge()]),
    transfer_on: teller.chance(0.25) ? teller.edge() : null,
    absent_days: teller.maybe(0.8, [0, 0, 0, 0, 1, 2, 3, 6, 7, 14, 15]),
    aid_amount: isPaid ? teller.pick([0, 500, 1250.5]) : null,
    aid_on: isPaid ? teller.edge() : null,
    special_edu: teller.maybe(0.05, ['1', '3']),
  };
}

function healthRow(teller: Teller): Row {
  const year = partsOf(teller.pick(teller.looks)).year;
  const isSigned = teller.chance(0.7);
  return {
    insurance_type: teller.pick(['1', '1', '1', '2', '3', '4']),
    ins_year: year + teller.pick([-1, 0, 0, 0, 1]),
    doctor: isSigned || teller.chance(0.1) ? '示例医生' : null,
    signed_on: isSigned ? teller.edge() : null,
    chronic: teller.chance(0.3) ? teller.some(['1', '2', '4', '9'], 0.4) : null,
    followup_due: teller.chance(0.5) ? teller.edge() : null,
  };
}

/** Issued only after the day of the row is no statement that a register makes. */
function permitRow(teller: Teller, date: string, no: string): Row {
  const applied = teller.chance(0.5) ? teller.edge() : '2022-05-05';
  const issued = plusDays(applied, teller.pick([0, 15, 30, 31]));
  const isIssued = issued <= date && teller.chance(0.8);
  return {
    applied_on: applied <= date ? applied : date,
    issued_on: isIssued ? issued : null,
    permit_no: isIssued ? `J${no}` : null,
    endorse_due: isIssued ? teller.maybe(0.9, [teller.edge(), '2025-12-31']) : null,
    status: isIssued ? teller.pick(['1', '1', '1', '2', '3', '4', '5']) : teller.pick(['1', '6', '6', '4']),
  };
}

function tellHukou(teller: Teller, no: string): void {
  const row = { person_no: no, applied_on: teller.edge(), voluntary: teller.chance(0.9) };
  const done = { done_on: teller.edge() };
  if (teller.chance(0.3)) teller.event('hukou_transfer', row, done);
  else teller.event('hukou_transfer', { ...row, ...(teller.chance(0.6) ? done : {}) });
}

function tellHouseInsurance(teller: Teller, no: string): void {
  const year = partsOf(teller.pick(teller.looks)).year;
  for (const policy_year of teller.some([year - 1, year, year + 1], 0.6)) {
    teller.event('housing_insurance', { policy_year, person_no: no, premium: 20 });
    if (teller.chance(0.25)) teller.event('housing_insurance', { policy_year, person_no: no, ...claimOf(teller, no), peril: '3' });
  }
}

/** Pensions by age, allowances and core support by chance; one row a kind of benefit. */
function tellBenefits(teller: Teller, person: Somebody, age: number): void {
  const pensions = age >= 16 ? teller.some(['1', '2'], 0.45) : [];
  for (const benefit_type of [...pensions, ...teller.some(['3', '4', '5', '6', '7', '8'], 0.12)]) {
    const status = age >= 60 || !['1', '2'].includes(benefit_type) ? ['3', '3', '3', '4', '5'] : ['1', '1', '2', '2', '5'];
    teller.state(
      'welfare_benefit',
      { person_no: person.no, benefit_type },
      () => {
        const hasMonth = teller.chance(0.85);
        const from = teller.chance(0.9) || !['1', '2'].includes(benefit_type) ? teller.pick(['2021-07', '2022-12', teller.edge().slice(0, 7)]) : null;
        return { status: teller.pick(status), from_month: from, last_month: hasMonth ? teller.edge().slice(0, 7) : null };
      },
      person.since,
    );
  }
}
