/** R13 劳务输出与返岗直通车台账: labour export and return-to-work coaches. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { uscc } from '../kinds/uscc.ts';
import { register } from './register.ts';

export const labourExport = register(
  {
    no: 'R13',
    name: 'labour_export',
    zh: '劳务输出与返岗直通车台账',
    en: 'Labour export and return-to-work coaches',
    subject: 'person',
    key: ['trip_no', 'person_no'],
    mode: 'event',
    date: { field: 'depart_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['人社局'],
    sensitivity: 'personal',
    settlementVia: ['person_no'],
    note: "date: depart_on; S topic; trip fields repeat on each traveller's row: sum them over distinct trip_no",
  },
  {
    trip_no: text({
      zh: '批次号',
      en: 'trip number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['批次', '批次编号', '车次批号'],
      maxLength: 30,
    }),
    trip_type: code('TRIP', { zh: '类型', en: 'kind of trip', required: 'yes', sensitivity: 'internal', aliases: ['输出类型', '活动类型'] }),
    mode: code('TRANSPORT', { zh: '交通方式', en: 'transport', required: 'yes', sensitivity: 'internal', aliases: ['出行方式'] }),
    from_region: code('REGION', {
      zh: '出发地',
      en: 'from',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['始发地', '出发地点'],
      acceptPrefix: true,
    }),
    to_region: code('REGION', {
      zh: '目的地',
      en: 'to',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['输出地', '务工地', '到达地'],
      acceptPrefix: true,
    }),
    depart_on: date({
      zh: '出发日期',
      en: 'departed on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['发车日期', '出发时间', '发车时间'],
      past: true,
    }),
    vehicle_count: int({
      zh: '车次数',
      en: 'vehicles',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['车辆数', '车次'],
      min: 0,
      note: 'of the whole trip',
    }),
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名'],
    }),
    employer_name: text({
      zh: '接收企业',
      en: 'receiving employer',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['接收单位', '务工企业', '用工企业'],
      maxLength: 100,
      note: 'added',
    }),
    employer_uscc: uscc({
      zh: '接收企业统一社会信用代码',
      en: 'employer code',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['统一社会信用代码', '信用代码'],
    }),
    partner_region: code('REGION', {
      zh: '协作帮扶方',
      en: 'partner region',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['协作地区', '帮扶地区'],
      acceptPrefix: true,
    }),
    cost: money({
      zh: '费用',
      en: 'cost',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['包车费用', '支出费用'],
      min: 0,
      note: 'of the whole trip',
    }),
    arrived: bool({ zh: '到岗确认', en: 'arrival confirmed', required: 'no', sensitivity: 'personal', aliases: ['是否到岗', '到岗'] }),
    returned_on: date({
      zh: '返乡日期',
      en: 'returned on',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['返乡时间', '返回日期'],
      past: true,
      checks: ['returned_on is null or returned_on >= depart_on'],
    }),
    return_reason: code('RETURN', {
      zh: '返乡原因',
      en: 'reason of return',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['返回原因'],
      checks: ['return_reason is null or returned_on is not null'],
    }),
  },
);
