/** R22 医疗卫生机构台账: health institutions. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { decimal } from '../kinds/decimal.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { refs } from '../kinds/refs.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const clinic = register(
  {
    no: 'R22',
    name: 'clinic',
    zh: '医疗卫生机构台账',
    en: 'Health institutions',
    subject: 'clinic',
    key: ['org_no'],
    mode: 'state',
    every: 'month',
    staleAfterDays: 62,
    departments: ['卫健局'],
    sensitivity: 'public',
    settlementVia: ['settlement_code'],
    note: 'S topic; home settlement in settlement_code, all others served in settlement_codes',
  },
  {
    org_no: text({
      zh: '机构编码',
      en: 'institution code',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['机构代码', '医疗机构代码', '医疗机构编码'],
      maxLength: 22,
      unique: true,
      note: 'GK 22 characters of WS 218',
    }),
    name: text({
      zh: '名称',
      en: 'name',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['机构名称', '医疗机构名称', '单位名称'],
      maxLength: 100,
      unique: true,
    }),
    clinic_type: code('CLINIC', { zh: '类别', en: 'kind', required: 'yes', sensitivity: 'public', aliases: ['机构类别', '机构类型'] }),
    build_type: code('BUILD', {
      zh: '建设类型',
      en: 'kind of construction',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['建设性质', '建设类别'],
      note: 'S 新建、改扩建',
    }),
    opened_on: date({
      zh: '启用日期',
      en: 'opened on',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['投用日期', '启用时间', '建成日期'],
      past: true,
    }),
    settlement_code: ref('settlement', {
      zh: '安置点',
      en: 'settlement',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'],
      by: ['settlement_code', 'settlement_name'],
    }),
    settlement_codes: refs('settlement', {
      zh: '服务安置点',
      en: 'other settlements served',
      required: 'no',
      sensitivity: 'public',
      aliases: ['覆盖安置点', '服务的安置点', '共享安置点'],
      by: ['settlement_code', 'settlement_name'],
      note: 'the home settlement is not repeated',
    }),
    physicians: int({
      zh: '执业(助理)医师',
      en: 'licensed and assistant physicians',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['执业医师数', '医师数', '执业(助理)医师数'],
      min: 0,
    }),
    gps: int({
      zh: '全科',
      en: 'general practitioners',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['全科医生数', '全科医师', '全科医生'],
      min: 0,
      checks: ['gps <= physicians'],
    }),
    beds: int({ zh: '床位', en: 'beds', required: 'no', sensitivity: 'public', aliases: ['床位数', '实有床位'], min: 0 }),
    on_duty: int({
      zh: '今日在岗医师',
      en: 'physicians on duty today',
      required: 'no',
      sensitivity: 'public',
      aliases: ['在岗医师数', '当日在岗医师'],
      min: 0,
      note: 'as at the data date',
    }),
    drug_rate: decimal(5, 2, {
      zh: '基药配备率',
      en: 'basic medicines in stock',
      required: 'no',
      sensitivity: 'public',
      aliases: ['基本药物配备率', '药品配备率'],
      min: 0,
      max: 100,
      note: 'percent',
    }),
  },
);
