/** R19 配备人员台账(教师/医务总量): teachers and medical staff in post. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const serviceStaff = register(
  {
    no: 'R19',
    name: 'service_staff',
    zh: '配备人员台账(教师/医务总量)',
    en: 'Teachers and medical staff in post',
    subject: 'staff',
    key: ['staff_no'],
    mode: 'state',
    every: 'term',
    staleAfterDays: 200,
    departments: ['教育局', '卫健局'],
    sensitivity: 'personal',
    settlementVia: ['school_no', 'clinic_no'],
    note: 'S topic',
  },
  {
    staff_no: text({
      zh: '人员编号',
      en: 'staff number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['教师编号', '工号', '执业证书编号', '编号'],
      maxLength: 40,
      note: 'added as key',
    }),
    name: text({ zh: '姓名', en: 'name', required: 'no', sensitivity: 'personal', mask: 'name', aliases: ['教师姓名', '医师姓名'], maxLength: 50, note: 'added' }),
    school_no: ref('school', {
      zh: '学校编码',
      en: 'school',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['学校', '学校名称', '任教学校', '学校标识码'],
      by: ['school_no', 'name'],
      checks: ['(school_no is null) <> (clinic_no is null)'],
    }),
    clinic_no: ref('clinic', {
      zh: '医疗机构编码',
      en: 'health institution',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['医疗机构', '机构名称', '执业机构', '机构编码'],
      by: ['org_no', 'name'],
    }),
    staff_type: code('STAFF', {
      zh: '类别',
      en: 'kind of staff',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['人员类别'],
      checks: ["(staff_type = '1') = (school_no is not null)"],
    }),
    subject: text({
      zh: '专业/学科',
      en: 'subject',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['学科', '专业', '任教学科'],
      maxLength: 50,
      note: 'no list: open text',
    }),
    title: code('TITLE', { zh: '职称', en: 'professional title', required: 'no', sensitivity: 'internal', aliases: ['职称级别'] }),
    qualified: code('QUAL', {
      zh: '资格',
      en: 'qualification',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['是否全科医生/执业医师', '执业资格', '资格类别'],
      note: 'only code 3 counts as general practitioner',
    }),
    source: code('MOVE', {
      zh: '配备来源',
      en: 'source',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['人员来源', '来源'],
      note: 'one list serves both registers: code 4 is newly recruited',
    }),
    from_date: date({
      zh: '在岗起始日期',
      en: 'in post from',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['到岗日期', '入职日期', '任职日期'],
      past: true,
    }),
    to_date: date({
      zh: '在岗结束日期',
      en: 'in post to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['离岗日期', '离职日期'],
      checks: ['to_date is null or to_date >= from_date'],
      note: 'in post at T: from_date <= T and (to_date empty or after T)',
    }),
  },
);
