/** Hand-counted cases of pension, welfare, hukou and permit; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const elder = { birth_date: '1960-03-20' };
const pension = { benefit_type: '1', status: '3', from_month: '2020-04', last_month: '2024-05' };
const interrupted = { benefit_type: '1', status: '2', from_month: '2018-01', last_month: '2024-01' };
const permit = { applied_on: '2023-06-01', issued_on: '2023-07-01', permit_no: 'J{N}', endorse_due: '2024-07-01', status: '1' };
const application = { applied_on: '2024-05-15', status: '6' };

export const rows: readonly CaseRow[] = [
  ['pension_gap_months', 0, 'May is paid', { person: elder, welfare_benefit: pension }],
  ['pension_gap_months', 3, 'February was the last', { person: elder, welfare_benefit: { ...pension, last_month: '2024-02' } }],
  [
    'pension_gap_months',
    2,
    'due since April, nothing paid',
    { person: elder, welfare_benefit: { ...pension, from_month: '2024-04', last_month: null } },
  ],
  [
    'pension_gap_months',
    1,
    'the better of two pensions',
    {
      person: elder,
      welfare_benefit: [
        { ...pension, last_month: '2023-12' },
        { ...pension, benefit_type: '2', last_month: '2024-04' },
      ],
    },
  ],
  ['pension_gap_months', 50, 'no pension: since the month after 60', { person: elder, welfare_benefit: { ...pension, status: '5' } }],
  ['pension_gap_months', 0, 'turned 60 in May', { person: { birth_date: '1964-05-10' } }],
  ['pension_gap_months', 0, 'young, register silent', {}, { silent: ['welfare_benefit'] }],
  ['pension_gap_months', null, 'register silent', { person: elder }, { silent: ['welfare_benefit'] }],
  ['contribution_gap_months', 5, 'interrupted since January', { welfare_benefit: interrupted }],
  [
    'contribution_gap_months',
    2,
    'the later of two',
    { welfare_benefit: [interrupted, { ...interrupted, benefit_type: '2', last_month: '2024-04' }] },
  ],
  ['contribution_gap_months', 77, 'by the first month when the last is empty', { welfare_benefit: { ...interrupted, last_month: null } }],
  ['contribution_gap_months', 0, 'one of two is paid', { welfare_benefit: [interrupted, { ...interrupted, benefit_type: '2', status: '1' }] }],
  ['contribution_gap_months', 0, 'never insured', {}],
  ['contribution_gap_months', 0, '60, register silent', { person: elder }, { silent: ['welfare_benefit'] }],
  ['contribution_gap_months', null, 'register silent', {}, { silent: ['welfare_benefit'] }],
  ['contribution_gap_months', null, 'no month at all', { welfare_benefit: { ...interrupted, from_month: null, last_month: null } }],
  [
    'allowance_gap_months',
    4,
    'the worst of two',
    {
      welfare_benefit: [
        { benefit_type: '3', status: '3', last_month: '2024-01' },
        { benefit_type: '4', status: '3', last_month: '2024-05' },
      ],
    },
  ],
  ['allowance_gap_months', 1, 'due since May', { welfare_benefit: { benefit_type: '7', status: '3', from_month: '2024-05' } }],
  ['allowance_gap_months', 0, 'stopped', { welfare_benefit: { benefit_type: '3', status: '4', last_month: '2023-01' } }],
  ['allowance_gap_months', null, 'register silent', {}, { silent: ['welfare_benefit'] }],
  [
    'core_gap_months',
    2,
    'extreme hardship, March was the last',
    { person: { special_tags: ['2'] }, welfare_benefit: { benefit_type: '5', status: '3', last_month: '2024-03' } },
  ],
  ['core_gap_months', 1, 'an orphan without the support', { person: { birth_date: '2014-01-01', special_tags: ['3'] } }],
  [
    'core_gap_months',
    3,
    'both',
    {
      person: { special_tags: ['2', '4'] },
      welfare_benefit: [
        { benefit_type: '5', status: '3', last_month: '2024-05' },
        { benefit_type: '6', status: '3', last_month: '2024-02' },
      ],
    },
  ],
  ['core_gap_months', 0, 'paid', { person: { special_tags: ['2'] }, welfare_benefit: { benefit_type: '5', status: '3', last_month: '2024-05' } }],
  ['core_gap_months', 0, 'no tag, register silent', {}, { silent: ['welfare_benefit'] }],
  ['core_gap_months', null, 'register silent', { person: { special_tags: ['2'] } }, { silent: ['welfare_benefit'] }],
  [
    'benefit_gap_months',
    5,
    'an interrupted pension beside a paid allowance',
    { welfare_benefit: [interrupted, { benefit_type: '4', status: '3', last_month: '2024-05' }] },
  ],
  ['benefit_gap_months', 0, 'nothing is owed', {}],
  ['benefit_gap_months', null, 'register silent', {}, { silent: ['welfare_benefit'] }],
  [
    'benefit_gap_months',
    null,
    'one of the three unknown',
    {
      welfare_benefit: [
        { ...interrupted, from_month: null, last_month: null },
        { benefit_type: '3', status: '3', last_month: '2024-01' },
      ],
    },
  ],
  ['benefit_due', true, '60 today, register silent', { person: { birth_date: '1964-06-15' } }, { silent: ['welfare_benefit'] }],
  ['benefit_due', true, 'interrupted', { welfare_benefit: interrupted }],
  ['benefit_due', false, 'stopped', { welfare_benefit: { ...pension, status: '4' } }],
  ['benefit_due', null, 'register silent', {}, { silent: ['welfare_benefit'] }],
  ['hukou_moved', true, 'done today', { hukou_transfer: { applied_on: '2024-05-01', done_on: '2024-06-15' } }],
  ['hukou_moved', false, 'done tomorrow', { hukou_transfer: { applied_on: '2024-05-01', done_on: '2024-06-16' } }],
  ['hukou_moved', false, 'no row', {}],
  ['hukou_moved', null, 'register silent', {}, { silent: ['hukou_transfer'] }],
  ['has_permit', true, 'valid', { residence_permit: permit }],
  ['has_permit', false, 'cancelled', { residence_permit: { ...permit, status: '4' } }],
  ['has_permit', false, 'no row', {}],
  ['has_permit', null, 'register silent', { residence_permit: permit }, { silent: ['residence_permit'] }],
  ['permit_overdue_days', -16, 'due on 1 July', { residence_permit: permit }],
  ['permit_overdue_days', 15, 'was due on 31 May', { residence_permit: { ...permit, endorse_due: '2024-05-31' } }],
  ['permit_overdue_days', 0, 'no permit', {}],
  ['permit_overdue_days', null, 'no due date', { residence_permit: { ...permit, endorse_due: null } }],
  ['permit_overdue_days', null, 'register silent', {}, { silent: ['residence_permit'] }],
  ['permit_wait_days', 31, 'applied on 15 May', { residence_permit: application }],
  ['permit_wait_days', 0, 'issued', { residence_permit: permit }],
  ['permit_wait_days', 0, 'cancelled before it was issued', { residence_permit: { ...application, status: '4' } }],
  ['permit_wait_days', null, 'register silent', {}, { silent: ['residence_permit'] }],
  ['no_credential', true, 'nothing at all', {}],
  ['no_credential', true, 'a permit cancelled', { residence_permit: { ...permit, status: '4' } }],
  ['no_credential', false, 'applied for a permit', { residence_permit: application }],
  ['no_credential', false, 'a transfer under way', { hukou_transfer: { applied_on: '2024-05-01', done_on: '2024-06-16' } }],
  [
    'no_credential',
    false,
    'hukou moved, permits silent',
    { hukou_transfer: { applied_on: '2024-05-01', done_on: '2024-06-01' } },
    { silent: ['residence_permit'] },
  ],
  ['no_credential', null, 'permits silent', {}, { silent: ['residence_permit'] }],
];
