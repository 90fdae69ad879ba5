/** G04 群众诉求办理: appeals handling. */
import { item } from '../item.ts';

export const g04AppealsHandling = item({
  code: 'G04',
  zh: '群众诉求办理',
  en: 'Appeals handling',
  subject: 'appeal',
  applies: 'appeal_open || unsatisfied',
  levels: {
    blue: 'limit_used >= p_blue',
    yellow: 'limit_used > 1.0 || unsatisfied',
    orange: 'overdue_wd > p_orange || repeat_count >= p_repeat',
    red: 'overdue_wd > p_red || (appeal_open && (appeal_people >= p_group || life_safety))',
  },
  params: {
    p_blue: { default: 0.8, type: 'double', unit: '倍', zh: '蓝色已用时限比例', en: 'blue: share of the time limit used' },
    p_orange: { default: 3, type: 'int', unit: '工作日', zh: '橙色超期工作日', en: 'orange: working days overdue' },
    p_red: { default: 10, type: 'int', unit: '工作日', zh: '红色超期工作日', en: 'red: working days overdue' },
    p_repeat: { default: 3, type: 'int', unit: '次', zh: '重复诉求次数', en: 'times that an appeal is repeated' },
    p_group: { default: 10, type: 'int', unit: '人', zh: '群体性人数', en: 'persons that make it a group matter' },
  },
  indicator: {
    mode: 'count',
    numerator: 'limit_used > 1.0',
    denominator: 'appeal_open',
    scale: 100,
    unit: '%',
    direction: 'down',
    decimals: 2,
    zh: '诉求超期率',
    en: 'open appeals over the limit',
  },
  raiseAfterDays: 0,
  clearAfterDays: 0,
  silentDays: 90,
  trackDays: 90,
  clearProcedure: [],
  heldBackBy: [],
  limits: {
    blue: { sign: '1wd', check: '2wd', measures: null, close: '15d' },
    yellow: { sign: '8h', check: '2wd', measures: '5wd', close: '15d' },
    orange: { sign: '4h', check: '1wd', measures: '3wd', close: '10d' },
    red: { sign: '2h', check: '24h', measures: '24h', close: '5d' },
  },
  department: '各部门',
  owner: 'department',
  registers: ['appeal'],
  every: 'day',
  staleAfterDays: 7,
  basis: [
    { mark: 'S', zh: '化解诉求6000余件', en: 'more than 6,000 appeals handled' },
    {
      mark: 'P',
      zh: '《信访工作条例》第二十二至三十六条；贵州省人民政府令第214号',
      en: 'Regulations on Petitions, art. 22 to 36; Order No. 214 of Guizhou Province',
    },
    { mark: 'O', zh: '各级界限', en: 'bands' },
  ],
  why: {
    zh: '已用时限{limit_used}倍,超期{overdue_wd}个工作日,不满意:{unsatisfied},重复{repeat_count}次,涉及{appeal_people}人,生命安全:{life_safety}。',
    en: '{limit_used} of the limit used, {overdue_wd} working days overdue, unsatisfied: {unsatisfied}, repeated {repeat_count} times, {appeal_people} persons, life safety: {life_safety}.',
  },
  examples: [
    [
      'half the limit',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'none',
    ],
    [
      '0.79 of the limit',
      { appeal_open: true, limit_used: 0.79, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'none',
    ],
    [
      '0.8 of the limit',
      { appeal_open: true, limit_used: 0.8, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'blue',
    ],
    [
      'at the limit',
      { appeal_open: true, limit_used: 1, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'blue',
    ],
    [
      'over the limit',
      { appeal_open: true, limit_used: 1.01, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'yellow',
    ],
    [
      'closed, unsatisfied',
      { appeal_open: false, limit_used: 0, unsatisfied: true, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'yellow',
    ],
    [
      '3 working days over',
      { appeal_open: true, limit_used: 1.5, unsatisfied: false, overdue_wd: 3, repeat_count: 0, appeal_people: 1, life_safety: false },
      'yellow',
    ],
    [
      '4 working days over',
      { appeal_open: true, limit_used: 1.5, unsatisfied: false, overdue_wd: 4, repeat_count: 0, appeal_people: 1, life_safety: false },
      'orange',
    ],
    [
      '2 repeats',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 2, appeal_people: 1, life_safety: false },
      'none',
    ],
    [
      '3 repeats',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 3, appeal_people: 1, life_safety: false },
      'orange',
    ],
    [
      '10 working days over',
      { appeal_open: true, limit_used: 2, unsatisfied: false, overdue_wd: 10, repeat_count: 0, appeal_people: 1, life_safety: false },
      'orange',
    ],
    [
      '11 working days over',
      { appeal_open: true, limit_used: 2, unsatisfied: false, overdue_wd: 11, repeat_count: 0, appeal_people: 1, life_safety: false },
      'red',
    ],
    [
      '10 people',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 10, life_safety: false },
      'red',
    ],
    [
      '9 people',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 9, life_safety: false },
      'none',
    ],
    [
      'life safety',
      { appeal_open: true, limit_used: 0.5, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: true },
      'red',
    ],
    [
      'limit unknown',
      { appeal_open: true, limit_used: null, unsatisfied: false, overdue_wd: null, repeat_count: 0, appeal_people: 1, life_safety: false },
      'unknown',
    ],
    [
      'limit unknown, life safety',
      { appeal_open: true, limit_used: null, unsatisfied: false, overdue_wd: null, repeat_count: 0, appeal_people: 1, life_safety: true },
      'red',
    ],
    [
      'closed and satisfied',
      { appeal_open: false, limit_used: 0, unsatisfied: false, overdue_wd: 0, repeat_count: 0, appeal_people: 1, life_safety: false },
      'not_applicable',
    ],
  ],
});
