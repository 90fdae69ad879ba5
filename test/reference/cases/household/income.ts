/** Hand-counted cases of income and expense; the date is Saturday 2024-06-15 (latest quarter 2024-Q1) unless stated. */
import type { CaseRow } from '../scene.ts';
import type { Row } from '../../world.ts';

/** Income of the quarters that end with 2024-Q1, latest first. */
const quarters = ['2024-Q1', '2023-Q4', '2023-Q3', '2023-Q2', '2023-Q1', '2022-Q4', '2022-Q3', '2022-Q2'];
const income = (...amounts: number[]): Row[] =>
  amounts.map((net_amount, index) => ({ period: quarters[index] ?? '', gross_amount: net_amount, net_amount }));
const expense = (self_paid: number, more: Row = {}): Row => ({
  expense_no: 'Z{N}',
  self_paid,
  amount: self_paid,
  occurred_on: '2024-01-10',
  ...more,
});

export const rows: readonly CaseRow[] = [
  [
    'income_12m',
    40_000.3,
    'four quarters, two kinds of income, a loss, without the one-off receipt',
    {
      income: [
        ...income(10_000.1, 10_000.1, 10_000.1, 10_000),
        { period: '2024-Q1', income_item: '22', net_amount: -500 },
        { period: '2024-Q1', income_item: '24', net_amount: 500 },
        { period: '2024-Q1', income_item: '36', net_amount: 9000, is_oneoff: true },
      ],
    },
  ],
  ['income_12m', 0, 'no income in four quarters', { income: income(0, 0, 0, 0) }],
  ['income_12m', 4000, 'the last quarter is not collected yet', { income: income(1, 1000, 1000, 1000, 1000).slice(1) }],
  ['income_12m', null, 'the last two quarters are missing', { income: income(1, 1, 1000, 1000, 1000, 1000).slice(2) }],
  ['income_12m', null, 'one quarter is missing', { income: income(1000, 1000, 1000) }],
  ['income_12m', null, 'register silent', { income: income(1000, 1000, 1000, 1000) }, { silent: ['income'] }],
  ['income_12m', 4000, 'on the last day of a quarter it counts', { income: income(1000, 1000, 1000, 1000) }, { at: '2024-03-31' }],
  ['income_12m', null, 'the day before it does not', { income: income(1000, 1000, 1000, 1000) }, { at: '2024-03-30' }],
  ['income_per_capita', 10_000, 'four heads', { income: income(10_000, 10_000, 10_000, 10_000) }],
  ['income_per_capita', 0, 'no income', { income: income(0, 0, 0, 0) }],
  ['income_per_capita', null, 'heads not stated', { household: { coliving_count: null }, income: income(1, 1, 1, 1) }],
  ['income_change_pct', -20, 'a fifth less', { income: income(2000, 2000, 2000, 2000, 2500, 2500, 2500, 2500) }],
  ['income_change_pct', 0, 'the same', { income: income(2500, 2500, 2500, 2500, 2500, 2500, 2500, 2500) }],
  ['income_change_pct', null, 'the earlier year is incomplete', { income: income(2000, 2000, 2000, 2000, 2500, 2500, 2500) }],
  ['income_change_pct', null, 'no income in the earlier year', { income: income(2000, 2000, 2000, 2000, 0, 0, 0, 0) }],
  [
    'medical_self_paid_12m',
    1500.5,
    'two bills; one is a day too old, one is for school, one is tomorrow',
    {
      expense: [
        expense(1000),
        expense(500.5, { expense_no: 'Z{N}-2', occurred_on: '2023-06-16' }),
        expense(9, { expense_no: 'Z{N}-3', occurred_on: '2023-06-15' }),
        expense(9, { expense_no: 'Z{N}-4', expense_type: '2' }),
        expense(9, { expense_no: 'Z{N}-5', occurred_on: '2024-06-16' }),
      ],
    },
  ],
  [
    'medical_self_paid_12m',
    5,
    'twelve months before 29 February are after 28 February',
    { expense: [expense(5, { occurred_on: '2023-03-01' }), expense(9, { expense_no: 'Z{N}-2', occurred_on: '2023-02-28' })] },
    { at: '2024-02-29' },
  ],
  ['medical_self_paid_12m', 0, 'none', {}],
  ['medical_self_paid_12m', null, 'register silent', { expense: expense(1000) }, { silent: ['expense'] }],
  ['medical_burden_pct', 25, 'a quarter', { income: income(1000, 1000, 1000, 1000), expense: expense(1000) }],
  ['medical_burden_pct', 999, 'cost without income', { income: income(0, 0, 0, 0), expense: expense(1000) }],
  ['medical_burden_pct', 0, 'no cost, income unknown', {}],
  ['medical_burden_pct', null, 'cost, income unknown', { expense: expense(1000) }],
  ['income_after_medical_pc', 9750, '1 000 of 40 000', { income: income(10_000, 10_000, 10_000, 10_000), expense: expense(1000) }],
  ['income_after_medical_pc', 0, 'all of it', { income: income(250, 250, 250, 250), expense: expense(1000) }],
  ['income_after_medical_pc', null, 'expense register silent', { income: income(1, 1, 1, 1) }, { silent: ['expense'] }],
  [
    'rigid_12m',
    3000,
    'medical and care; debts and others do not count',
    {
      expense: [
        expense(1000),
        expense(2000, { expense_no: 'Z{N}-2', expense_type: '5' }),
        expense(9, { expense_no: 'Z{N}-3', expense_type: '6' }),
        expense(9, { expense_no: 'Z{N}-4', expense_type: '9' }),
      ],
    },
  ],
  ['rigid_12m', 0, 'none', {}],
  ['rigid_12m', null, 'register silent', {}, { silent: ['expense'] }],
  [
    'income_after_rigid_pc',
    9000,
    '4 000 of 40 000',
    { income: income(10_000, 10_000, 10_000, 10_000), expense: expense(4000, { expense_type: '2' }) },
  ],
  ['income_after_rigid_pc', 0, 'all of it', { income: income(250, 250, 250, 250), expense: expense(1000) }],
  ['income_after_rigid_pc', null, 'income unknown', { expense: expense(1000) }],
  ['disaster_12m', true, 'damage to the house', { expense: expense(10, { expense_type: '3' }) }],
  ['disaster_12m', true, 'medical cost of an accident', { expense: expense(10, { event_ref: '事故1' }) }],
  ['disaster_12m', false, 'ordinary illness', { expense: expense(10) }],
  ['disaster_12m', null, 'register silent', {}, { silent: ['expense'] }],
];
