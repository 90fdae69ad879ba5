/** Hand-counted cases of 安居险 and 就业险; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const thisYear = { policy_year: 2024 };
const claim = { policy_year: 2024, claim_no: 'L{N}', claimed_on: '2024-05-01', claim_status: '2', unemployed_on: '2024-04-01' };
const jobless = { emp_status: '2', unemployed_on: '2024-05-01' };
const child = { birth_date: '2016-01-01', school_status: '2' };

export const rows: readonly CaseRow[] = [
  ['house_uninsured_days', 0, 'insured this year', { housing_insurance: thisYear }],
  ['house_uninsured_days', 167, 'last year only: since 1 January', { housing_insurance: { policy_year: 2023 } }],
  ['house_uninsured_days', 1, 'first day of the year', {}, { at: '2024-01-01' }],
  ['house_uninsured_days', 1, 'moved in today', { household: { movein_date: '2024-06-15' } }],
  ['house_uninsured_days', 11, 'born on 5 June', { person: { birth_date: '2024-06-05' } }],
  ['house_uninsured_days', null, 'register silent', { housing_insurance: thisYear }, { silent: ['housing_insurance'] }],
  ['house_uninsured_days', 167, 'the only row is a claim made tomorrow', { housing_insurance: { ...claim, claimed_on: '2024-06-16' } }],
  ['house_claim_days', 41, 'papers complete on 5 May', { housing_insurance: [thisYear, { ...claim, docs_complete_on: '2024-05-05' }] }],
  ['house_claim_days', 0, 'papers complete tomorrow', { housing_insurance: { ...claim, docs_complete_on: '2024-06-16' } }],
  [
    'house_claim_days',
    10,
    'will be paid tomorrow: still waiting',
    { housing_insurance: { ...claim, claim_status: '4', docs_complete_on: '2024-06-05', paid_on: '2024-06-16' } },
  ],
  [
    'house_claim_days',
    0,
    'paid today',
    { housing_insurance: { ...claim, claim_status: '4', docs_complete_on: '2024-06-05', paid_on: '2024-06-15' } },
  ],
  [
    'house_claim_days',
    0,
    'paid, as now stored',
    { housing_insurance: { ...claim, claim_status: '5', docs_complete_on: '2024-06-05', paid_on: '2024-06-16' } },
  ],
  ['house_claim_days', 0, 'no claim', {}],
  ['house_claim_days', null, 'register silent', {}, { silent: ['housing_insurance'] }],
  [
    'house_claim_refused_unexplained',
    true,
    'refused with a blank reason',
    { housing_insurance: { ...claim, claim_status: '6', claimed_on: '2023-06-17', reject_reason: ' ' } },
  ],
  [
    'house_claim_refused_unexplained',
    false,
    'claimed 365 days ago',
    { housing_insurance: { ...claim, claim_status: '6', claimed_on: '2023-06-16' } },
  ],
  ['house_claim_refused_unexplained', false, 'explained', { housing_insurance: { ...claim, claim_status: '6', reject_reason: '不在保障范围' } }],
  ['house_claim_refused_unexplained', null, 'register silent', {}, { silent: ['housing_insurance'] }],
  ['job_insured', true, 'insured this year', { employment_insurance: thisYear }],
  ['job_insured', false, 'last year only', { employment_insurance: { policy_year: 2023 } }],
  ['job_insured', false, 'a child, register silent', { person: child }, { silent: ['employment_insurance'] }],
  ['job_insured', null, 'register silent', {}, { silent: ['employment_insurance'] }],
  ['job_unclaimed_days', 45, 'insured, out of work since 1 May, nothing claimed', { employment: jobless, employment_insurance: thisYear }],
  ['job_unclaimed_days', 45, 'the claim was before', { employment: jobless, employment_insurance: { ...claim, claimed_on: '2024-04-30' } }],
  ['job_unclaimed_days', 0, 'claimed on the day', { employment: jobless, employment_insurance: { ...claim, claimed_on: '2024-05-01' } }],
  ['job_unclaimed_days', 0, 'not insured', { employment: jobless }],
  [
    'job_unclaimed_days',
    0,
    'at work, insurance register silent',
    { employment: { emp_status: '1', emp_form: '1' } },
    { silent: ['employment_insurance'] },
  ],
  ['job_unclaimed_days', null, 'insured, employment unknown', { employment_insurance: thisYear }],
  ['job_unclaimed_days', null, 'insured, since unknown', { employment: { emp_status: '2' }, employment_insurance: thisYear }],
  ['job_unclaimed_days', null, 'out of work, insurance register silent', { employment: jobless }, { silent: ['employment_insurance'] }],
  [
    'job_claim_days',
    10,
    'the longest of two waits',
    {
      employment_insurance: [
        { ...claim, docs_complete_on: '2024-06-05' },
        { ...claim, claim_no: 'L{N}-2', docs_complete_on: '2024-06-10' },
      ],
    },
  ],
  ['job_claim_days', 0, 'papers not complete', { employment_insurance: claim }],
  ['job_claim_days', null, 'register silent', {}, { silent: ['employment_insurance'] }],
  [
    'job_paid_days',
    53,
    'two paid claims of the year; the unpaid does not count',
    {
      employment_insurance: [
        { ...claim, claim_status: '5', paid_on: '2024-05-20', paid_days: 30 },
        { ...claim, claim_no: 'L{N}-2', claim_status: '5', paid_on: '2024-06-15', paid_days: 23 },
        { ...claim, claim_no: 'L{N}-3', paid_days: 9 },
      ],
    },
  ],
  [
    'job_paid_days',
    0,
    'paid for the year before',
    { employment_insurance: { ...claim, policy_year: 2023, claim_status: '5', paid_on: '2024-02-20', paid_days: 30 } },
  ],
  ['job_paid_days', 0, 'paid, days not stated', { employment_insurance: { ...claim, claim_status: '5', paid_on: '2024-05-20' } }],
  ['job_paid_days', null, 'register silent', {}, { silent: ['employment_insurance'] }],
];
