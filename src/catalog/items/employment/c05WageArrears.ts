/** C05 工资与公益性岗位补贴拖欠: wage or post-subsidy arrears. */
import { item } from '../item.ts';

export const c05WageArrears = item({
  code: 'C05',
  zh: '工资与公益性岗位补贴拖欠',
  en: 'Wage or post-subsidy arrears',
  subject: 'person',
  applies: 'employed || holds_post',
  levels: {
    blue: 'wage_arrears_days > p_blue || post_arrears_days > p_blue || post_anomaly',
    yellow: 'wage_arrears_days > p_yellow || post_arrears_days > p_yellow',
    orange: 'wage_arrears_days > p_orange || post_arrears_days > p_orange || employer_unpaid_persons >= p_group_orange',
    red: 'wage_arrears_days > p_red || post_arrears_days > p_red || employer_unpaid_persons >= p_group_red',
  },
  params: {
    p_blue: { default: 7, type: 'int', unit: '天', zh: '蓝色拖欠天数', en: 'blue: days of arrears' },
    p_yellow: { default: 30, type: 'int', unit: '天', zh: '黄色拖欠天数', en: 'yellow: days of arrears' },
    p_orange: { default: 60, type: 'int', unit: '天', zh: '橙色拖欠天数', en: 'orange: days of arrears' },
    p_red: { default: 90, type: 'int', unit: '天', zh: '红色拖欠天数', en: 'red: days of arrears' },
    p_group_orange: { default: 10, type: 'int', unit: '人', zh: '橙色同一单位人数', en: 'orange: persons of one employer' },
    p_group_red: { default: 30, type: 'int', unit: '人', zh: '红色同一单位人数', en: 'red: persons of one employer' },
  },
  indicator: {
    mode: 'count',
    numerator: 'wage_arrears_days <= p_blue && post_arrears_days <= p_blue',
    denominator: 'applies',
    scale: 100,
    unit: '%',
    direction: 'up',
    decimals: 2,
    zh: '工资补贴按时发放率',
    en: 'workers paid on time',
  },
  raiseAfterDays: 0,
  clearAfterDays: 0,
  silentDays: 90,
  trackDays: 90,
  clearProcedure: [],
  heldBackBy: [],
  limits: {
    blue: { sign: '2wd', check: '5wd', measures: null, close: '30d' },
    yellow: { sign: '1wd', check: '5wd', measures: '10wd', close: '30d' },
    orange: { sign: '8h', check: '5wd', measures: '10wd', close: '30d' },
    red: { sign: '2h', check: '24h', measures: '3d', close: '30d' },
  },
  department: '人社局',
  owner: 'department',
  registers: ['employment', 'public_post'],
  every: 'week',
  staleAfterDays: 14,
  basis: [
    { mark: 'P', zh: '《保障农民工工资支付条例》', en: 'Regulations on Paying Wages of Migrant Workers' },
    { mark: 'N', zh: '《贵州省乡村公益性岗位开发管理办法》', en: 'Guizhou Measures for Rural Public-welfare Posts' },
    { mark: 'O', zh: '各级界限', en: 'bands' },
  ],
  why: {
    zh: '工资拖欠{wage_arrears_days}天,岗位补贴拖欠{post_arrears_days}天,同一单位被拖欠{employer_unpaid_persons}人,履职异常:{post_anomaly}。',
    en: 'Wages {wage_arrears_days} days late, post subsidy {post_arrears_days} days late, {employer_unpaid_persons} persons unpaid by the same employer, post anomaly: {post_anomaly}.',
  },
  examples: [
    [
      'paid',
      { employed: true, holds_post: false, wage_arrears_days: 0, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'none',
    ],
    [
      'wage 7 days',
      { employed: true, holds_post: false, wage_arrears_days: 7, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'none',
    ],
    [
      'wage 8 days',
      { employed: true, holds_post: false, wage_arrears_days: 8, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'blue',
    ],
    [
      'post anomaly',
      { employed: true, holds_post: true, wage_arrears_days: 0, post_arrears_days: 0, post_anomaly: true, employer_unpaid_persons: 0 },
      'blue',
    ],
    [
      'wage 30 days',
      { employed: true, holds_post: false, wage_arrears_days: 30, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'blue',
    ],
    [
      'wage 31 days',
      { employed: true, holds_post: false, wage_arrears_days: 31, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'yellow',
    ],
    [
      'subsidy 31 days',
      { employed: true, holds_post: true, wage_arrears_days: 0, post_arrears_days: 31, post_anomaly: false, employer_unpaid_persons: 0 },
      'yellow',
    ],
    [
      'wage 60 days',
      { employed: true, holds_post: false, wage_arrears_days: 60, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'yellow',
    ],
    [
      'wage 61 days',
      { employed: true, holds_post: false, wage_arrears_days: 61, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'orange',
    ],
    [
      '10 persons of one employer',
      { employed: true, holds_post: false, wage_arrears_days: 8, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 10 },
      'orange',
    ],
    [
      '9 persons of one employer',
      { employed: true, holds_post: false, wage_arrears_days: 8, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 9 },
      'blue',
    ],
    [
      'wage 90 days',
      { employed: true, holds_post: false, wage_arrears_days: 90, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'orange',
    ],
    [
      'wage 91 days',
      { employed: true, holds_post: false, wage_arrears_days: 91, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'red',
    ],
    [
      '30 persons of one employer',
      { employed: true, holds_post: false, wage_arrears_days: 8, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 30 },
      'red',
    ],
    [
      'arrears cell empty',
      { employed: true, holds_post: false, wage_arrears_days: null, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: null },
      'unknown',
    ],
    [
      'arrears cell empty, subsidy 91 days',
      { employed: true, holds_post: true, wage_arrears_days: null, post_arrears_days: 91, post_anomaly: false, employer_unpaid_persons: null },
      'red',
    ],
    [
      'not working',
      { employed: false, holds_post: false, wage_arrears_days: 0, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'not_applicable',
    ],
    [
      'employment unknown',
      { employed: null, holds_post: false, wage_arrears_days: 0, post_arrears_days: 0, post_anomaly: false, employer_unpaid_persons: 0 },
      'unknown',
    ],
  ],
});
