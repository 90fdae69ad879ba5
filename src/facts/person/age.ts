/** Facts of a person that follow from the person row alone: age, school, and whether able to work. */
import type { Theme } from '../fact.ts';

export const age: Theme = {
  joins: '',
  facts: [
    {
      name: 'age',
      type: 'int',
      unit: '岁',
      zh: '周岁',
      en: 'age',
      reads: ['person'],
      means: '截至评估日的周岁;2月29日出生的到3月1日满岁。',
      sql: 'p.age',
    },
    {
      name: 'age_days',
      type: 'int',
      unit: '天',
      zh: '出生天数',
      en: 'age in days',
      reads: ['person'],
      means: '评估日减出生日期的天数。',
      sql: ':t - p.birth_date',
    },
    {
      name: 'school_age',
      type: 'int',
      unit: '岁',
      zh: '学年年龄',
      en: 'age at the start of the school year',
      reads: ['person'],
      means: '截至最近一个8月31日的周岁;之后出生的为0。',
      sql: 'p.school_age',
    },
    {
      name: 'in_school',
      type: 'bool',
      unit: '',
      zh: '在校',
      en: 'at school',
      reads: ['person'],
      means: '在校状态为在读各学段;未填时,不满3岁或满25岁视为不在校,其余未知。',
      sql: 'p.in_school',
    },
    {
      name: 'labour',
      type: 'bool',
      unit: '',
      zh: '劳动力',
      en: 'of working age and able to work',
      reads: ['person'],
      means: '16至59周岁、有劳动能力、不在校,且不属现役军人、出国出境、服刑羁押。',
      sql: 'p.labour',
    },
  ],
};
