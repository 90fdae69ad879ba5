/** R32 楼栋长台账: building leaders. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { int } from '../kinds/int.ts';
import { money } from '../kinds/money.ts';
import { phone } from '../kinds/phone.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const buildingLeader = register(
  {
    no: 'R32',
    name: 'building_leader',
    zh: '楼栋长台账',
    en: 'Building leaders',
    subject: 'building',
    key: ['building_code', 'leader_name', 'from_date'],
    mode: 'state',
    every: 'change',
    staleAfterDays: 400,
    departments: ['社区'],
    sensitivity: 'personal',
    settlementVia: ['building_code'],
    note: 'S topic; current: to_date empty or after T',
  },
  {
    building_code: ref('building', {
      zh: '楼栋',
      en: 'building',
      required: 'yes',
      sensitivity: 'public',
      aliases: ['楼栋号', '栋号', '幢号', '楼号', '楼栋编码'],
      by: ['building_code', 'settlement_code and building_no'],
    }),
    unit_no: text({
      zh: '单元',
      en: 'unit',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['单元号', '负责单元'],
      maxLength: 20,
      note: 'added: empty = the whole building',
    }),
    leader_name: text({
      zh: '楼栋长姓名',
      en: 'name',
      required: 'yes',
      sensitivity: 'personal',
      mask: 'name',
      aliases: ['姓名', '楼栋长', '楼长姓名'],
      maxLength: 50,
      note: 'added: a leader need not be a relocated person',
    }),
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['身份证号', '身份证号码', '公民身份号码', '身份证', '楼栋长身份证号'],
      by: ['person_no', 'id_no'],
      note: 'empty = not a relocated person',
    }),
    phone: phone({ zh: '电话', en: 'telephone', required: 'yes', sensitivity: 'personal', aliases: ['联系电话', '手机号', '手机号码', '联系方式'] }),
    from_date: date({
      zh: '任期起始日期',
      en: 'in office from',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['任职日期', '聘任日期', '上任日期'],
      past: true,
    }),
    to_date: date({
      zh: '任期结束日期',
      en: 'in office to',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['离任日期', '卸任日期'],
      checks: ['to_date is null or to_date >= from_date'],
    }),
    households: int({
      zh: '服务户数',
      en: 'households served',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['负责户数', '联系户数', '管理户数'],
      min: 0,
      warns: ['households > 60'],
      note: '60 is a parameter of the standard',
    }),
    elect_type: code('ELECT', { zh: '产生方式', en: 'way of choosing', required: 'no', sensitivity: 'internal', aliases: ['选任方式'] }),
    allowance: money({
      zh: '补助',
      en: 'allowance',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['补贴', '月补助', '误工补贴'],
      min: 0,
      note: 'yuan a month',
    }),
  },
);
