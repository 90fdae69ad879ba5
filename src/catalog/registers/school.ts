/** R20 学校台账: schools. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const school = register(
  {
    no: 'R20',
    name: 'school',
    zh: '学校台账',
    en: 'Schools',
    subject: 'school',
    key: ['school_no'],
    mode: 'state',
    every: 'term',
    staleAfterDays: 200,
    departments: ['教育局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic; home settlement in settlement_code, all others served in settlement_codes',
  },
  {
    school_no: text({ zh: '学校编码', en: 'school code', required: 'yes', sensitivity: 'public', aliases: ['学校标识码', '学校代码'], maxLength: 12, unique: true, note: '标识码 of the Ministry of Education, 10 to 12 characters' }),
    name: text({ zh: '名称', en: 'name', required: 'yes', sensitivity: 'public', aliases: ['学校名称', '学校'], maxLength: 100, unique: true }),
    stage: code('STAGE', { zh: '学段', en: 'stage', required: 'yes', sensitivity: 'public', aliases: ['办学类型', '学校类型', '学校类别'] }),
    build_type: code('BUILD', { zh: '建设类型', en: 'kind of construction', required: 'yes', sensitivity: 'public', aliases: ['建设性质', '建设类别'], note: 'S 新建、改扩建' }),
    completed_on: date({ zh: '建成日期', en: 'completed on', required: 'yes', sensitivity: 'public', aliases: ['竣工日期', '投用日期', '建成时间'], past: true }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    settlement_codes: refs('settlement', { zh: '服务安置点', en: 'other settlements served', required: 'no', sensitivity: 'public', aliases: ['覆盖安置点', '服务的安置点', '共享安置点'], by: ['settlement_code', 'settlement_name'], note: 'the home settlement is not repeated' }),
    capacity: int({ zh: '学位数', en: 'places', required: 'yes', sensitivity: 'public', aliases: ['设计学位', '学位', '可容纳学生数'], min: 0 }),
    classes: int({ zh: '班级数', en: 'classes', required: 'yes', sensitivity: 'public', aliases: ['班数', '教学班数'], min: 0 }),
    large_classes: int({ zh: '大班额班数', en: 'classes over 55', required: 'yes', sensitivity: 'public', aliases: ['大班额数', '超大班数'], min: 0, checks: ['large_classes <= classes'], note: 'classes of 56 pupils or more' }),
    max_class_size: int({ zh: '最大班额', en: 'pupils in the largest class', required: 'no', sensitivity: 'public', aliases: ['最大班级人数'], min: 0, max: 200, note: 'added (A05: over 50, over 65)' }),
    students: int({ zh: '在校生', en: 'pupils', required: 'yes', sensitivity: 'public', aliases: ['在校学生数', '在校生数', '学生数', '学生人数'], min: 0 }),
    relocated_students: int({ zh: '搬迁子女', en: 'relocated pupils', required: 'yes', sensitivity: 'public', aliases: ['搬迁学生数', '搬迁子女数', '搬迁户子女'], min: 0, checks: ['relocated_students <= students'] }),
    teachers: int({ zh: '专任教师', en: 'full-time teachers', required: 'yes', sensitivity: 'public', aliases: ['专任教师数', '教师数', '教师人数'], min: 0 }),
  },
);
