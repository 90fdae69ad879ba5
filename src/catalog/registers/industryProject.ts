/** R15 产业配套与帮扶车间台账: industry projects and workshops. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const industryProject = register(
  {
    no: 'R15',
    name: 'industry_project',
    zh: '产业配套与帮扶车间台账',
    en: 'Industry projects and workshops',
    subject: 'project',
    key: ['project_no'],
    mode: 'state',
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['农业农村局', '工信局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic',
  },
  {
    project_no: text({ zh: '项目编号', en: 'project number', required: 'yes', sensitivity: 'public', aliases: ['项目编码'], maxLength: 30 }),
    name: text({ zh: '名称', en: 'name', required: 'yes', sensitivity: 'public', aliases: ['项目名称', '车间名称', '企业名称'], maxLength: 100 }),
    project_type: code('PROJECT', { zh: '类型', en: 'kind', required: 'yes', sensitivity: 'public', aliases: ['项目类型', '产业类型'] }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    fund_amount: money({
      zh: '衔接资金',
      en: 'transition fund',
      required: 'no',
      sensitivity: 'public',
      aliases: ['投入衔接资金', '资金投入'],
      min: 0,
    }),
    opened_on: date({ zh: '投产日期', en: 'opened on', required: 'no', sensitivity: 'public', aliases: ['投产时间', '开业日期'], past: true }),
    jobs: int({ zh: '吸纳就业', en: 'jobs', required: 'yes', sensitivity: 'public', aliases: ['吸纳就业人数', '就业人数', '用工人数'], min: 0 }),
    relocated_jobs: int({
      zh: '搬迁群众',
      en: 'jobs held by relocated persons',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['搬迁群众人数', '吸纳搬迁群众', '搬迁群众就业人数'],
      min: 0,
      checks: ['relocated_jobs <= jobs'],
    }),
    status: code('ENTITY', { zh: '运营状态', en: 'state', required: 'yes', sensitivity: 'public', aliases: ['经营状态', '生产状态'] }),
  },
);
