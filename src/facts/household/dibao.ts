/** Facts of a household about the subsistence allowance (低保). */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { dibaoOf, onDibao } from '../support.ts';
import { atLeastZero, monthIndex, monthIndexOfDate } from '../terms.ts';

/** Month index to which the allowance is paid; before the first payment the month before its approval. */
const paidTo = `greatest(${monthIndex('dibao.last_paid_month')}, ${monthIndexOfDate('dibao.approved_on')} - 1)`;

const whenOnDibao = (value: string): string => `case when ${onDibao} then ${value} when not (${onDibao}) then 0 end`;

const unexplainedRefusal = `case
        when dibao.decision = '2' and coalesce(btrim(dibao.decision_reason), '') = ''
          then dibao.decided_on > :t - 365 and dibao.decided_on <= :t
        else false
      end`;

export const dibao: Theme = {
  joins: `
  ${dibaoOf('hh')}`,
  facts: [
    {
      name: 'on_dibao',
      type: 'bool',
      unit: '',
      zh: '享受低保',
      en: 'receives subsistence allowance',
      reads: ['subsistence_allowance'],
      means: '低保已批准、审核通过且未停发。',
      sql: onDibao,
    },
    {
      name: 'dibao_unpaid_months',
      type: 'int',
      unit: '月',
      zh: '低保未发放月数',
      en: 'months of unpaid allowance',
      reads: ['subsistence_allowance'],
      means: '享受低保的,自最近发放月(或批准前一月)起未发的月数;其余为0。',
      sql: whenOnDibao(`greatest(0, :month_index - 1 - ${paidTo})`),
    },
    {
      name: 'dibao_review_overdue_days',
      type: 'int',
      unit: '天',
      zh: '低保核查逾期天数',
      en: 'days of overdue review',
      reads: ['subsistence_allowance'],
      means: '享受低保的,下次核查日期已过的天数;其余为0。',
      sql: whenOnDibao(atLeastZero('(:t - dibao.review_due)')),
    },
    {
      name: 'dibao_over_insured',
      type: 'bool',
      unit: '',
      zh: '保障人数多于现有人口',
      en: 'more persons covered than present',
      reads: ['subsistence_allowance', 'person'],
      means: '享受低保且保障人数多于家庭现有人口。',
      sql: `case when ${onDibao} then dibao.insured_count > coalesce(members.persons, 0) when not (${onDibao}) then false end`,
    },
    {
      name: 'dibao_refused_unexplained',
      type: 'bool',
      unit: '',
      zh: '低保不予批准未书面说明',
      en: 'allowance refused without written reason',
      reads: ['subsistence_allowance'],
      means: '近365天决定不予批准且未写理由。',
      sql: whenFresh('subsistence_allowance', unexplainedRefusal),
    },
  ],
};
