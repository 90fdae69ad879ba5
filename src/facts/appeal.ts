/** Facts of a appeal. */
import type { StatedFact } from './fact.ts';

export const appealFacts: readonly StatedFact[] = [
  {
    name: 'appeal_open', type: 'bool', unit: '', zh: '未办结', en: 'not closed', reads: ['appeal'],
    means: '诉求未办结。',
    sql: `null`,
  },
  {
    name: 'limit_used', type: 'double', unit: '倍', zh: '已用时限比例', en: 'share of the time limit used', reads: ['appeal'],
    means: '未办结的,已用时间与办理时限之比;已办结为0。',
    sql: `null`,
  },
  {
    name: 'overdue_wd', type: 'int', unit: '工作日', zh: '超期工作日', en: 'working days overdue', reads: ['appeal'],
    means: '未办结的,超过办理时限的工作日数;已办结为0。',
    sql: `null`,
  },
  {
    name: 'unsatisfied', type: 'bool', unit: '', zh: '近90天回访不满意', en: 'not satisfied within 90 days', reads: ['appeal'],
    means: '近90天回访不满意。',
    sql: `null`,
  },
  {
    name: 'repeat_count', type: 'int', unit: '次', zh: '重复诉求次数', en: 'repeated appeals', reads: ['appeal'],
    means: '指向本诉求的重复诉求件数。',
    sql: `null`,
  },
  {
    name: 'appeal_people', type: 'int', unit: '人', zh: '涉及人数', en: 'people concerned', reads: ['appeal'],
    means: '涉及人数,未填为1。',
    sql: `null`,
  },
  {
    name: 'life_safety', type: 'bool', unit: '', zh: '涉及生命安全', en: 'danger to life', reads: ['appeal'],
    means: '紧急程度为特急。',
    sql: `null`,
  },
];
