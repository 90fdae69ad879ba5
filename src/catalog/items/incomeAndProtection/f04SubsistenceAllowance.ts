/** F04 低保待遇衔接与动态核查: subsistence allowance continuity. */
import { item } from '../item.ts';

export const f04SubsistenceAllowance = item({
  code: 'F04',
  zh: '低保待遇衔接与动态核查',
  en: 'Subsistence allowance continuity',
  subject: 'household',
  applies: 'on_dibao || dibao_refused_unexplained',
  levels: {
    blue: 'dibao_review_overdue_days > p_blue || dibao_over_insured',
    yellow: 'dibao_unpaid_months >= p_yellow',
    orange: 'dibao_unpaid_months >= p_orange',
    red: 'dibao_unpaid_months >= p_red || dibao_refused_unexplained',
  },
  params: {
    p_blue: { default: 0, type: 'int', unit: '天', zh: '蓝色核查逾期天数', en: 'blue: days of overdue review' },
    p_yellow: { default: 1, type: 'int', unit: '月', zh: '黄色未发放月数', en: 'yellow: months unpaid' },
    p_orange: { default: 2, type: 'int', unit: '月', zh: '橙色未发放月数', en: 'orange: months unpaid' },
    p_red: { default: 3, type: 'int', unit: '月', zh: '红色未发放月数', en: 'red: months unpaid' },
  },
  indicator: {
    mode: 'count',
    numerator: 'dibao_unpaid_months == 0',
    denominator: 'on_dibao',
    scale: 100,
    unit: '%',
    direction: 'up',
    decimals: 2,
    zh: '低保按月发放率',
    en: 'allowance households paid to date',
  },
  raiseAfterDays: 0,
  clearAfterDays: 0,
  silentDays: 90,
  trackDays: 90,
  clearProcedure: [],
  heldBackBy: [],
  limits: {
    blue: { sign: '2wd', check: '5wd', measures: null, close: '30wd' },
    yellow: { sign: '1wd', check: '3wd', measures: '10wd', close: '30wd' },
    orange: { sign: '8h', check: '2wd', measures: '5wd', close: '10wd' },
    red: { sign: '2h', check: '24h', measures: '3d', close: '10wd' },
  },
  department: '民政局',
  owner: 'department',
  registers: ['subsistence_allowance'],
  every: 'month',
  staleAfterDays: 62,
  basis: [
    {
      mark: 'P',
      zh: '《社会救助暂行办法》第十一至十三条；民发〔2021〕57号',
      en: 'Interim Measures for Social Assistance, art. 11 to 13; Ministry of Civil Affairs [2021] No. 57',
    },
    { mark: 'S', zh: '农低保转城低保', en: 'rural allowance turned into urban allowance' },
    { mark: 'O', zh: '各级界限', en: 'bands' },
  ],
  why: {
    zh: '低保未发放{dibao_unpaid_months}个月,核查逾期{dibao_review_overdue_days}天,保障人数超出:{dibao_over_insured},不予批准未说明:{dibao_refused_unexplained}。',
    en: 'Allowance unpaid for {dibao_unpaid_months} months; review overdue {dibao_review_overdue_days} days; more insured than members: {dibao_over_insured}; refused without reason: {dibao_refused_unexplained}.',
  },
  examples: [
    [
      'paid and reviewed',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 0 },
      'none',
    ],
    [
      'review 1 day late',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 1, dibao_over_insured: false, dibao_unpaid_months: 0 },
      'blue',
    ],
    [
      'more insured than members',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: true, dibao_unpaid_months: 0 },
      'blue',
    ],
    [
      '1 month unpaid',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 1 },
      'yellow',
    ],
    [
      '2 months unpaid',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 2 },
      'orange',
    ],
    [
      '3 months unpaid',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 3 },
      'red',
    ],
    [
      'refused without reason',
      { on_dibao: false, dibao_refused_unexplained: true, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 0 },
      'red',
    ],
    [
      'review date unknown',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: null, dibao_over_insured: false, dibao_unpaid_months: 0 },
      'unknown',
    ],
    [
      'review date unknown, 1 month unpaid',
      { on_dibao: true, dibao_refused_unexplained: false, dibao_review_overdue_days: null, dibao_over_insured: false, dibao_unpaid_months: 1 },
      'yellow',
    ],
    [
      'no allowance',
      { on_dibao: false, dibao_refused_unexplained: false, dibao_review_overdue_days: 0, dibao_over_insured: false, dibao_unpaid_months: 0 },
      'not_applicable',
    ],
    [
      'register silent',
      { on_dibao: null, dibao_refused_unexplained: null, dibao_review_overdue_days: null, dibao_over_insured: null, dibao_unpaid_months: null },
      'unknown',
    ],
  ],
});
