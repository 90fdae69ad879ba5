/** The published figures of the source document (黔西南日报, 2024-01-05), each with the formula over the registers that reproduces it. */
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import type { Figure, FigureDay } from './figure.ts';

const until = ({ day }: FigureDay): string => `date '${day}'`;

/** Present at the day: begun, and not ended before or on it. */
const present = (from: string, to: string, at: FigureDay): string => `${from} <= ${until(at)} and (${to} is null or ${to} > ${until(at)})`;

function counted(
  id: string,
  zh: string,
  en: string,
  printed: number,
  unit: string,
  comparison: Figure['comparison'],
  reads: RegisterName,
  formula: (at: FigureDay) => string,
  note = '',
): Figure {
  return { id, zh, en, printed, unit, comparison, decimals: 0, reads: [reads], formula, note };
}

/** Households without income rows in all four quarters are unknown and left out of both sums. */
function netPerHead(at: FigureDay): string {
  return `
    with concerned as (
      select household_no, coliving_count from household
      where household_type = '1' and movein_date <= ${until(at)} and status not in ('5', '6')
    ), net as (
      select household_no, sum(net_amount) as amount from income
      where period like '${at.year}-Q%' and is_oneoff = false
      group by household_no having count(distinct period) = 4
    )
    select sum(net.amount) / sum(concerned.coliving_count) from concerned join net using (household_no)`;
}

const built = (register: string, on: string) => (at: FigureDay) =>
  `select count(*) from ${register} where build_type in ('1', '2', '3', '4') and ${on} <= ${until(at)}`;

const paid = (what: string, register: string) => (at: FigureDay) =>
  `select ${what} from ${register} where claim_status = '5' and paid_on <= ${until(at)}`;

const staff = (type: string) => (at: FigureDay) =>
  `select count(*) from service_staff where staff_type = '${type}' and ${present('from_date', 'to_date', at)}`;

const newAreas = (level: string) => (at: FigureDay) =>
  `select count(*) from street_community where level = '${level}' and is_new = true and approved_on <= ${until(at)}`;

const partyBodies = (type: string) => (at: FigureDay) =>
  `select count(*) from party_body where party_type = '${type}' and ${present('founded_on', 'closed_on', at)}`;

/** Net income per head of 脱贫 households of a year; its growth is reckoned from two of them. */
export const incomePerHead: Figure = {
  ...counted(
    'income_per_head',
    '易地搬迁脱贫人口人均纯收入',
    'net income per head of relocated people lifted out of poverty',
    14703,
    'yuan',
    'exact',
    'income',
    netPerHead,
  ),
  reads: ['household', 'income'],
  note: 'net income, not disposable income; one-off receipts are left out',
};

/** Figures that are one formula over the registers, in the order of the document. Income, growth and the standard's own counts stand in computeFigures. */
export const figures: readonly Figure[] = [
  counted('schools_built', '新建、改扩建学校', 'schools built or extended', 131, 'schools', 'exact', 'school', built('school', 'completed_on')),
  counted(
    'clinics_built',
    '新建、改扩建医疗卫生机构',
    'health institutions built or extended',
    74,
    'institutions',
    'exact',
    'clinic',
    built('clinic', 'opened_on'),
  ),
  counted('teachers_assigned', '向安置区配备教师', 'teachers in post', 8200, 'persons', 'at_least', 'service_staff', staff('1')),
  counted('medical_assigned', '配备专业医务人员', 'medical staff in post', 400, 'persons', 'at_least', 'service_staff', staff('2')),
  {
    ...counted(
      'employment_insurance_paid',
      '“就业险”理赔金额',
      'employment insurance paid',
      12_000_000,
      'yuan',
      'at_least',
      'employment_insurance',
      paid('sum(paid_amount)', 'employment_insurance'),
    ),
    decimals: 2,
  },
  counted(
    'employment_insurance_people',
    '“就业险”理赔涉及搬迁群众',
    'persons paid by employment insurance',
    5300,
    'persons',
    'at_least',
    'employment_insurance',
    paid('count(distinct person_no)', 'employment_insurance'),
  ),
  counted(
    'hukou_moved',
    '已自愿办理户籍转移',
    'persons who moved their hukou',
    100_000,
    'persons',
    'about',
    'hukou_transfer',
    (at) => `select count(distinct person_no) from hukou_transfer where voluntary = true and done_on <= ${until(at)}`,
  ),
  {
    ...counted(
      'without_hukou_and_permit',
      '其余搬迁群众均已办理新市民居住证:未办人数',
      'persons with neither local hukou nor permit',
      0,
      'persons',
      'exact',
      'person',
      (at) => `
    select count(*) from person join household on household.household_no = person.household_no
    where household.movein_date <= ${until(at)} and household.status not in ('5', '6')
      and person.birth_date <= ${until(at)} and (person.end_date is null or person.end_date > ${until(at)})
      and not exists (select 1 from hukou_transfer where hukou_transfer.person_no = person.person_no and hukou_transfer.done_on <= ${until(at)})
      and not exists (select 1 from residence_permit where residence_permit.person_no = person.person_no
        and residence_permit.issued_on <= ${until(at)} and residence_permit.status in ('1', '2', '3'))`,
    ),
    reads: ['person', 'household', 'hukou_transfer', 'residence_permit'],
  },
  counted(
    'dibao_converted',
    '“农低保”转“城低保”',
    'persons converted to urban allowance',
    50_000,
    'persons',
    'at_least',
    'subsistence_allowance',
    ({ day }) => `select sum(insured_count) from subsistence_allowance where convert_month <= '${day.slice(0, 7)}'`,
    'persons, not households',
  ),
  counted(
    'housing_insurance_people',
    '“安居险”获得理赔人数',
    'persons paid by housing insurance',
    1500,
    'persons',
    'at_least',
    'housing_insurance',
    paid('count(distinct person_no)', 'housing_insurance'),
  ),
  {
    ...counted(
      'housing_insurance_paid',
      '“安居险”理赔金额',
      'housing insurance paid',
      10_000_000,
      'yuan',
      'at_least',
      'housing_insurance',
      paid('sum(paid_amount)', 'housing_insurance'),
    ),
    decimals: 2,
  },
  counted(
    'teacher_posts_moved',
    '从迁出地划转教师编制',
    'teacher posts moved',
    690,
    'posts',
    'at_least',
    'post_transfer',
    (at) => `select sum(post_count) from post_transfer where staff_type = '1' and move_type = '1' and effective_on <= ${until(at)}`,
  ),
  counted(
    'medical_moved',
    '落实医务人员',
    'medical staff moved',
    400,
    'persons',
    'at_least',
    'post_transfer',
    (at) => `select sum(post_count) from post_transfer where staff_type = '2' and effective_on <= ${until(at)}`,
  ),
  counted('streets_new', '新成立街道', 'new streets', 15, 'streets', 'exact', 'street_community', newAreas('street')),
  counted('communities_new', '新成立社区', 'new communities', 77, 'communities', 'exact', 'street_community', newAreas('community')),
  counted('party_general_branches', '党总支', 'general Party branches', 21, 'bodies', 'exact', 'party_body', partyBodies('2')),
  counted('party_branches', '党支部', 'Party branches', 102, 'bodies', 'exact', 'party_body', partyBodies('3')),
  counted(
    'work_teams',
    '乡村振兴驻村工作队',
    'resident work teams',
    81,
    'teams',
    'exact',
    'work_team',
    (at) => `select count(distinct team_no) from work_team where ${present('from_date', 'to_date', at)}`,
  ),
  counted(
    'work_team_cadres',
    '选派常驻安置社区的优秀干部',
    'cadres in work teams',
    200,
    'persons',
    'at_least',
    'work_team',
    (at) => `select count(distinct staff_no) from work_team where ${present('from_date', 'to_date', at)}`,
  ),
  counted(
    'police_rooms',
    '配建警务室',
    'police rooms',
    36,
    'rooms',
    'exact',
    'police_room',
    (at) => `select count(*) from police_room where status = '3' and opened_on <= ${until(at)}`,
  ),
  counted(
    'safety_groups',
    '群防群治组织',
    'mass-prevention groups',
    97,
    'groups',
    'exact',
    'safety_group',
    (at) => `select count(*) from safety_group where ${present('founded_on', 'closed_on', at)}`,
  ),
  counted(
    'chat_groups',
    '微警务群',
    'police chat groups',
    300,
    'groups',
    'at_least',
    'wechat_group',
    (at) => `select count(*) from wechat_group where status = '1' and created_on <= ${until(at)}`,
  ),
  counted(
    'building_leaders',
    '配备楼栋长',
    'building leaders',
    1700,
    'persons',
    'at_least',
    'building_leader',
    (at) => `select count(distinct coalesce(person_no, leader_name || phone)) from building_leader where ${present('from_date', 'to_date', at)}`,
  ),
  counted(
    'appeals_handled',
    '处理搬迁群众利益诉求',
    'appeals handled',
    6000,
    'appeals',
    'at_least',
    'appeal',
    (at) => `select count(*) from appeal where ${at.goLive ? `closed_at >= date '${at.goLive}' and ` : ''}closed_at < ${until(at)} + 1`,
    'from go-live',
  ),
];
