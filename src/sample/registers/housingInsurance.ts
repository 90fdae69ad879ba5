/** 安居险参保与理赔台账: an enrolment row a year, and one row a claim. */
import { housingInsurance as register } from '#catalog/registers/housingInsurance.ts';
import { dayOf, yearOf } from '../days.ts';
import { filled, isNew, known, monthly, source } from '../sheets/source.ts';
import { isHereOn, isMemberOn } from '../world.ts';
import { enrolmentYears } from './enrolmentYears.ts';

const insurer = '黔岭人寿保险股份有限公司黔西南中心支公司';
/** Newborns are enrolled a few weeks after birth. */
const newbornDays = 24;

export const housingInsurance = source<keyof typeof register.fields>({
  register,
  fields: [
    'policy_year',
    'person_no',
    'insurer',
    'premium',
    'claim_no',
    'peril',
    'occurred_on',
    'claimed_on',
    'docs_complete_on',
    'paid_amount',
    'paid_on',
    'claim_status',
    'reject_reason',
  ],
  days: monthly,
  *rows({ world, insurance }, after, upTo) {
    const lastYear = yearOf(world.plan.until);
    const whole = enrolmentYears(world.plan, after, upTo);
    for (const person of world.persons) {
      if (!isHereOn(person.household, upTo)) continue;
      for (const year of whole) {
        if (
          (year === lastYear && insurance.homeUninsured.has(person)) ||
          person.birth + newbornDays > upTo ||
          !isMemberOn(person, Math.min(upTo, dayOf(year, 12, 31)))
        )
          continue;
        yield { settlement: person.household.settlement, cells: { policy_year: year, person_no: person, insurer, premium: 20 } };
      }
      const enrolledOn = person.birth + newbornDays;
      if (after !== undefined && whole.length === 0 && isNew(enrolledOn, after, upTo) && !insurance.homeUninsured.has(person)) {
        yield { settlement: person.household.settlement, cells: { policy_year: yearOf(enrolledOn), person_no: person, insurer, premium: 20 } };
      }
    }
    for (const claim of insurance.homeClaims) {
      if (
        claim.claimedOn > upTo ||
        !(isNew(claim.claimedOn, after, upTo) || isNew(claim.completeOn, after, upTo) || isNew(claim.paidOn, after, upTo))
      )
        continue;
      const paidOn = known(claim.paidOn, upTo);
      const pending = claim.paidOn !== 0 && paidOn === undefined;
      yield {
        settlement: claim.person.household.settlement,
        cells: {
          policy_year: claim.year,
          person_no: claim.person,
          insurer,
          claim_no: claim.number,
          peril: claim.peril,
          occurred_on: claim.eventOn,
          claimed_on: claim.claimedOn,
          docs_complete_on: known(claim.completeOn, upTo),
          paid_amount: paidOn === undefined ? undefined : claim.amount,
          paid_on: paidOn,
          claim_status: pending ? '2' : claim.status,
          reject_reason: filled(claim.reason),
        },
      };
    }
  },
});
