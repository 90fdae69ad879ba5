/** Facts of a person about medical insurance and the family doctor. */
import type { Theme } from '../fact.ts';
import { rowsAsOf } from '../rowsAsOf.ts';
import { atLeastZero, surely } from '../terms.ts';

const chronic = 'coalesce(cardinality(hs.chronic), 0) > 0';
const covered = surely("hs.insurance_type <> '4'");

export const health: Theme = {
  joins: `
  left join (${rowsAsOf('health_service', 'person_no, insurance_type, ins_year, doctor, signed_on, chronic, followup_due', 'reach')}
  ) hs on hs.person_no = p.person_no and fresh.health_service`,
  facts: [
    {
      name: 'medins_required',
      type: 'bool',
      unit: '',
      zh: '应参加基本医保',
      en: 'must be in basic medical insurance',
      reads: ['person'],
      means: '出生超过90天,且不属现役军人、出国出境、服刑羁押。',
      sql: `:t - p.birth_date > 90 and not p.tags && '{16,17,18}'`,
    },
    {
      name: 'medins_gap_days',
      type: 'int',
      unit: '天',
      zh: '本年未参保天数',
      en: 'days without medical insurance this year',
      reads: ['health_service', 'person'],
      means: '本年度已参保为0;否则自年初(或出生满90天)起的天数,首日为1。',
      sql: `case
        when hs.person_no is null then null
        when ${covered} and hs.ins_year >= :year then 0
        else :t - greatest(:last_year_end, p.birth_date + 90)
      end`,
    },
    {
      name: 'medins_next_paid',
      type: 'bool',
      unit: '',
      zh: '下年度已参保',
      en: 'insured for the next year',
      reads: ['health_service'],
      means: '职工医保本年度有效,或其他险种已缴下年度。',
      sql: `case
        when hs.person_no is not null
          then ${surely("hs.insurance_type = '2' and hs.ins_year >= :year")} or ${surely(`${covered} and hs.ins_year > :year`)}
      end`,
    },
    {
      name: 'medins_days_left',
      type: 'int',
      unit: '天',
      zh: '距集中缴费截止天数',
      en: 'days left to pay',
      reads: ['person'],
      means: '至当年12月31日的天数。',
      sql: ':year_end - :t',
    },
    {
      name: 'medins_group',
      type: 'int',
      unit: '类',
      zh: '参保保障类别',
      en: 'group of protection',
      reads: ['health_service', 'household', 'person'],
      means: '3=低保、特困、孤儿、事实无人抚养、重病;2=脱贫户、慢病;1=其余。',
      sql: `case
        when p.tags && '{1,2,3,4,10}' then 3
        when p.household_type in ('1', '2') or p.tags && '{11}' then 2
        when hs.person_no is not null then case when ${chronic} then 2 else 1 end
      end`,
    },
    {
      name: 'key_health_group',
      type: 'bool',
      unit: '',
      zh: '重点健康人群',
      en: 'key health group',
      reads: ['health_service', 'person'],
      means: '满65周岁、不满7周岁、残疾、慢病、精神障碍或孕产妇。',
      sql: `p.age >= 65 or p.age <= 6 or p.tags && '{9,11,12,14}' or case when hs.person_no is not null then ${chronic} end`,
    },
    {
      name: 'doctor_signed',
      type: 'bool',
      unit: '',
      zh: '已签约家庭医生',
      en: 'family doctor signed',
      reads: ['health_service'],
      means: '有签约医生且已签约。',
      sql: `case when hs.person_no is not null then ${surely("hs.doctor <> '' and hs.signed_on <= :t")} end`,
    },
    {
      name: 'followup_overdue_days',
      type: 'int',
      unit: '天',
      zh: '随访逾期天数',
      en: 'days of overdue follow-up',
      reads: ['health_service'],
      means: '下次随访日期已过的天数;无慢病且未填为0。',
      sql: `case
        when hs.person_no is null then null
        when hs.followup_due is not null then ${atLeastZero('(:t - hs.followup_due)')}
        when not (${chronic}) then 0
      end`,
    },
  ],
};
