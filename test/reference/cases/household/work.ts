/** Hand-counted cases of who in the household works; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const worker = { employment: { emp_status: '1', emp_form: '1', start_on: '2023-01-01' } };
const seeker = { employment: { emp_status: '2', unemployed_on: '2024-06-03' } };
const idle = { employment: { emp_status: '3', job_wish: '3' } };
const pensioner = { person: { birth_date: '1950-01-01' } };
const child = { person: { birth_date: '2015-01-01', school_status: '2' } };
const perhapsStudent = { person: { birth_date: '2004-01-01', school_status: null } };

export const rows: readonly CaseRow[] = [
  [
    'member_count',
    2,
    'two living members; dead, not yet born and not yet joined do not count',
    {},
    {
      others: [
        worker,
        child,
        { person: { end_date: '2024-06-15' } },
        { person: { birth_date: '2024-06-16' } },
        { person: { joined_on: '2024-06-16' } },
      ],
    },
  ],
  ['member_count', 1, 'dies tomorrow, joined today', {}, { others: [{ person: { end_date: '2024-06-16', joined_on: '2024-06-15' } }] }],
  ['member_count', 0, 'nobody', {}],
  ['able_count', 2, 'a worker and one who may be at school', {}, { others: [worker, perhapsStudent, pensioner, child] }],
  ['able_count', 0, 'none', {}, { others: [pensioner] }],
  ['able_count', 1, 'known also when employment is silent', {}, { others: [worker], silent: ['employment'] }],
  ['has_job', true, 'one of two', {}, { others: [worker, {}] }],
  ['has_job', true, 'a pensioner at work', {}, { others: [{ ...pensioner, ...worker }] }],
  ['has_job', false, 'all labourers known, none works', {}, { others: [seeker, idle] }],
  ['has_job', false, 'only pensioners, without rows', {}, { others: [pensioner] }],
  ['has_job', null, 'one labourer unknown', {}, { others: [seeker, {}] }],
  ['has_job', null, 'register silent', {}, { others: [worker], silent: ['employment'] }],
  ['has_job', false, 'only children, register silent', {}, { others: [child], silent: ['employment'] }],
  ['has_seeker', true, 'one of two', {}, { others: [seeker, {}] }],
  ['has_seeker', false, 'all labourers known', {}, { others: [worker, idle] }],
  ['has_seeker', false, 'a pensioner who wants work is no labourer', {}, { others: [{ ...pensioner, ...seeker }] }],
  ['has_seeker', null, 'one labourer unknown', {}, { others: [worker, {}] }],
  [
    'zero_job_wd',
    8,
    'since Monday 3 June, with the holiday of 10 June',
    {},
    { others: [seeker, { employment: { emp_status: '2', unemployed_on: '2024-01-03' } }] },
  ],
  ['zero_job_wd', 0, 'someone works', {}, { others: [seeker, worker] }],
  ['zero_job_wd', 0, 'nobody wants to', {}, { others: [idle] }],
  ['zero_job_wd', null, 'perhaps someone works', {}, { others: [seeker, {}] }],
  ['zero_job_wd', null, 'no date of joblessness', {}, { others: [{ employment: { emp_status: '2' } }] }],
];
