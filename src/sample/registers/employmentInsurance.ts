/** 就业险参保与理赔台账: an enrolment row a year, and one row a claim. */
import { employmentInsurance as register } from '#catalog/registers/employmentInsurance.ts';
import { dailyAmount } from '../insurance.ts';
import { filled, isNew, known, monthly, source } from '../sheets/source.ts';
import { enrolmentYears } from './enrolmentYears.ts';

const insurer = '黔岭财产保险股份有限公司黔西南中心支公司';

export const employmentInsurance = source<keyof typeof register.fields>({
  register,
  fields: [
    'policy_year',
    'person_no',
    'insurer',
    'premium',
    'share',
    'claim_no',
    'unemployed_on',
    'claimed_on',
    'docs_complete_on',
    'paid_days',
    'daily_amount',
    'paid_amount',
    'paid_on',
    'claim_status',
    'reject_reason',
  ],
  days: monthly,
  *rows({ world, insurance }, after, upTo) {
    for (const year of enrolmentYears(world.plan, after, upTo)) {
      for (const person of insurance.jobInsured)
        yield { settlement: person.household.settlement, cells: { policy_year: year, person_no: person, insurer, premium: 30, share: 30 } };
    }
    for (const claim of insurance.jobClaims) {
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
          unemployed_on: claim.eventOn,
          claimed_on: claim.claimedOn,
          docs_complete_on: known(claim.completeOn, upTo),
          paid_days: paidOn === undefined ? undefined : claim.paidDays,
          daily_amount: dailyAmount,
          paid_amount: paidOn === undefined ? undefined : claim.amount,
          paid_on: paidOn,
          claim_status: pending ? '2' : claim.status,
          reject_reason: filled(claim.reason),
        },
      };
    }
  },
});
