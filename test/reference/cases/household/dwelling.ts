/** Hand-counted cases of living in the dwelling, hazards and titles; the date is Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const home = { house_no: 'F{N}-1', occupancy: '1', checked_on: '2024-05-01' };
/** Found empty on 1 May, without a reason. */
const empty = { ...home, occupancy: '5' };
const away = { employment: { emp_status: '1', emp_form: '5', start_on: '2023-01-01' } };
const nearby = { employment: { emp_status: '1', emp_form: '1', start_on: '2023-01-01' } };
const pensioner = { person: { birth_date: '1950-01-01' } };
/** Three different days: lived in, then empty, then still empty. */
const visits = [
  { visited_on: '2024-01-10', occupancy: '1' },
  { visited_on: '2024-02-10', occupancy: '5' },
  { visited_on: '2024-03-10', occupancy: '5' },
];

export const rows: readonly CaseRow[] = [
  ['vacant_days', 126, 'first found empty on 10 February after being lived in', { visit: visits }],
  ['vacant_days', 157, 'never seen lived in: since the first observation', { visit: visits.map((visit) => ({ ...visit, occupancy: '5' })) }],
  ['vacant_days', 0, 'the dwelling was lived in at the check of 1 May', { housing: home, visit: visits }],
  ['vacant_days', 136, 'vacant_from counts as an observation', { housing: { ...empty, vacant_from: '2024-01-31' } }],
  ['vacant_days', 0, 'on one day living wins', { housing: empty, visit: { visited_on: '2024-05-01', occupancy: '2' } }],
  ['vacant_days', 45, 'telephone calls see nothing', { housing: empty, visit: { visited_on: '2024-06-01', method: '2', occupancy: '1' } }],
  ['vacant_days', 45, 'of two dwellings the least number', { housing: [empty, { ...home, house_no: 'F{N}-2' }] }],
  ['vacant_days', null, 'nothing observed', {}],
  ['vacant_days', null, 'visit register silent', { housing: home }, { silent: ['visit'] }],
  ['vacant_days', null, 'housing register silent', { visit: visits }, { silent: ['housing'] }],
  ['away_for_work', true, 'by the state of the household, employment silent', { household: { status: '2' } }, { silent: ['employment'] }],
  ['away_for_work', true, 'both labourers work in other provinces', {}, { others: [away, away, pensioner] }],
  ['away_for_work', false, 'one works nearby, one is unknown', {}, { others: [nearby, {}] }],
  ['away_for_work', false, 'no labourer', {}, { others: [pensioner] }],
  ['away_for_work', null, 'one away, one unknown', {}, { others: [away, {}] }],
  ['away_in_contact', true, 'called 91 days ago', { household: { status: '2' }, housing: empty, visit: { visited_on: '2024-03-16', method: '2' } }],
  ['away_in_contact', true, 'empty for a known reason', { housing: { ...empty, occupancy: '4' }, visit: { visited_on: '2024-04-16', method: '2' } }],
  ['away_in_contact', false, 'called 92 days ago', { household: { status: '2' }, housing: empty, visit: { visited_on: '2024-03-15', method: '2' } }],
  ['away_in_contact', false, 'at home', { housing: home, visit: { visited_on: '2024-06-01', occupancy: '1' } }],
  ['away_in_contact', null, 'called, away unknown', { housing: empty, visit: { visited_on: '2024-06-01', method: '2' } }, { others: [{}] }],
  ['away_in_contact', null, 'called, not away, never observed', { visit: { visited_on: '2024-06-01', method: '2' } }],
  [
    'away_in_contact',
    null,
    'housing register silent',
    { household: { status: '2' }, visit: { visited_on: '2024-06-01', method: '2' } },
    { silent: ['housing'] },
  ],
  ['unexplained_vacant_days', 45, 'empty without contact', { housing: empty }],
  [
    'unexplained_vacant_days',
    0,
    'empty, away and in contact',
    { household: { status: '2' }, housing: empty, visit: { visited_on: '2024-06-01', method: '2' } },
  ],
  ['unexplained_vacant_days', 0, 'lived in', { housing: home }],
  [
    'unexplained_vacant_days',
    0,
    'away and in contact, never observed',
    { household: { status: '2' }, visit: { visited_on: '2024-06-01', method: '2' } },
  ],
  ['unexplained_vacant_days', null, 'never observed', {}],
  ['unexplained_vacant_days', null, 'empty, away unknown', { housing: empty, visit: { visited_on: '2024-06-01', method: '2' } }, { others: [{}] }],
  ['moved_back', true, 'back at the old place', { household: { status: '4' } }],
  ['moved_back', false, 'at home', {}],
  ['moved_back', true, 'since the version of 1 June', { household: [{}, { status: '4', data_date: '2024-06-01' }] }],
  ['house_transferred', true, 'let', { housing: { ...home, occupancy: '6' } }],
  [
    'house_transferred',
    false,
    'lived in at the later visit',
    { housing: { ...home, occupancy: '6' }, visit: { visited_on: '2024-06-01', occupancy: '1' } },
  ],
  [
    'house_transferred',
    true,
    'sold wins over let on one day',
    { housing: { ...home, occupancy: '4' }, visit: { visited_on: '2024-05-01', occupancy: '7' } },
  ],
  ['house_transferred', null, 'never observed', {}],
  ['hazard_grade', 3, 'found on 1 June', { housing: { ...home, hazard_level: '3', hazard_from: '2024-06-01' } }],
  ['hazard_grade', 0, 'removed today', { housing: { ...home, hazard_level: '3', hazard_from: '2024-06-01', hazard_to: '2024-06-15' } }],
  ['hazard_grade', 0, 'none, checked 400 days ago', { housing: { ...home, checked_on: '2023-05-12' } }],
  ['hazard_grade', null, 'none, checked 401 days ago', { housing: { ...home, checked_on: '2023-05-11' } }],
  ['hazard_grade', 2, 'open, checked long ago', { housing: { ...home, checked_on: '2022-05-11', hazard_level: '2', hazard_from: '2022-05-01' } }],
  ['hazard_grade', null, 'not stated', { housing: { ...home, hazard_level: null } }],
  ['hazard_grade', null, 'no dwelling', {}],
  ['hazard_open_days', 14, 'found on 1 June', { housing: { ...home, hazard_level: '1', hazard_from: '2024-06-01' } }],
  ['hazard_open_days', 0, 'none', { housing: home }],
  ['hazard_open_days', null, 'found on an unknown day', { housing: { ...home, hazard_level: '1' } }],
  ['hazard_open_days', null, 'housing register silent', { housing: home }, { silent: ['housing'] }],
  ['title_issued', true, 'issued today', { housing: { ...home, cert_date: '2024-06-15' } }],
  ['title_issued', false, 'not issued', { housing: home }],
  ['title_issued', null, 'no dwelling', {}],
  ['title_accepted', true, 'accepted today', { housing: { ...home, cert_accept_date: '2024-06-15' } }],
  ['title_accepted', false, 'accepted tomorrow', { housing: { ...home, cert_accept_date: '2024-06-16' } }],
  ['title_accepted', null, 'no dwelling', {}],
  ['title_wait_wd', 8, 'since Monday 3 June, with the holiday of 10 June', { housing: { ...home, cert_accept_date: '2024-06-03' } }],
  ['title_wait_wd', 0, 'issued', { housing: { ...home, cert_accept_date: '2024-01-03', cert_date: '2024-06-01' } }],
  ['title_wait_wd', null, 'housing register silent', { housing: home }, { silent: ['housing'] }],
  ['title_dispute', true, 'disputed', { housing: { ...home, title_dispute: true } }],
  ['title_dispute', false, 'disputed once, issued now', { housing: { ...home, title_dispute: true, cert_date: '2024-06-01' } }],
  ['title_dispute', null, 'no dwelling', {}],
];
