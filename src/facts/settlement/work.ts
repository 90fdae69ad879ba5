/** Facts of a settlement: work. */
import type { StatedFact } from '../fact.ts';

export const workFacts: readonly StatedFact[] = [
  {
    name: 'labour_employed', type: 'int', unit: '人', zh: '已就业劳动力', en: 'labour at work', reads: ['employment', 'person', 'household'],
    means: '就业的劳动力人数。',
    sql: `null`,
  },
  {
    name: 'labour_willing', type: 'int', unit: '人', zh: '有就业意愿劳动力', en: 'labour willing to work', reads: ['employment', 'person', 'household'],
    means: '就业的劳动力与愿意就业的劳动力人数之和。',
    sql: `null`,
  },
  {
    name: 'employment_rate', type: 'double', unit: '%', zh: '就业率', en: 'employment rate', reads: ['employment', 'person', 'household'],
    means: '已就业劳动力占有就业意愿劳动力的百分比;就业记录不足劳动力九成的为未知。',
    sql: `null`,
  },
  {
    name: 'employment_rate_ex_post', type: 'double', unit: '%', zh: '就业率(不含公益岗)', en: 'employment rate without public-welfare posts', reads: ['employment', 'person', 'household'],
    means: '同就业率,分子不含公益性岗位。',
    sql: `null`,
  },
  {
    name: 'returned_one_employer', type: 'int', unit: '人', zh: '同一单位集中失业返乡人数', en: 'returned jobless from one employer', reads: ['employment', 'labour_export', 'person', 'household'],
    means: '近30天失业或因失业返乡的人中,同一用人单位的最多人数。',
    sql: `null`,
  },
  {
    name: 'returned_count', type: 'int', unit: '人', zh: '近30天失业返乡人数', en: 'returned jobless in 30 days', reads: ['employment', 'labour_export', 'person', 'household'],
    means: '近30天失业而愿意就业,或因失业返乡的人数。',
    sql: `null`,
  },
  {
    name: 'returned_pct', type: 'double', unit: '%', zh: '近30天失业返乡比例', en: 'share returned jobless in 30 days', reads: ['employment', 'labour_export', 'person', 'household'],
    means: '近30天失业返乡人数占其与已就业劳动力之和的百分比。',
    sql: `null`,
  },
];
