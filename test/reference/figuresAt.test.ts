/** Every published figure, hand-counted on a few rows. */
import { expect, test } from 'vitest';
import { figuresAt } from './figuresAt.ts';
import { items } from './items.ts';
import { fullRow } from './rows.ts';
import type { Row, World } from './world.ts';

const settlement_code = '522301A001';
const worldOf = (rows: readonly (readonly [string, Row])[], goLive?: string): World => ({
  statements: rows.map(([register, row], index) => ({ register, row: fullRow(register, row, index + 1), dataDate: '2022-01-01', order: index + 1 })),
  feed: [],
  calendar: new Map(),
  ...(goLive === undefined ? {} : { goLive }),
});
const income = (household_no: string, year: number, ...amounts: number[]): [string, Row][] =>
  amounts.map((net_amount, index) => ['income', { household_no, period: `${year}-Q${index + 1}`, income_item: '11', net_amount }]);
const many = (register: string, key: string, rows: readonly Row[]): [string, Row][] =>
  rows.map((row, index) => [register, { [key]: `${register}-${index + 1}`, settlement_code, ...row }]);

test('income per head, its growth and its lead', () => {
  const household = (household_no: string, more: Row): [string, Row] => [
    'household',
    { household_no, settlement_code, household_type: '1', coliving_count: 2, ...more },
  ];
  const world = worldOf([
    household('H1', {}),
    household('H2', { coliving_count: 3 }),
    household('H3', { household_type: '3' }),
    household('H4', { status: '5' }),
    household('H5', {}),
    ...income('H1', 2023, 1000, 1000, 1000, 1000),
    ...income('H2', 2023, 1000, 1000, 1000, 3000.5),
    ...income('H3', 2023, 9, 9, 9, 9),
    ...income('H4', 2023, 9, 9, 9, 9),
    ...income('H5', 2023, 9, 9, 9),
    ['income', { household_no: 'H1', period: '2023-Q1', income_item: '36', net_amount: 5000, is_oneoff: true }],
    ...income('H1', 2022, 1000, 1000, 1000, 1000),
    ...income('H2', 2022, 1000, 1000, 1000, 1000),
    ['reference_series', { series: 'poverty_lifted_income_growth', area: '522300', period: '2023', value: '16.87' }],
  ]);
  const figures = figuresAt(world, 2023);
  expect(figures.income_per_head).toBeCloseTo(10_000.5 / 5, 9);
  expect(figures.income_growth).toBeCloseTo(100 * (10_000.5 / 8000 - 1), 9);
  expect(figures.income_growth_lead).toBeCloseTo(25.00625 - 16.87, 9);
  expect(figuresAt(world, 2022).income_growth).toBeNull();
  expect(figuresAt(world, 2024)).toMatchObject({ income_per_head: null, income_growth: null, income_growth_lead: null });
});

test('services, staff and posts', () => {
  const staff = { from_date: '2023-01-01' };
  const world = worldOf([
    ...many('school', 'school_no', [{ build_type: '4', completed_on: '2023-12-31' }, { build_type: '9' }, { completed_on: '2024-01-01' }]),
    ...many('clinic', 'org_no', [{ opened_on: '2023-12-31' }, { build_type: '9' }]),
    ...many('service_staff', 'staff_no', [
      staff,
      { ...staff, to_date: '2024-01-01' },
      { ...staff, to_date: '2023-12-31' },
      { ...staff, staff_type: '2' },
    ]),
    ...many('post_transfer', 'document_no', [
      { staff_type: '1', post_count: 5, effective_on: '2023-12-31' },
      { staff_type: '1', move_type: '2', post_count: 9, effective_on: '2023-01-01' },
      { staff_type: '1', post_count: 9, effective_on: '2024-01-01' },
      { staff_type: '2', move_type: '2', post_count: 3, effective_on: '2023-01-01' },
    ]),
  ]);
  expect(figuresAt(world, 2023)).toMatchObject({
    schools_built: 1,
    clinics_built: 1,
    teachers_assigned: 2,
    medical_assigned: 1,
    teacher_posts_moved: 5,
    medical_moved: 3,
  });
  expect(figuresAt(world, 2021)).toMatchObject({ schools_built: 0, teacher_posts_moved: null });
});

test('claims, hukou, permits and allowances', () => {
  const claim = { policy_year: 2023, claimed_on: '2023-03-01', claim_status: '5', paid_on: '2023-12-31', paid_amount: 100.05 };
  const person = (person_no: string, more: Row = {}): [string, Row] => ['person', { person_no, household_no: 'H1', ...more }];
  const world = worldOf([
    ['household', { household_no: 'H1', settlement_code }],
    ...['P1', 'P2', 'P3', 'P4'].map((no) => person(no)),
    person('P5', { end_date: '2023-12-31' }),
    person('P6', { birth_date: '2024-01-01' }),
    ...['employment_insurance', 'housing_insurance'].flatMap((register): [string, Row][] => [
      [register, { ...claim, person_no: 'P1', claim_no: '1' }],
      [register, { ...claim, person_no: 'P1', claim_no: '2' }],
      [register, { ...claim, person_no: 'P2', claim_no: '3', paid_on: '2024-01-01' }],
      [register, { ...claim, person_no: 'P3', claim_no: '4', claim_status: '4' }],
    ]),
    ['hukou_transfer', { person_no: 'P1', applied_on: '2023-01-01', done_on: '2023-02-01' }],
    ['hukou_transfer', { person_no: 'P2', applied_on: '2023-01-01', done_on: '2023-02-01', voluntary: false }],
    ['residence_permit', { person_no: 'P3', applied_on: '2023-01-01', issued_on: '2023-12-31', status: '3' }],
    ['residence_permit', { person_no: 'P4', applied_on: '2023-01-01', issued_on: '2023-12-31', status: '4' }],
    ['subsistence_allowance', { household_no: 'H1', insured_count: 3, convert_month: '2023-12' }],
    ['subsistence_allowance', { household_no: 'H2', insured_count: 5, convert_month: '2024-01' }],
  ]);
  expect(figuresAt(world, 2023)).toMatchObject({
    employment_insurance_paid: 200.1,
    employment_insurance_people: 1,
    housing_insurance_paid: 200.1,
    housing_insurance_people: 1,
    hukou_moved: 1,
    without_hukou_and_permit: 1,
    dibao_converted: 3,
  });
});

test('one job per household, without asking how fresh the register is', () => {
  const member = (number: number, employment?: Row): [string, Row][] => [
    ['household', { household_no: `H${number}`, settlement_code }],
    ['person', { household_no: `H${number}`, person_no: `P${number}` }],
    ...(employment === undefined ? [] : [['employment', { person_no: `P${number}`, ...employment }] as [string, Row]]),
  ];
  const world = worldOf([
    ...member(1, { emp_status: '1', emp_form: '1', start_on: '2021-01-01' }),
    ...member(2, { emp_status: '2' }),
    ...member(3, { emp_status: '3', job_wish: '3' }),
    ...member(4),
  ]);
  expect(figuresAt(world, 2023).one_job_per_household).toBe(50);
});

test('governance, items and appeals', () => {
  const area = { is_new: true, approved_on: '2023-12-31', county_code: '522301' };
  const leader = { building_code: `${settlement_code}-1`, settlement_code };
  const rows: [string, Row][] = [
    ...many('street_community', 'area_code', [
      { ...area, level: 'street' },
      area,
      { ...area, is_new: false },
      { ...area, approved_on: '2024-01-01' },
    ]),
    ...many('party_body', 'party_no', [{ party_type: '2' }, {}, {}, { closed_on: '2023-12-31' }]),
    ['work_team', { team_no: 'T1', staff_no: 'A', settlement_code }],
    ['work_team', { team_no: 'T1', staff_no: 'B', settlement_code }],
    ['work_team', { team_no: 'T2', staff_no: 'B', settlement_code }],
    ['work_team', { team_no: 'T3', staff_no: 'C', settlement_code, to_date: '2023-12-31' }],
    ...many('police_room', 'room_no', [{}, { status: '4' }]),
    ...many('safety_group', 'group_no', [{}, { closed_on: '2024-01-01' }]),
    ...many('wechat_group', 'group_no', [{}, { status: '0' }, { created_on: '2024-01-01' }]),
    ['building_leader', { ...leader, leader_name: '甲' }],
    ['building_leader', { ...leader, leader_name: '甲', building_code: `${settlement_code}-2` }],
    ['building_leader', { ...leader, leader_name: '乙', phone: '13900000001', person_no: 'P1' }],
    ['building_leader', { ...leader, leader_name: '丙', to_date: '2023-12-31' }],
    ...many(
      'appeal',
      'appeal_no',
      ['2023-05-31T23:59:59', '2023-06-01T00:00:00', '2023-12-31T23:59:59', '2024-01-01T00:00:00'].map((closed) => ({
        accepted_at: '2023-01-01T08:00:00+08:00',
        closed_at: `${closed}+08:00`,
      })),
    ),
  ];
  expect(figuresAt(worldOf(rows, '2023-06-01'), 2023)).toMatchObject({
    streets_new: 1,
    communities_new: 1,
    party_general_branches: 1,
    party_branches: 2,
    work_teams: 2,
    work_team_cadres: 2,
    police_rooms: 1,
    safety_groups: 2,
    chat_groups: 1,
    building_leaders: 2,
    aspects: 7,
    items: items.length,
    appeals_handled: 2,
  });
  expect(figuresAt(worldOf(rows), 2023).appeals_handled).toBe(3);
});
