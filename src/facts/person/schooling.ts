/** Facts of a person about compulsory schooling, transfers and student aid. */
import type { StatedFact } from '../fact.ts';

export const schoolingFacts: readonly StatedFact[] = [
  {
    name: 'compulsory', type: 'bool', unit: '', zh: '应接受义务教育', en: 'due for compulsory schooling', reads: ['pupil', 'person'],
    means: '学年年龄6至15岁,未完成义务教育,也未休学、送教上门或免入学。',
    sql: `null`,
  },
  {
    name: 'not_enrolled', type: 'bool', unit: '', zh: '未入学或辍学', en: 'not enrolled or dropped out', reads: ['pupil', 'person'],
    means: '学籍状态为无学籍或辍学;没有学籍记录时,在校状态为失学的为是,其余未知。',
    sql: `null`,
  },
  {
    name: 'absent_school_days', type: 'int', unit: '天', zh: '连续缺勤天数', en: 'school days absent in a row', reads: ['pupil'],
    means: '连续缺勤天数;未填而在籍在校的为0。',
    sql: `null`,
  },
  {
    name: 'transfer_pending', type: 'bool', unit: '', zh: '转学待接收', en: 'transfer not yet accepted', reads: ['pupil', 'person'],
    means: '已申请转学而未(重新)入学;没有有效学籍记录时,学年年龄不在6至15岁的为否。',
    sql: `null`,
  },
  {
    name: 'transfer_wait_wd', type: 'int', unit: '工作日', zh: '转学等待工作日', en: 'working days waiting for the transfer', reads: ['pupil', 'person'],
    means: '转学待接收的,自申请日起的工作日数;其余为0。',
    sql: `null`,
  },
  {
    name: 'aid_eligible', type: 'bool', unit: '', zh: '应享受教育资助', en: 'eligible for student aid', reads: ['pupil', 'household', 'relapse_object', 'subsistence_allowance', 'person'],
    means: '在籍在校、在籍外读或送教,且属脱贫户、监测对象、低保户或特困、孤儿、事实无人抚养、残疾。',
    sql: `null`,
  },
  {
    name: 'aid_unpaid_days', type: 'int', unit: '天', zh: '本学期未发放资助天数', en: 'days without this term\'s aid', reads: ['pupil'],
    means: '本学期(3月1日或9月1日起)已发资助为0,否则为开学以来的天数。',
    sql: `null`,
  },
];
