/** F01 家庭人均纯收入低于监测线: per-capita net income under the line. */
import { item } from '../item.ts';

/** Not under the line, and how near. */
const near = (multiple: string) => ({
  zh: `近四季度人均纯收入{income_per_capita}元，不低于监测线{p_line}元，但不到其{${multiple}}倍，接近监测线。`,
  en: `Net income per head over four quarters {income_per_capita} yuan: not under the line of {p_line} yuan, but under {${multiple}} times it, so near the line.`,
});

export const f01IncomeUnderLine = item({
  code: 'F01',
  zh: '家庭人均纯收入低于监测线',
  en: 'Per-capita net income under the line',
  subject: 'household',
  applies: 'true',
  levels: {
    blue: 'income_per_capita < p_blue * p_line',
    yellow: 'income_per_capita < p_yellow * p_line',
    orange: 'income_per_capita < p_orange * p_line',
    red: 'income_per_capita < p_line',
  },
  params: {
    p_line: { default: 7500.0, type: 'double', unit: '元/年', zh: '防返贫监测线', en: 'monitoring line against return to poverty', shared: true },
    p_blue: { default: 1.5, type: 'double', unit: '倍', zh: '蓝色监测线倍数', en: 'blue: multiple of the monitoring line' },
    p_yellow: { default: 1.2, type: 'double', unit: '倍', zh: '黄色监测线倍数', en: 'yellow: multiple of the monitoring line' },
    p_orange: { default: 1.1, type: 'double', unit: '倍', zh: '橙色监测线倍数', en: 'orange: multiple of the monitoring line' },
  },
  indicator: {
    mode: 'count',
    numerator: 'income_per_capita >= p_line',
    denominator: 'applies',
    scale: 100,
    unit: '%',
    direction: 'up',
    decimals: 2,
    zh: '收入达标户比例',
    en: 'households at or above the line',
  },
  raiseAfterDays: 0,
  clearAfterDays: 180,
  silentDays: 90,
  trackDays: 180,
  clearProcedure: ['visit', { publicityDays: 5 }, 'county'],
  heldBackBy: ['C01'],
  limits: {
    blue: { sign: '2wd', check: '5wd', measures: null, close: '30d' },
    yellow: { sign: '1wd', check: '3wd', measures: '10wd', close: '30d' },
    orange: { sign: '8h', check: '2wd', measures: '5wd', close: '15d' },
    red: { sign: '2h', check: '24h', measures: '3d', close: '15d' },
  },
  department: '农业农村局',
  owner: 'community',
  registers: ['income', 'household'],
  every: 'quarter',
  staleAfterDays: 184,
  basis: [
    { mark: 'P', zh: '中农组发〔2021〕7号', en: 'Central Rural Work Leading Group [2021] No. 7' },
    { mark: 'N', zh: '15日内认定，收入稳定超过监测线6个月后退出', en: 'identification within 15 days, removal after 6 months above the line' },
    { mark: 'S', zh: '四项收入', en: 'the four kinds of income' },
    { mark: 'O', zh: '各级界限；监测线每年确定', en: 'bands; the line is set every year' },
  ],
  why: {
    zh: '近四季度人均纯收入{income_per_capita}元,监测线{p_line}元。',
    en: 'Net income per head over four quarters {income_per_capita} yuan; line {p_line} yuan.',
  },
  whyAt: {
    blue: near('p_blue'),
    yellow: near('p_yellow'),
    orange: near('p_orange'),
    red: {
      zh: '近四季度人均纯收入{income_per_capita}元，低于监测线{p_line}元。',
      en: 'Net income per head over four quarters {income_per_capita} yuan: under the line of {p_line} yuan.',
    },
  },
  examples: [
    ['1.5 lines', { income_per_capita: 11250 }, 'none'],
    ['under 1.5 lines', { income_per_capita: 11249.99 }, 'blue'],
    ['1.2 lines', { income_per_capita: 9000 }, 'blue'],
    ['under 1.2 lines', { income_per_capita: 8999.99 }, 'yellow'],
    ['over 1.1 lines', { income_per_capita: 8251 }, 'yellow'],
    ['under 1.1 lines', { income_per_capita: 8249 }, 'orange'],
    ['at the line', { income_per_capita: 7500 }, 'orange'],
    ['under the line', { income_per_capita: 7499.99 }, 'red'],
    ['a quarter is missing', { income_per_capita: null }, 'unknown'],
  ],
});
