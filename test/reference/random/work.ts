/** Random work: employment, posts, training, trips and the insurance against joblessness. */
import { partsOf } from '../calendar.ts';
import type { Row } from '../world.ts';
import type { Somebody } from './people.ts';
import type { Teller } from './telling.ts';

const employers = [
  { employer_name: '甲制衣厂' },
  { employer_name: '甲制衣厂', employer_uscc: '91522399MA00000011' },
  { employer_name: '乙电子厂' },
  { employer_name: null },
];

/** Everything about the work of somebody of 14 or over. */
export function tellWork(teller: Teller, person: Somebody): void {
  const age = partsOf(teller.until).year - partsOf(person.birth).year;
  const about = { person_no: person.no };
  if (age < 14) return;
  if (teller.chance(person.settlement.known)) teller.state('employment', about, () => employmentRow(teller, person), person.since);
  if (teller.chance(0.15)) tellPost(teller, person, `G${person.no}`);
  if (teller.chance(0.02)) tellPost(teller, person, `G${person.no}-2`);
  if (teller.chance(0.3)) teller.event('training', { ...about, from_date: teller.edge(), to_date: teller.edge() });
  if (teller.chance(0.06)) tellTrip(teller, person);
  if (teller.chance(0.6)) tellInsurance(teller, person);
}

/** At work with the settlement's chance; else mostly seeking, since an edge day. */
function employmentRow(teller: Teller, { settlement }: Somebody): Row {
  const works = teller.chance(settlement.jobRate);
  const lastJob = teller.pick(employers);
  const jobless = teller.chance(settlement.layOffs) ? teller.edge() : '2022-11-11';
  if (works) {
    return {
      emp_status: '1',
      emp_form: teller.maybe(0.95, ['1', '1', '2', '3', '4', '5', '5', '6', '7']),
      ...lastJob,
      start_on: teller.pick(['2021-03-01', '2022-10-08']),
      end_on: teller.chance(0.06) ? teller.edge() : null,
      job_wish: teller.pick(['1', '1', '2', '3']),
      arrears_days: teller.chance(0.05)
        ? null
        : teller.pick(settlement.isUnpaid ? [0, 8, 9, 31, 61, 91] : [0, 0, 0, 0, 0, 0, 7, 8, 30, 31, 60, 61, 91]),
    };
  }
  return {
    emp_status: teller.pick(['2', '2', '2', '2', '3', '4']),
    ...lastJob,
    start_on: teller.maybe(0.5, ['2021-03-01']),
    unemployed_on: teller.chance(0.85) ? jobless : null,
    job_wish: teller.pick(['1', '1', '2', '2', '3']),
    exempt_reason: teller.maybe(0.06, ['1', '2', '3']),
    guidance_count: teller.maybe(0.8, [0, 1, 2]),
    offer_count: teller.maybe(0.8, [0, 2, 3, 5]),
    refused_count: teller.maybe(0.3, [0, 2, 3]),
    arrears_days: teller.maybe(0.3, [0, 10]),
  };
}

function tellPost(teller: Teller, person: Somebody, post: string): void {
  const key = { post_no: post, settlement_code: person.settlement.code, person_no: person.no };
  teller.state(
    'public_post',
    key,
    () => ({
      from_date: teller.pick(['2022-01-10', '2023-03-31', teller.edge()]),
      to_date: teller.chance(0.2) ? teller.edge() : null,
      last_paid_month: teller.chance(0.8) ? teller.edge().slice(0, 7) : null,
      absent_days: teller.maybe(0.85, [0, 0, 0, 10, 11]),
    }),
    person.since,
  );
}

function tellTrip(teller: Teller, { no }: Somebody): void {
  const row = { trip_no: `C${teller.between(1, 4)}`, person_no: no, depart_on: teller.edge() };
  const back = { returned_on: teller.edge(), return_reason: teller.pick(['1', '1', '1', '2']), ...teller.pick(employers) };
  if (teller.chance(0.2)) teller.event('labour_export', row, back);
  else teller.event('labour_export', { ...row, ...(teller.chance(0.7) ? back : {}) });
}

/** An enrolment of one year or two, and now and then a claim. */
function tellInsurance(teller: Teller, { no }: Somebody): void {
  const year = partsOf(teller.pick(teller.looks)).year;
  for (const policy_year of teller.some([year - 1, year, year + 1], 0.55)) {
    teller.event('employment_insurance', { policy_year, person_no: no, premium: 50 });
    if (teller.chance(0.3))
      teller.event('employment_insurance', {
        policy_year,
        person_no: no,
        ...claimOf(teller, no),
        unemployed_on: '2022-11-11',
        paid_days: teller.maybe(0.9, [10, 30, 53, 90, 91]),
      });
  }
}

/** A claim at any stage. */
export function claimOf(teller: Teller, no: string): Row {
  const claim_status = teller.pick(['1', '2', '3', '4', '4', '5', '5', '6', '6', '7']);
  const isPaid = claim_status === '5' || teller.chance(0.1);
  return {
    claim_no: `L${no}-${teller.between(1, 9)}`,
    claimed_on: teller.edge(),
    docs_complete_on: teller.chance(0.7) ? teller.edge() : null,
    claim_status,
    paid_on: isPaid ? teller.edge() : null,
    paid_amount: isPaid ? teller.pick([500, 1234.56]) : null,
    reject_reason: claim_status === '6' ? teller.maybe(0.5, ['不在保障范围', ' ']) : null,
  };
}
