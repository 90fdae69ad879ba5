/** Facts of a household: members. */
import type { StatedFact } from '../fact.ts';

export const membersFacts: readonly StatedFact[] = [
  {
    name: 'member_count', type: 'int', unit: '人', zh: '家庭现有人口', en: 'present members', reads: ['person', 'household'],
    means: '评估日的家庭成员数。',
    sql: `null`,
  },
  {
    name: 'able_count', type: 'int', unit: '人', zh: '劳动力人数', en: 'members able to work', reads: ['person', 'household'],
    means: '劳动力成员数(在校状态未知的按不在校计)。',
    sql: `null`,
  },
  {
    name: 'has_job', type: 'bool', unit: '', zh: '有人就业', en: 'someone has a job', reads: ['employment', 'person'],
    means: '有满16周岁的成员就业;没有且每个劳动力都有就业记录的为否。',
    sql: `null`,
  },
  {
    name: 'has_seeker', type: 'bool', unit: '', zh: '有人愿意就业', en: 'someone wants to work', reads: ['employment', 'person'],
    means: '有劳动力成员未就业而愿意就业;没有且每个劳动力都有就业记录的为否。',
    sql: `null`,
  },
  {
    name: 'zero_job_wd', type: 'int', unit: '工作日', zh: '零就业工作日', en: 'working days with nobody at work', reads: ['employment', 'person'],
    means: '无人就业而有人愿意就业的户,自劳动力中最晚失业日期起的工作日数;其余为0。',
    sql: `null`,
  },
];
