/** Facts of a school 学校: staffing and places. */
import type { SubjectFacts, Theme } from './fact.ts';
import { whenFresh } from './fresh.ts';
import { rowsAsOf } from './rowsAsOf.ts';
import { subject } from './subject.ts';
import { surely } from './terms.ts';

const ofSchool = (value: string): string => whenFresh('school', value);

/** Pupils per teacher that the standard of each stage allows. */
const standardLoad = `case stage
          when '1' then 15.0 when '2' then 19.0 when '3' then 13.5 when '4' then 16.25 when '5' then 12.5 when '6' then 20.0
        end::float8`;

const theme: Theme = {
  joins: '',
  facts: [
    {
      name: 'school_open',
      type: 'bool',
      unit: '',
      zh: '已建成',
      en: 'built',
      reads: ['school'],
      means: '学校已建成(建成日期未填视为已建成)。',
      sql: ofSchool('completed_on is null or completed_on <= :t'),
    },
    {
      name: 'compulsory_stage',
      type: 'bool',
      unit: '',
      zh: '义务教育学段',
      en: 'stage of compulsory schooling',
      reads: ['school'],
      means: '学段为小学、初中或九年一贯制。',
      sql: surely("stage in ('2', '3', '4')"),
    },
    {
      name: 'students',
      type: 'int',
      unit: '人',
      zh: '在校生',
      en: 'pupils',
      reads: ['school'],
      means: '在校生数。',
      sql: ofSchool('students'),
    },
    {
      name: 'teachers',
      type: 'int',
      unit: '人',
      zh: '专任教师',
      en: 'teachers',
      reads: ['school'],
      means: '专任教师数。',
      sql: ofSchool('teachers'),
    },
    {
      name: 'capacity',
      type: 'int',
      unit: '个',
      zh: '学位数',
      en: 'places',
      reads: ['school'],
      means: '学位数。',
      sql: ofSchool('capacity'),
    },
    {
      name: 'teacher_load',
      type: 'double',
      unit: '倍',
      zh: '师生比(标准=1)',
      en: 'pupils per teacher (standard = 1)',
      reads: ['school'],
      means: '生师比除以学段标准(幼儿园15、小学19、初中13.5、九年一贯制16.25、高中12.5、中职20);有学生无教师为99。',
      sql: `${ofSchool(`case
        when students is null or teachers is null then null
        when students = 0 then 0
        when teachers = 0 then 99
        else ((1.0::float8 * students) / teachers) / ${standardLoad}
      end`)}`,
    },
    {
      name: 'place_gap_pct',
      type: 'double',
      unit: '%',
      zh: '学位缺口比例',
      en: 'share of pupils without a place',
      reads: ['school'],
      means: '在校生超出学位数的部分占在校生的百分比。',
      sql: `${ofSchool(`case
        when students is null or capacity is null then null
        when students = 0 then 0
        else (100.0::float8 * greatest(0, students - capacity)) / students
      end`)}`,
    },
    {
      name: 'large_class_pct',
      type: 'double',
      unit: '%',
      zh: '大班额比例',
      en: 'share of large classes',
      reads: ['school'],
      means: '超过55人的班级占班级数的百分比。',
      sql: ofSchool('(100.0::float8 * large_classes) / nullif(classes, 0)'),
    },
    {
      name: 'max_class_size',
      type: 'int',
      unit: '人',
      zh: '最大班额',
      en: 'largest class',
      reads: ['school'],
      means: '最大班级的人数。',
      sql: ofSchool('max_class_size'),
    },
  ],
};

export const school: SubjectFacts = subject({
  kind: 'school',
  register: 'school',
  keyColumn: 'school_no',
  with: [],
  from: `(${rowsAsOf('school', 'school_no, settlement_code, completed_on, stage, students, teachers, capacity, classes, large_classes, max_class_size', 'slice')}
  ) school`,
  alias: 'school',
  themes: [theme],
});
