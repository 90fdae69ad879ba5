/** R06 户籍迁移台账: hukou transfers. */
import { bool } from '../kinds/bool.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const hukouTransfer = register(
  {
    no: 'R06',
    name: 'hukou_transfer',
    zh: '户籍迁移台账',
    en: 'Hukou transfers',
    subject: 'person',
    key: ['person_no', 'applied_on'],
    mode: 'event',
    date: { field: 'applied_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['公安局'],
    sensitivity: 'personal',
    settlementVia: ['person_no'],
    note: 'date: applied_on; S topic',
  },
  {
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名'],
    }),
    from_address: text({
      zh: '迁出户籍地',
      en: 'hukou moved from',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['迁出地址', '原户籍地', '原户籍地址'],
      maxLength: 200,
    }),
    to_address: text({
      zh: '迁入户籍地',
      en: 'hukou moved to',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['迁入地址', '现户籍地', '落户地址'],
      maxLength: 200,
    }),
    applied_on: date({ zh: '申请日期', en: 'applied on', required: 'yes', sensitivity: 'internal', aliases: ['申请时间', '受理日期'], past: true }),
    done_on: date({
      zh: '办结日期',
      en: 'done on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['迁入日期', '落户日期', '办结时间', '办理日期'],
      past: true,
      checks: ['done_on is null or done_on >= applied_on'],
    }),
    voluntary: bool({
      zh: '自愿确认',
      en: 'confirmed as voluntary',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['是否自愿', '自愿办理'],
      note: 'S 自愿',
    }),
    rural_rights: codes('RURAL_RIGHT', {
      zh: '原农村权益(承包地/宅基地/集体收益)保留',
      en: 'rural rights kept',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['保留农村权益', '权益保留', '农村权益保留情况'],
    }),
  },
);
