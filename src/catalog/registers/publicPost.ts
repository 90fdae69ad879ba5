/** R11 公益性岗位台账: public-welfare posts. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { month } from '../kinds/month.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const publicPost = register(
  {
    no: 'R11',
    name: 'public_post',
    zh: '公益性岗位台账',
    en: 'Public-welfare posts',
    subject: 'post',
    key: ['post_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['人社局'],
    sensitivity: 'sensitive',
    settlementVia: ['settlement_code'],
    note: 'S topic; a vacant post has person_no empty',
  },
  {
    post_no: text({ zh: '岗位编号', en: 'post number', required: 'yes', sensitivity: 'internal', aliases: ['岗位编码', '公岗编号'], maxLength: 30 }),
    post_type: code('POST', {
      zh: '岗位名称',
      en: 'kind of post',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['岗位类型', '岗位类别', '公岗类型'],
    }),
    developer_org: text({
      zh: '开发单位',
      en: 'organisation that opened it',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['用人单位', '用工单位', '开发部门'],
      maxLength: 80,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['身份证号', '身份证号码', '公民身份号码', '身份证', '证件号', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名', '在岗人员'],
      note: 'empty = vacant',
    }),
    difficulty: code('EMP_DIFF', {
      zh: '困难类别',
      en: 'kind of difficulty',
      required: 'no',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['人员类别', '困难类型', '就业困难类型'],
    }),
    from_date: date({
      zh: '聘用起始日期',
      en: 'from',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['聘用日期', '上岗日期', '上岗时间', '合同起始日期'],
      past: true,
      checks: ['from_date is not null or person_no is null'],
    }),
    to_date: date({
      zh: '聘用结束日期',
      en: 'to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['合同终止日期', '离岗日期', '合同结束日期'],
      checks: ['to_date is null or to_date >= from_date'],
    }),
    subsidy: money({
      zh: '月补贴标准',
      en: 'monthly subsidy',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['补贴标准', '岗位补贴', '月补贴'],
      min: 0,
      max: 20000,
    }),
    last_paid_month: month({
      zh: '最近发放月',
      en: 'last month paid',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['补贴发放月份', '发放月份', '最近发放月份'],
    }),
    absent_days: int({
      zh: '考勤异常天数',
      en: 'working days absent',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['缺勤天数', '异常考勤天数'],
      min: 0,
    }),
    fund: code('FUND', { zh: '资金来源', en: 'fund', required: 'yes', sensitivity: 'internal', aliases: ['经费来源'] }),
  },
);
