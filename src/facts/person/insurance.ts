/** Facts of a person about housing-security insurance (安居险) and employment insurance (就业险). */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows } from '../rowsAsOf.ts';
import { seeking } from './work.ts';

/** Longest wait of a claim whose papers are complete and that is neither paid nor decided. */
const longestWait = `
    max(:t - docs_complete_on) filter (where docs_complete_on <= :t and (paid_on is null or paid_on > :t) and claim_status in ('2', '3', '4'))`;

const housingInsurance = `
  select person_no, bool_or(policy_year = :year) as insured, ${longestWait} as wait_days,
    bool_or(claim_status = '6' and coalesce(btrim(reject_reason), '') = '' and claimed_on > :t - 365) as refused_unexplained
  from (${eventRows('housing_insurance', 'person_no, policy_year, claimed_on, docs_complete_on, paid_on, claim_status, reject_reason', 'reach')}
  ) housing_insurance
  group by person_no`;

const employmentInsurance = `
  select person_no, bool_or(policy_year = :year) as insured, max(claimed_on) as last_claimed_on, ${longestWait} as wait_days,
    sum(paid_days) filter (where policy_year = :year and paid_on <= :t)::int as paid_days
  from (${eventRows('employment_insurance', 'person_no, policy_year, claimed_on, docs_complete_on, paid_on, claim_status, paid_days', 'reach')}
  ) employment_insurance
  group by person_no`;

const jobInsured = `(p.age >= 16 and ${whenFresh('employment_insurance', 'coalesce(at_work.insured, false)')})`;

export const insurance: Theme = {
  joins: `
  left join (${housingInsurance}
  ) at_home on at_home.person_no = p.person_no
  left join (${employmentInsurance}
  ) at_work on at_work.person_no = p.person_no`,
  facts: [
    {
      name: 'house_uninsured_days',
      type: 'int',
      unit: '天',
      zh: '安居险未参保天数',
      en: 'days without housing-security insurance',
      reads: ['housing_insurance', 'household', 'person'],
      means: '本保单年度无参保记录时,自年初、入住日、出生日中最晚者起的天数(首日为1);有则为0。',
      sql: `${whenFresh(
        'housing_insurance',
        `case
        when at_home.insured then 0
        else :t - greatest(:last_year_end, p.movein_date - 1, p.birth_date - 1)
      end`,
      )}`,
    },
    {
      name: 'house_claim_days',
      type: 'int',
      unit: '天',
      zh: '安居险理赔等待天数',
      en: 'days waiting for a housing-security claim',
      reads: ['housing_insurance'],
      means: '资料已齐、未赔付且结论待定的赔案,自资料齐全日起的天数,取最长;没有为0。',
      sql: whenFresh('housing_insurance', 'coalesce(at_home.wait_days, 0)'),
    },
    {
      name: 'house_claim_refused_unexplained',
      type: 'bool',
      unit: '',
      zh: '安居险拒赔未书面说明',
      en: 'housing-security claim refused without written reason',
      reads: ['housing_insurance'],
      means: '近365天申请的赔案被拒赔且未写拒赔原因。',
      sql: whenFresh('housing_insurance', 'coalesce(at_home.refused_unexplained, false)'),
    },
    {
      name: 'job_insured',
      type: 'bool',
      unit: '',
      zh: '就业险已参保',
      en: 'covered by employment insurance',
      reads: ['employment_insurance', 'person'],
      means: '满16周岁且本保单年度有就业险记录。',
      sql: jobInsured,
    },
    {
      name: 'job_unclaimed_days',
      type: 'int',
      unit: '天',
      zh: '失业未申请理赔天数',
      en: 'days out of work without a claim',
      reads: ['employment_insurance', 'employment', 'person'],
      means: '就业险已参保、有就业意愿未就业,且失业以来未申请理赔的,自失业日期起的天数;其余为0。',
      sql: `case
        when ${jobInsured} and ${seeking} then case
          when emp.since is null then null
          when at_work.last_claimed_on >= emp.since then 0
          else :t - emp.since
        end
        when not (${jobInsured} and ${seeking}) then 0
      end`,
    },
    {
      name: 'job_claim_days',
      type: 'int',
      unit: '天',
      zh: '就业险理赔等待天数',
      en: 'days waiting for an employment-insurance claim',
      reads: ['employment_insurance'],
      means: '资料已齐、未赔付且结论待定的就业险赔案,自资料齐全日起的天数,取最长;没有为0。',
      sql: whenFresh('employment_insurance', 'coalesce(at_work.wait_days, 0)'),
    },
    {
      name: 'job_paid_days',
      type: 'int',
      unit: '天',
      zh: '本年已赔付天数',
      en: 'days paid this year',
      reads: ['employment_insurance'],
      means: '本保单年度已赔付赔案的补助天数之和。',
      sql: whenFresh('employment_insurance', 'coalesce(at_work.paid_days, 0)'),
    },
  ],
};
