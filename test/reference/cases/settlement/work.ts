/** Hand-counted cases of employment in a settlement; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const worker = { employment: { emp_status: '1', emp_form: '1', start_on: '2023-01-01' } };
const postHolder = { employment: { emp_status: '1', emp_form: '6', start_on: '2023-01-01' } };
const seeker = { employment: { emp_status: '2', unemployed_on: '2024-01-01' } };
const pensioner = { person: { birth_date: '1950-01-01' }, employment: worker.employment };
const laidOff = { employment: { emp_status: '2', unemployed_on: '2024-05-17', employer_name: '甲厂' } };
const elsewhere = { employment: { ...laidOff.employment, employer_name: '乙厂' } };
const trip = { trip_no: 'C{N}', person_no: 'P{N}-1', depart_on: '2024-03-01', returned_on: '2024-05-17', return_reason: '1', employer_name: '甲厂' };
const times = <Other>(count: number, other: Other): Other[] => Array.from({ length: count }, () => other);

export const rows: readonly CaseRow[] = [
  ['labour_employed', 2, 'two labourers; the pensioner at work does not count', {}, { others: [worker, worker, seeker, pensioner] }],
  ['labour_employed', 0, 'none', {}, { others: [seeker] }],
  ['labour_employed', null, 'register silent', {}, { others: [worker], silent: ['employment'] }],
  ['labour_willing', 3, 'at work or seeking', {}, { others: [worker, worker, seeker, { employment: { emp_status: '3', job_wish: '3' } }] }],
  ['labour_willing', 0, 'none', {}, { others: [pensioner] }],
  ['labour_willing', null, 'register silent', {}, { others: [worker], silent: ['employment'] }],
  ['employment_rate', 75, 'three of four', {}, { others: [...times(3, worker), seeker] }],
  ['employment_rate', 100, 'nine of ten labourers known', {}, { others: [...times(9, worker), {}] }],
  ['employment_rate', 0, 'none of one', {}, { others: [seeker] }],
  ['employment_rate', null, 'eight of nine known', {}, { others: [...times(8, worker), {}] }],
  ['employment_rate', null, 'nobody is willing', {}, { others: [{ employment: { emp_status: '3', job_wish: '3' } }] }],
  ['employment_rate_ex_post', 50, 'of four one has a post', {}, { others: [worker, worker, postHolder, seeker] }],
  ['employment_rate_ex_post', 0, 'posts only', {}, { others: [postHolder] }],
  ['employment_rate_ex_post', null, 'register silent', {}, { others: [worker], silent: ['employment'] }],
  ['returned_one_employer', 2, 'two from one firm, 29 days ago, one from another', {}, { others: [laidOff, laidOff, elsewhere] }],
  ['returned_one_employer', 1, 'laid off and on the list of travellers: one person', { labour_export: trip }, { others: [laidOff] }],
  ['returned_one_employer', 0, 'thirty days ago', {}, { others: [{ employment: { ...laidOff.employment, unemployed_on: '2024-05-16' } }] }],
  ['returned_one_employer', null, 'trips silent', {}, { others: [laidOff], silent: ['labour_export'] }],
  [
    'returned_count',
    2,
    'one laid off without an employer, one back',
    { labour_export: { ...trip, person_no: 'P{N}-2' } },
    { others: [{ employment: { emp_status: '2', unemployed_on: '2024-06-01' } }, worker] },
  ],
  [
    'returned_count',
    0,
    'back for the festival, back tomorrow, back 30 days ago',
    {
      labour_export: [
        { ...trip, return_reason: '2' },
        { ...trip, trip_no: 'C{N}-2', returned_on: '2024-06-16' },
        { ...trip, trip_no: 'C{N}-3', returned_on: '2024-05-16' },
      ],
    },
    { others: [worker] },
  ],
  ['returned_count', null, 'employment silent', { labour_export: trip }, { others: [worker], silent: ['employment'] }],
  ['returned_pct', 25, 'one beside three at work', {}, { others: [laidOff, ...times(3, worker)] }],
  ['returned_pct', 0, 'none', {}, { others: [seeker] }],
  ['returned_pct', null, 'trips silent', {}, { others: [worker], silent: ['labour_export'] }],
];
