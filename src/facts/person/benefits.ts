/** Facts of a person about pensions and welfare benefits. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { rowsAsOf } from '../rowsAsOf.ts';
import { monthIndex, monthIndexOfDate } from '../terms.ts';

const receiving = (...types: string[]): string => `filter (where status = '3' and benefit_type in (${types.map((type) => `'${type}'`).join(', ')}))`;

/** `paid_to`: month index to which a benefit is paid, the month before it began when none is stated. */
const paidBenefits = `
  select person_no,
    max(paid_to) ${receiving('1', '2')} as pension_paid_to,
    bool_and(coalesce(status = '2', false)) filter (where benefit_type in ('1', '2')) as contributions_interrupted,
    max(last_month) filter (where benefit_type in ('1', '2')) as contributed_to,
    min(paid_to) ${receiving('3', '4', '7')} as allowance_paid_to,
    min(paid_to) ${receiving('5')} as hardship_paid_to,
    min(paid_to) ${receiving('6')} as orphan_paid_to,
    bool_or(status in ('1', '2', '3')) as arranged
  from (
    select person_no, benefit_type, status,
      coalesce(${monthIndex('last_month')}, ${monthIndex('from_month')} - 1) as paid_to,
      coalesce(${monthIndex('last_month')}, ${monthIndex('from_month')}) as last_month
    from (${rowsAsOf('welfare_benefit', 'person_no, benefit_type, status, from_month, last_month', 'reach')}
    ) welfare_benefit
  ) benefit
  group by person_no`;

/** Full months before the month of T that are not paid. */
const unpaidSince = (paidTo: string): string => `greatest(0, :month_index - 1 - ${paidTo})`;

const pensionGap = `case
        when p.age < 60 then 0
        else ${whenFresh('welfare_benefit', unpaidSince(`coalesce(benefit.pension_paid_to, ${monthIndexOfDate('p.birth_date')} + 720)`))}
      end`;

const contributionGap = `case
        when p.age not between 16 and 59 then 0
        else ${whenFresh('welfare_benefit', 'case when benefit.contributions_interrupted then :month_index - benefit.contributed_to else 0 end')}
      end`;

const allowanceGap = whenFresh(
  'welfare_benefit',
  `case when benefit.allowance_paid_to is null then 0 else ${unpaidSince('benefit.allowance_paid_to')} end`,
);

/** Months unpaid of a support that must be there: 1 when it is not received at all. */
const supportGap = (paidTo: string): string => `case when ${paidTo} is null then 1 else ${unpaidSince(paidTo)} end`;

export const benefits: Theme = {
  joins: `
  left join (${paidBenefits}
  ) benefit on benefit.person_no = p.person_no`,
  facts: [
    {
      name: 'pension_gap_months',
      type: 'int',
      unit: '月',
      zh: '养老待遇缺口月数',
      en: 'months without pension',
      reads: ['welfare_benefit', 'person'],
      means: '满60周岁的,领取中的养老待遇自最近发放月起未发的月数(取最少);没有领取的自满60周岁之月起算;不满60周岁为0。',
      sql: pensionGap,
    },
    {
      name: 'contribution_gap_months',
      type: 'int',
      unit: '月',
      zh: '缴费中断月数',
      en: 'months of interrupted contributions',
      reads: ['welfare_benefit', 'person'],
      means: '16至59周岁且养老保险全部中断的,自最近缴费月起的月数(取最少);其余为0。',
      sql: contributionGap,
    },
    {
      name: 'allowance_gap_months',
      type: 'int',
      unit: '月',
      zh: '津贴补贴未发月数',
      en: 'months of unpaid allowances',
      reads: ['welfare_benefit'],
      means: '领取中的高龄津贴、残疾人补贴等自最近发放月起未发的月数,取最多;没有为0。',
      sql: allowanceGap,
    },
    {
      name: 'core_gap_months',
      type: 'int',
      unit: '月',
      zh: '特困孤儿保障未发月数',
      en: 'months of unpaid basic support',
      reads: ['welfare_benefit', 'person'],
      means: '特困人员的特困供养、孤儿和事实无人抚养儿童的保障未发的月数,取最多;未领取为1;不属这些人员为0。',
      sql: `case
        when not p.tags && '{2,3,4}' then 0
        else ${whenFresh(
          'welfare_benefit',
          `greatest(
          case when p.tags && '{2}' then ${supportGap('benefit.hardship_paid_to')} else 0 end,
          case when p.tags && '{3,4}' then ${supportGap('benefit.orphan_paid_to')} else 0 end)`,
        )}
      end`,
    },
    {
      name: 'benefit_gap_months',
      type: 'int',
      unit: '月',
      zh: '待遇缺口月数',
      en: 'months of gap in benefits',
      reads: ['welfare_benefit', 'person'],
      means: '养老待遇、缴费中断、津贴补贴缺口月数中的最大者。',
      sql: `case
        when (${contributionGap}) is not null
          then ${whenFresh('welfare_benefit', `greatest(${pensionGap}, ${contributionGap}, ${allowanceGap})`)}
      end`,
    },
    {
      name: 'benefit_due',
      type: 'bool',
      unit: '',
      zh: '应享待遇或应参保',
      en: 'entitled to benefits or due to insure',
      reads: ['welfare_benefit', 'person'],
      means: '满60周岁,或特困、孤儿、事实无人抚养,或有参保、中断、领取的待遇记录。',
      sql: `p.age >= 60 or p.tags && '{2,3,4}' or ${whenFresh('welfare_benefit', 'coalesce(benefit.arranged, false)')}`,
    },
  ],
};
