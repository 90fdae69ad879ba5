/** Made-up rows with every required field filled, so that a case or a random world states only what it is about. */
import { plusDays } from './calendar.ts';
import { register as registerOf } from './registers.ts';
import type { Row, Value } from './world.ts';

/** What the required fields of a register hold when a test does not care. */
const usual: Readonly<Record<string, Row>> = {
  settlement: {
    settlement_name: '示例安置点',
    county_code: '522301',
    street_code: '522301001',
    resettle_mode: '1',
    planned_households: 500,
    planned_persons: 2000,
    building_count: 20,
    first_movein_date: '2018-06-01',
    lead_org: '示例街道办事处',
    status: '1',
  },
  household: {
    head_name: '韦示例',
    origin_county: '522326',
    origin_address: '示例乡示例村',
    movein_date: '2019-01-01',
    move_year: 2019,
    household_type: '3',
    member_count: 4,
    coliving_count: 4,
    labour_count: 2,
    status: '1',
  },
  person: { name: '韦示例', id_type: '1', sex: '1', birth_date: '1980-05-05', ethnic: '09', relation: '99', labour_ability: '1', school_status: '9' },
  housing: { room_no: '101', address: '示例小区', area_m2: 80, title_dispute: false, occupancy: '1', checked_on: '2024-05-01', hazard_level: '0' },
  income: { income_item: '10', gross_amount: 0, net_amount: 0, method: '1', collected_by: '示例', collected_on: '2024-01-01', is_oneoff: false },
  expense: { expense_type: '1', amount: 0, reimbursed: 0, self_paid: 0, occurred_on: '2024-01-01' },
  hukou_transfer: { from_address: '示例乡示例村', to_address: '示例街道', voluntary: true },
  residence_permit: { status: '1', address: '示例小区' },
  subsistence_allowance: { dibao_type: '1', decision: '1', insured_count: 1, monthly_amount: 500 },
  welfare_benefit: {},
  employment: { job_wish: '1', confirmed_type: '2', confirmed_on: '2024-01-01' },
  public_post: { post_type: '1', developer_org: '示例社区', subsidy: 1000, fund: '1' },
  training: { course: '示例培训班', trade: '1', hours: 40 },
  labour_export: { trip_type: '1', mode: '1', from_region: '522301', to_region: '330000' },
  startup_support: { founder_type: '2', support_type: ['1'], status: '1' },
  industry_project: { name: '示例车间', project_type: '1', jobs: 20, relocated_jobs: 10, status: '1' },
  employment_insurance: { premium: 50, daily_amount: 50 },
  housing_insurance: { premium: 20 },
  post_transfer: { move_type: '1', from_org: '示例小学', receiver: '示例新校', post_count: 1, on_duty: true },
  service_staff: { staff_type: '1', source: '1' },
  school: {
    stage: '2',
    build_type: '1',
    completed_on: '2018-08-01',
    capacity: 1000,
    classes: 20,
    large_classes: 0,
    max_class_size: 45,
    students: 800,
    relocated_students: 600,
    teachers: 50,
  },
  pupil: { enrol_status: '1' },
  clinic: { clinic_type: '1', build_type: '1', opened_on: '2018-08-01', physicians: 20, gps: 2, on_duty: 3, drug_rate: 90 },
  health_service: { insurance_type: '1', ins_year: 2024 },
  facility: { facility_type: '01', name: '示例设施', owner_org: '示例街道', opened_on: '2018-08-01', status: '3' },
  service_log: { announced: false, accident: false },
  party_body: { name: '示例党支部', party_type: '3', founded_on: '2018-08-01', members: 20 },
  street_community: { name: '示例社区', level: 'community', county_code: '522301', is_new: true, approved_on: '2018-08-01', staff_count: 8 },
  work_team: { sender_org: '示例局', member_name: '示例', role: '3', from_date: '2021-05-01' },
  police_room: { station: '示例派出所', opened_on: '2018-08-01', officers: 1, assistants: 2, status: '3' },
  safety_group: { group_type: '1', founded_on: '2018-08-01', members: 10 },
  wechat_group: { owner: '示例民警', households: 50, members: 100, created_on: '2018-08-01', status: '1' },
  building_leader: { leader_name: '示例楼栋长', phone: '13900000000', from_date: '2020-01-01', households: 40 },
  dispute: { dispute_type: '2', people: 2, source: '1' },
  legal_aid: { matter: '1' },
  activity: { activity_type: '1', title: '示例活动', people: 50, relocated: 40 },
  appeal: { channel: '1', nature: '2', content: '示例诉求', track: '3', urgency: '3', anonymous: false, review_stage: '0' },
  visit: { visitor: '示例干部', method: '1' },
  relapse_object: { object_type: '3', risks: ['1'] },
  reference_series: { source: '示例' },
  building: { planned_households: 60, floors: 18 },
  device: { device_type: '1', status: '3' },
};

/** A whole row: the usual values, then what is stated; a stated null leaves the cell empty. */
export function fullRow(register: string, stated: Row, serial: number): Row {
  const row: Record<string, Value> = { ...usual[register], ...identity(register, stated, serial), ...stated };
  const fields = [...registerOf(register).fields, 'settlement_code'];
  const filled = Object.entries(row).filter(([field, value]) => fields.includes(field) && value !== null);
  return Object.fromEntries(filled);
}

/** Names and numbers that must differ from row to row. */
function identity(register: string, stated: Row, serial: number): Row {
  switch (register) {
    case 'household':
      return { head_id_no: identityNumber(plusDays('1940-01-01', serial), serial) };
    case 'person':
      return { id_no: identityNumber(String(stated.birth_date ?? usual.person?.birth_date), serial), sex: serial % 2 === 1 ? '1' : '2' };
    case 'settlement':
      return { settlement_name: `示例安置点${serial}` };
    case 'school':
    case 'clinic':
      return { name: `示例机构${serial}` };
    default:
      return {};
  }
}

/** An identity number of the unassigned division 522399 with a right check digit; digit 17 is odd for men. */
function identityNumber(birth: string, serial: number): string {
  const body = `522399${birth.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
