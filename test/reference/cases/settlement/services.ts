/** Hand-counted cases of facilities, doctors and interruptions; the moment is the end of Saturday 2024-06-15 unless stated. */
import type { CaseRow } from '../scene.ts';

const neighbour = '522301A999';
const facility = { facility_no: 'S{N}', facility_type: '01' };
const clinic = { org_no: 'Y{N}', gps: 2 };
/** No water since noon. */
const outage = { log_no: 'W{N}', log_type: '1', from_at: '2024-06-15T12:00:00+08:00' };
const lift = { device_no: 'T{N}', device_type: '1', status: '3', inspection_due: '2024-07-15' };
const person = {};

export const rows: readonly CaseRow[] = [
  ['person_count', 3, 'three in three households', {}, { others: [person, person, person] }],
  ['person_count', 0, 'nobody', {}],
  [
    'person_count',
    1,
    'one of two has moved to the neighbour',
    {
      household: [
        { household_no: 'H{N}-1', settlement_code: neighbour, data_date: '2024-06-15' },
        { household_no: 'H{N}-2', settlement_code: neighbour, data_date: '2024-06-16' },
      ],
    },
    { others: [person, person] },
  ],
  [
    'household_count',
    2,
    'two; one has left, one moves in tomorrow',
    {
      household: [
        { household_no: 'H{N}-8', left_on: '2024-06-15', status: '5' },
        { household_no: 'H{N}-9', movein_date: '2024-06-16' },
        { household_no: 'H{N}-7', left_on: '2024-06-16', status: '5' },
      ],
    },
    { others: [person] },
  ],
  ['household_count', 0, 'closed without a date', { household: { household_no: 'H{N}-8', status: '6' } }],
  [
    'household_count',
    1,
    'missing from a later list only',
    { household: { household_no: 'H{N}-1', missing: true, data_date: '2024-06-16' } },
    { others: [person] },
  ],
  [
    'ten_ones_open',
    2,
    'two kinds in use, one shared; a second of a kind, one closed, one not yet open',
    {
      facility: [
        facility,
        { ...facility, facility_no: 'S{N}-2' },
        { facility_no: 'S{N}-3', facility_type: '07', settlement_code: neighbour, settlement_codes: ['{S}'] },
        { facility_no: 'S{N}-4', facility_type: '02', status: '4' },
        { facility_no: 'S{N}-5', facility_type: '03', opened_on: '2024-06-16' },
      ],
    },
  ],
  ['ten_ones_open', 0, 'none', {}],
  ['ten_ones_open', null, 'register silent', { facility }, { silent: ['facility'] }],
  ['has_party_centre', true, 'in use, day of opening unknown', { facility: { ...facility, opened_on: null } }],
  ['has_party_centre', false, 'not yet open', { facility: { ...facility, status: '5' } }],
  ['has_party_centre', null, 'register silent', {}, { silent: ['facility'] }],
  ['has_health_site', true, 'in use', { facility: { ...facility, facility_type: '07' } }],
  ['has_health_site', false, 'another kind', { facility }],
  ['has_health_site', null, 'register silent', {}, { silent: ['facility'] }],
  [
    'gp_count',
    5,
    'own and shared; one opens tomorrow',
    {
      clinic: [
        clinic,
        { org_no: 'Y{N}-2', gps: 3, settlement_code: neighbour, settlement_codes: ['{S}'] },
        { org_no: 'Y{N}-3', gps: 4, opened_on: '2024-06-16' },
      ],
    },
  ],
  ['gp_count', 0, 'no clinic', {}],
  ['gp_count', null, 'one does not say', { clinic: [clinic, { org_no: 'Y{N}-2', gps: null }] }],
  ['gp_per_10k', 10_000, 'two for two', { clinic }, { others: [person, person] }],
  ['gp_per_10k', 0, 'none', {}, { others: [person] }],
  ['gp_per_10k', null, 'nobody lives there', { clinic }],
  ['outage_hours', 12, 'since noon', { service_log: outage }],
  [
    'outage_hours',
    36,
    'the longest; announced, few households, restored, and a clinic do not count',
    {
      service_log: [
        { ...outage, households: 20 },
        { ...outage, log_no: 'W{N}-2', log_type: '5', from_at: '2024-06-14T12:00:00+08:00' },
        { ...outage, log_no: 'W{N}-3', announced: true, from_at: '2024-06-01T00:00:00+08:00' },
        { ...outage, log_no: 'W{N}-4', households: 19, from_at: '2024-06-01T00:00:00+08:00' },
        { ...outage, log_no: 'W{N}-5', from_at: '2024-06-01T00:00:00+08:00', to_at: '2024-06-15T12:00:00+08:00' },
        { ...outage, log_no: 'W{N}-6', log_type: '9', from_at: '2024-06-01T00:00:00+08:00' },
      ],
    },
  ],
  ['outage_hours', 12, 'restored after the end of the day', { service_log: { ...outage, to_at: '2024-06-16T00:00:01+08:00' } }],
  ['outage_hours', 0, 'restored at the end of the day', { service_log: { ...outage, to_at: '2024-06-16T00:00:00+08:00' } }],
  ['outage_hours', 0, 'nothing to report', {}],
  ['outage_hours', null, 'delivered seven days ago: silent', { service_log: outage }, { delivered: { service_log: '2024-06-08' } }],
  ['water_failed', true, 'failed today', { service_log: { ...outage, log_type: '6' } }],
  ['water_failed', false, 'passed again', { service_log: { ...outage, log_type: '6', to_at: '2024-06-15T18:00:00+08:00' } }],
  ['water_failed', null, 'register silent', {}, { silent: ['service_log'] }],
  ['has_lift', true, 'out of order', { device: { ...lift, status: '4' } }],
  ['has_lift', false, 'fire system only', { device: { ...lift, device_type: '2' } }],
  ['has_lift', null, 'register silent', {}, { silent: ['device'] }],
  ['lift_down_hours', 12, 'since noon, whatever the households', { service_log: { ...outage, log_type: '7', households: 1 } }],
  ['lift_down_hours', 0, 'announced', { service_log: { ...outage, log_type: '7', announced: true } }],
  ['lift_down_hours', null, 'register silent', {}, { silent: ['service_log'] }],
  ['inspection_overdue_days', -30, 'due on 15 July', { device: lift }],
  [
    'inspection_overdue_days',
    15,
    'one overdue since 31 May, one unknown',
    {
      device: [
        { ...lift, inspection_due: '2024-05-31' },
        { ...lift, device_no: 'T{N}-2', inspection_due: null },
      ],
    },
  ],
  ['inspection_overdue_days', 0, 'no lift', {}],
  ['inspection_overdue_days', null, 'one due in July, one unknown', { device: [lift, { ...lift, device_no: 'T{N}-2', inspection_due: null }] }],
  ['inspection_overdue_days', null, 'register silent', {}, { silent: ['device'] }],
  ['fire_down_hours', 12, 'since noon', { service_log: { ...outage, log_type: '8' } }],
  ['fire_down_hours', 0, 'a lift is no fire system', { service_log: { ...outage, log_type: '7' } }],
  ['fire_down_hours', null, 'register silent', {}, { silent: ['service_log'] }],
  [
    'equipment_accident',
    true,
    'a second less than 30 days ago, long restored',
    { service_log: { ...outage, log_type: '7', accident: true, from_at: '2024-05-17T00:00:01+08:00', to_at: '2024-05-17T01:00:00+08:00' } },
  ],
  [
    'equipment_accident',
    false,
    'exactly 30 days ago',
    { service_log: { ...outage, log_type: '7', accident: true, from_at: '2024-05-17T00:00:00+08:00' } },
  ],
  ['equipment_accident', null, 'register silent', {}, { silent: ['service_log'] }],
];
