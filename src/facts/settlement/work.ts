/** Facts of a settlement about work: how many are employed, and who came home jobless of late. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows } from '../rowsAsOf.ts';

/** `returned`: persons who lost their work in the last 30 days and want another, or came home from another place for it, with the employer that they left. */
export const returnedJobless = `
returned as (
  select p.settlement_code, p.person_no, emp.employer
  from p join emp using (person_no)
  where emp.seek and emp.since > :t - 30
  union
  select p.settlement_code, p.person_no, coalesce(nullif(export.employer_uscc, ''), nullif(export.employer_name, ''))
  from p join (${eventRows('labour_export', 'person_no, employer_uscc, employer_name', 'reach', "returned_on > :t - 30 and returned_on <= :t and return_reason = '1'")}
  ) export using (person_no)
)`;

const employed = whenFresh('employment', 'coalesce(labour.employed, 0)');
const willing = whenFresh('employment', 'coalesce(labour.willing, 0)');
const returnedCount = whenFresh(['employment', 'labour_export'], 'coalesce(back.persons, 0)');

/** Unknown while fewer than nine tenths of the labour have an employment row, or nobody wants to work. */
const rate = (numerator: string): string =>
  whenFresh('employment', `case when labour.known * 10 >= labour.persons * 9 then (100.0::float8 * ${numerator}) / nullif(labour.willing, 0) end`);

export const work: Theme = {
  joins: `
  left join (
    select p.settlement_code, count(*) as persons, count(emp.person_no) as known,
      count(*) filter (where emp.job)::int as employed,
      count(*) filter (where emp.job and emp.emp_form is distinct from '6') as employed_ex_post,
      count(*) filter (where emp.job or emp.seek)::int as willing
    from p left join emp using (person_no)
    where p.lab
    group by p.settlement_code
  ) labour on labour.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(distinct person_no)::int as persons from returned group by settlement_code
  ) back on back.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, max(persons)::int as persons
    from (select settlement_code, count(*) as persons from returned where employer is not null group by settlement_code, employer) by_employer
    group by settlement_code
  ) one_employer on one_employer.settlement_code = settlement.settlement_code`,
  facts: [
    {
      name: 'labour_employed',
      type: 'int',
      unit: '人',
      zh: '已就业劳动力',
      en: 'labour at work',
      reads: ['employment', 'person', 'household'],
      means: '就业的劳动力人数。',
      sql: employed,
    },
    {
      name: 'labour_willing',
      type: 'int',
      unit: '人',
      zh: '有就业意愿劳动力',
      en: 'labour willing to work',
      reads: ['employment', 'person', 'household'],
      means: '就业的劳动力与愿意就业的劳动力人数之和。',
      sql: willing,
    },
    {
      name: 'employment_rate',
      type: 'double',
      unit: '%',
      zh: '就业率',
      en: 'employment rate',
      reads: ['employment', 'person', 'household'],
      means: '已就业劳动力占有就业意愿劳动力的百分比;就业记录不足劳动力九成的为未知。',
      sql: rate('labour.employed'),
    },
    {
      name: 'employment_rate_ex_post',
      type: 'double',
      unit: '%',
      zh: '就业率(不含公益岗)',
      en: 'employment rate without public-welfare posts',
      reads: ['employment', 'person', 'household'],
      means: '同就业率,分子不含公益性岗位。',
      sql: rate('labour.employed_ex_post'),
    },
    {
      name: 'returned_one_employer',
      type: 'int',
      unit: '人',
      zh: '同一单位集中失业返乡人数',
      en: 'returned jobless from one employer',
      reads: ['employment', 'labour_export', 'person', 'household'],
      means: '近30天失业或因失业返乡的人中,同一用人单位的最多人数。',
      sql: whenFresh(['employment', 'labour_export'], 'coalesce(one_employer.persons, 0)'),
    },
    {
      name: 'returned_count',
      type: 'int',
      unit: '人',
      zh: '近30天失业返乡人数',
      en: 'returned jobless in 30 days',
      reads: ['employment', 'labour_export', 'person', 'household'],
      means: '近30天失业而愿意就业,或因失业返乡的人数。',
      sql: returnedCount,
    },
    {
      name: 'returned_pct',
      type: 'double',
      unit: '%',
      zh: '近30天失业返乡比例',
      en: 'share returned jobless in 30 days',
      reads: ['employment', 'labour_export', 'person', 'household'],
      means: '近30天失业返乡人数占其与已就业劳动力之和的百分比。',
      sql: `case
        when (${returnedCount}) = 0 then 0
        else (100.0::float8 * (${returnedCount})) / ((${employed}) + (${returnedCount}))
      end`,
    },
  ],
};
