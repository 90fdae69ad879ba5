/** Facts of a household about its dwelling: hazards and the title. */
import type { Theme } from '../fact.ts';
import { rowsByNumber } from '../rowsAsOf.ts';
import { surely, workingDaysSince } from '../terms.ts';

const columns =
  'household_no, house_no, occupancy, vacant_from, checked_on, hazard_level, hazard_from, hazard_to, cert_date, cert_accept_date, title_dispute';

/** `dwelling`: the dwelling of each household, wherever it lies; of several the one with the least number. */
export const dwellingOfHouseholds = `
dwelling as materialized (
  select distinct on (household_no) *
  from (${rowsByNumber('housing', columns, 'household_no', 'hh')}
  ) housing
  order by household_no, house_no
)`;

/** The value when the household has a dwelling in a register that has spoken, else unknown. */
const ofDwelling = (value: string): string => `case when fresh.housing and dwelling.household_no is not null then ${value} end`;

const openHazard = '(dwelling.hazard_from is null or dwelling.hazard_from <= :t) and (dwelling.hazard_to is null or dwelling.hazard_to > :t)';

const hazardGrade = ofDwelling(`case
        when dwelling.hazard_level is null then null
        when ${openHazard} and dwelling.hazard_level::int > 0 then dwelling.hazard_level::int
        when dwelling.checked_on < :t - 400 then null
        else 0
      end`);

const titleIssued = ofDwelling(surely('dwelling.cert_date <= :t'));
const titleAccepted = ofDwelling(surely('dwelling.cert_accept_date <= :t'));

export const dwelling: Theme = {
  joins: `
  left join dwelling on dwelling.household_no = hh.household_no`,
  facts: [
    {
      name: 'hazard_grade',
      type: 'int',
      unit: '级',
      zh: '住房隐患等级',
      en: 'grade of the hazard',
      reads: ['housing'],
      means: '住房未消除的隐患等级,没有为0;超过400天未核查的0视为未知。',
      sql: hazardGrade,
    },
    {
      name: 'hazard_open_days',
      type: 'int',
      unit: '天',
      zh: '隐患未整改天数',
      en: 'days of an open hazard',
      reads: ['housing'],
      means: '有未消除隐患的,自发现日起的天数;没有为0。',
      sql: `case when (${hazardGrade}) > 0 then :t - dwelling.hazard_from when (${hazardGrade}) = 0 then 0 end`,
    },
    {
      name: 'title_issued',
      type: 'bool',
      unit: '',
      zh: '已发不动产权证',
      en: 'title issued',
      reads: ['housing'],
      means: '住房的不动产权证已发。',
      sql: titleIssued,
    },
    {
      name: 'title_accepted',
      type: 'bool',
      unit: '',
      zh: '已受理不动产登记',
      en: 'title application accepted',
      reads: ['housing'],
      means: '住房的不动产登记申请已受理。',
      sql: titleAccepted,
    },
    {
      name: 'title_wait_wd',
      type: 'int',
      unit: '工作日',
      zh: '不动产证等待工作日',
      en: 'working days waiting for the title',
      reads: ['housing'],
      means: '已受理未发证的,自受理日起的工作日数;其余为0。',
      sql: `case
        when (${titleAccepted}) and not (${titleIssued}) then ${workingDaysSince('dwelling.cert_accept_date')}
        when (${titleAccepted}) is not null then 0
      end`,
    },
    {
      name: 'title_dispute',
      type: 'bool',
      unit: '',
      zh: '产权争议',
      en: 'dispute over the title',
      reads: ['housing'],
      means: '住房有权属争议且未发证。',
      sql: ofDwelling(`${surely('dwelling.title_dispute')} and not (${titleIssued})`),
    },
  ],
};
