/** Facts of a household about its income over four quarters and its expenses over twelve months. */
import type { Theme } from '../fact.ts';
import { whenFresh } from '../fresh.ts';
import { eventRows } from '../rowsAsOf.ts';
import { quarterIndex } from '../terms.ts';

/** Sum of the quarters from `newest` to `newest + 3` quarters before QT; unknown when one of them has no row. */
const sumOfYear = (newest: number): string => {
  const bits = 15 << newest;
  return `case when bit_or(1 << ago) & ${bits} = ${bits} then coalesce(sum(net_amount) filter (where ago between ${newest} and ${newest + 3}), 0) end`;
};

/** The window ends with the latest quarter that has a row, which must be QT or the one before. */
const windowFrom = (quarters: number): string => `case
        when bit_or(1 << ago) & 1 > 0 then ${sumOfYear(quarters)}
        when bit_or(1 << ago) & 2 > 0 then ${sumOfYear(quarters + 1)}
      end`;

const incomeYears = `
  select household_no, (${windowFrom(0)})::float8 as last_year, (${windowFrom(4)})::float8 as year_before
  from (
    select household_no, :quarter_index - ${quarterIndex('period')} as ago, net_amount
    from (${eventRows('income', 'household_no, period, net_amount', 'reach', 'is_oneoff = false and period >= :first_quarter')}
    ) income
    offset 0
  ) quarter
  group by household_no`;

const expenseYear = `
  select household_no,
    sum(self_paid) filter (where expense_type = '1')::float8 as medical,
    sum(self_paid) filter (where expense_type in ('1', '2', '3', '4', '5'))::float8 as rigid,
    bool_or(expense_type in ('3', '4') or event_ref <> '') as disaster
  from (${eventRows('expense', 'household_no, expense_type, self_paid, event_ref', 'reach', "occurred_on > (:t - interval '12 months')::date")}
  ) expense
  group by household_no`;

const netIncome = whenFresh('income', 'income.last_year');
const netIncomeBefore = whenFresh('income', 'income.year_before');
const medical = whenFresh('expense', 'coalesce(expense.medical, 0)');
const rigid = whenFresh('expense', 'coalesce(expense.rigid, 0)');
const persons = 'nullif(hh.coliving_count, 0)';

export const income: Theme = {
  joins: `
  left join (${incomeYears}
  ) income on income.household_no = hh.household_no
  left join (${expenseYear}
  ) expense on expense.household_no = hh.household_no`,
  facts: [
    {
      name: 'income_12m',
      type: 'double',
      unit: '元',
      zh: '近四季度家庭纯收入',
      en: 'net income of the last four quarters',
      reads: ['income'],
      means: '最近四个季度(一次性收入除外)净额之和;缺任一季度为未知。',
      sql: netIncome,
    },
    {
      name: 'income_per_capita',
      type: 'double',
      unit: '元',
      zh: '人均纯收入',
      en: 'net income a head',
      reads: ['income', 'household'],
      means: '近四季度纯收入除以共同生活人口。',
      sql: `(${netIncome}) / ${persons}`,
    },
    {
      name: 'income_change_pct',
      type: 'double',
      unit: '%',
      zh: '收入同比变化',
      en: 'change of net income on the year',
      reads: ['income'],
      means: '近四季度纯收入比前四季度的变化百分比。',
      sql: `case
        when (${netIncomeBefore}) > 0 then (100.0::float8 * ((${netIncome}) - (${netIncomeBefore}))) / (${netIncomeBefore})
      end`,
    },
    {
      name: 'medical_self_paid_12m',
      type: 'double',
      unit: '元',
      zh: '近12个月合规医疗自付',
      en: 'own medical payments of 12 months',
      reads: ['expense'],
      means: '近12个月医疗支出合规自付之和。',
      sql: medical,
    },
    {
      name: 'medical_burden_pct',
      type: 'double',
      unit: '%',
      zh: '医疗自付占收入',
      en: 'own medical payments as a share of income',
      reads: ['expense', 'income'],
      means: '医疗自付占近四季度纯收入的百分比;有自付而收入不为正的为999。',
      sql: `case
        when (${medical}) = 0 then 0
        when (${medical}) > 0 and (${netIncome}) <= 0 then 999
        else (100.0::float8 * (${medical})) / (${netIncome})
      end`,
    },
    {
      name: 'income_after_medical_pc',
      type: 'double',
      unit: '元',
      zh: '扣除医疗后人均收入',
      en: 'income a head after medical payments',
      reads: ['expense', 'income', 'household'],
      means: '纯收入减医疗自付后的人均额。',
      sql: `((${netIncome}) - (${medical})) / ${persons}`,
    },
    {
      name: 'rigid_12m',
      type: 'double',
      unit: '元',
      zh: '近12个月刚性支出',
      en: 'rigid expenses of 12 months',
      reads: ['expense'],
      means: '近12个月医疗、教育、住房灾害、意外事故、赡养照护自付之和。',
      sql: rigid,
    },
    {
      name: 'income_after_rigid_pc',
      type: 'double',
      unit: '元',
      zh: '扣除刚性支出后人均收入',
      en: 'income a head after rigid expenses',
      reads: ['expense', 'income', 'household'],
      means: '纯收入减刚性支出后的人均额。',
      sql: `((${netIncome}) - (${rigid})) / ${persons}`,
    },
    {
      name: 'disaster_12m',
      type: 'bool',
      unit: '',
      zh: '近12个月有灾害事故支出',
      en: 'disaster or accident in 12 months',
      reads: ['expense'],
      means: '近12个月有住房灾害、意外事故支出或带灾害事故编号的支出。',
      sql: whenFresh('expense', 'coalesce(expense.disaster, false)'),
    },
  ],
};
