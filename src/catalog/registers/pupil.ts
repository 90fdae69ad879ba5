/** R21 学生就学台账: pupils. */
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const pupil = register(
  {
    no: 'R21',
    name: 'pupil',
    zh: '学生就学台账',
    en: 'Pupils',
    subject: 'person',
    key: ['person_no'],
    mode: 'state',
    every: 'week',
    staleAfterDays: 14,
    departments: ['教育局'],
    sensitivity: 'sensitive',
    settlementVia: ['person_no'],
    note: 'one row a person of school age, also when not enrolled; settlement is the person\'s, not the school\'s',
  },
  {
    person_no: ref('person', { zh: '证件号码', en: 'person', required: 'yes', sensitivity: 'personal', aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号', '学生身份证号', '学生身份证件号'], by: ['person_no', 'id_no'], nameHeaders: ['姓名', '学生姓名'] }),
    student_no: text({ zh: '学籍号', en: 'pupil number', required: 'no', sensitivity: 'personal', aliases: ['全国学籍号', '学籍编号'], maxLength: 20, unique: true }),
    school_no: ref('school', { zh: '学校', en: 'school', required: 'no', sensitivity: 'personal', aliases: ['学校名称', '就读学校', '学校编码', '学校标识码'], by: ['school_no', 'name'], checks: ['school_no is not null or enrol_status not in (\'1\',\'2\')'], note: 'a school outside the register is kept as text in school_text' }),
    school_text: text({ zh: '区外学校', en: 'school outside the register', required: 'no', sensitivity: 'personal', aliases: ['外地学校'], maxLength: 100, note: 'added' }),
    grade: code('GRADE', { zh: '年级', en: 'grade', required: 'no', sensitivity: 'personal', aliases: ['就读年级'], checks: ['grade is not null or enrol_status not in (\'1\',\'2\')'] }),
    enrol_status: code('ENROL', { zh: '学籍状态', en: 'state of enrolment', required: 'yes', sensitivity: 'personal', aliases: ['在校状态', '就学状态', '学生状态'], accept: { 在读: '1', 在校: '1', 失学: '3' } }),
    enrolled_on: date({ zh: '入学/转入日期', en: 'enrolled on', required: 'no', sensitivity: 'personal', aliases: ['入学日期', '转入日期', '入学时间'], past: true }),
    transfer_on: date({ zh: '转学申请日期', en: 'transfer applied for on', required: 'no', sensitivity: 'personal', aliases: ['转学日期', '申请日期'], past: true }),
    absent_days: int({ zh: '连续缺勤天数', en: 'school days absent in a row', required: 'no', sensitivity: 'personal', aliases: ['缺勤天数', '连续旷课天数', '旷课天数'], min: 0, max: 366, note: 'unexcused, as at the data date' }),
    dropout_reason: code('DROPOUT', { zh: '疑似辍学原因', en: 'suspected reason', required: 'no', sensitivity: 'sensitive', aliases: ['辍学原因'] }),
    persuade_log: text({ zh: '劝返记录', en: 'record of persuasion', required: 'no', sensitivity: 'sensitive', aliases: ['劝返情况', '控辍保学记录'], maxLength: 2000 }),
    aid_type: codes('AID', { zh: '资助项目', en: 'aid', required: 'no', sensitivity: 'sensitive', aliases: ['资助类型', '资助名称'], note: 'several codes allowed; changed from one code' }),
    aid_amount: money({ zh: '资助金额', en: 'aid paid', required: 'no', sensitivity: 'sensitive', aliases: ['金额', '资助金额(元)', '发放金额'], min: 0, note: 'total of the current term' }),
    aid_on: date({ zh: '资助发放日期', en: 'aid paid on', required: 'no', sensitivity: 'sensitive', aliases: ['日期', '发放日期', '资助日期'], past: true, checks: ['(aid_on is null) = (aid_amount is null)'], note: 'last payment of the current term' }),
    special_edu: code('SPEC_EDU', { zh: '特教方式', en: 'special education', required: 'no', sensitivity: 'sensitive', aliases: ['特殊教育方式'] }),
  },
);
