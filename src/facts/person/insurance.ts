/** Facts of a person about housing-security insurance (安居险) and employment insurance (就业险). */
import type { StatedFact } from '../fact.ts';

export const insuranceFacts: readonly StatedFact[] = [
  {
    name: 'house_uninsured_days', type: 'int', unit: '天', zh: '安居险未参保天数', en: 'days without housing-security insurance', reads: ['housing_insurance', 'household', 'person'],
    means: '本保单年度无参保记录时,自年初、入住日、出生日中最晚者起的天数(首日为1);有则为0。',
    sql: `null`,
  },
  {
    name: 'house_claim_days', type: 'int', unit: '天', zh: '安居险理赔等待天数', en: 'days waiting for a housing-security claim', reads: ['housing_insurance'],
    means: '资料已齐、未赔付且结论待定的赔案,自资料齐全日起的天数,取最长;没有为0。',
    sql: `null`,
  },
  {
    name: 'house_claim_refused_unexplained', type: 'bool', unit: '', zh: '安居险拒赔未书面说明', en: 'housing-security claim refused without written reason', reads: ['housing_insurance'],
    means: '近365天申请的赔案被拒赔且未写拒赔原因。',
    sql: `null`,
  },
  {
    name: 'job_insured', type: 'bool', unit: '', zh: '就业险已参保', en: 'covered by employment insurance', reads: ['employment_insurance', 'person'],
    means: '满16周岁且本保单年度有就业险记录。',
    sql: `null`,
  },
  {
    name: 'job_unclaimed_days', type: 'int', unit: '天', zh: '失业未申请理赔天数', en: 'days out of work without a claim', reads: ['employment_insurance', 'employment', 'person'],
    means: '就业险已参保、有就业意愿未就业,且失业以来未申请理赔的,自失业日期起的天数;其余为0。',
    sql: `null`,
  },
  {
    name: 'job_claim_days', type: 'int', unit: '天', zh: '就业险理赔等待天数', en: 'days waiting for an employment-insurance claim', reads: ['employment_insurance'],
    means: '资料已齐、未赔付且结论待定的就业险赔案,自资料齐全日起的天数,取最长;没有为0。',
    sql: `null`,
  },
  {
    name: 'job_paid_days', type: 'int', unit: '天', zh: '本年已赔付天数', en: 'days paid this year', reads: ['employment_insurance'],
    means: '本保单年度已赔付赔案的补助天数之和。',
    sql: `null`,
  },
];
