/** Facts of a school. */
import type { StatedFact } from './fact.ts';

export const schoolFacts: readonly StatedFact[] = [
  {
    name: 'school_open', type: 'bool', unit: '', zh: '已建成', en: 'built', reads: ['school'],
    means: '学校已建成(建成日期未填视为已建成)。',
    sql: `null`,
  },
  {
    name: 'compulsory_stage', type: 'bool', unit: '', zh: '义务教育学段', en: 'stage of compulsory schooling', reads: ['school'],
    means: '学段为小学、初中或九年一贯制。',
    sql: `null`,
  },
  {
    name: 'students', type: 'int', unit: '人', zh: '在校生', en: 'pupils', reads: ['school'],
    means: '在校生数。',
    sql: `null`,
  },
  {
    name: 'teachers', type: 'int', unit: '人', zh: '专任教师', en: 'teachers', reads: ['school'],
    means: '专任教师数。',
    sql: `null`,
  },
  {
    name: 'capacity', type: 'int', unit: '个', zh: '学位数', en: 'places', reads: ['school'],
    means: '学位数。',
    sql: `null`,
  },
  {
    name: 'teacher_load', type: 'double', unit: '倍', zh: '师生比(标准=1)', en: 'pupils per teacher (standard = 1)', reads: ['school'],
    means: '生师比除以学段标准(幼儿园15、小学19、初中13.5、九年一贯制16.25、高中12.5、中职20);有学生无教师为99。',
    sql: `null`,
  },
  {
    name: 'place_gap_pct', type: 'double', unit: '%', zh: '学位缺口比例', en: 'share of pupils without a place', reads: ['school'],
    means: '在校生超出学位数的部分占在校生的百分比。',
    sql: `null`,
  },
  {
    name: 'large_class_pct', type: 'double', unit: '%', zh: '大班额比例', en: 'share of large classes', reads: ['school'],
    means: '超过55人的班级占班级数的百分比。',
    sql: `null`,
  },
  {
    name: 'max_class_size', type: 'int', unit: '人', zh: '最大班额', en: 'largest class', reads: ['school'],
    means: '最大班级的人数。',
    sql: `null`,
  },
];
