/** R38 入户走访台账: household visits. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { codes } from '../kinds/codes.ts';
import { date } from '../kinds/date.ts';
import { point } from '../kinds/point.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const visit = register(
  {
    no: 'R38',
    name: 'visit',
    zh: '入户走访台账',
    en: 'Household visits',
    subject: 'household',
    key: ['household_no', 'visited_on', 'visitor', 'person_no'],
    mode: 'event',
    date: { field: 'visited_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['驻社区工作队', '网格'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'date: visited_on',
  },
  {
    household_no: ref('household', {
      zh: '户编号',
      en: 'household',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码'],
      by: ['household_no', 'head_id_no'],
      nameHeaders: ['户主姓名', '户主'],
    }),
    person_no: ref('person', {
      zh: '被走访人证件号码',
      en: 'person',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['被走访人身份证号', '走访对象证件号码'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['走访对象', '被走访人', '被走访人姓名'],
      note: 'filled when the visit concerns one person (D04); empty = the household',
    }),
    visitor: text({
      zh: '走访人',
      en: 'visitor',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['走访人员', '帮扶干部', '走访干部', '入户人员'],
      maxLength: 50,
    }),
    visited_on: date({
      zh: '走访日期',
      en: 'visited on',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['走访时间', '入户日期', '入户时间'],
      past: true,
    }),
    method: code('VISIT', { zh: '方式', en: 'way', required: 'yes', sensitivity: 'internal', aliases: ['走访方式', '联系方式类型'] }),
    occupancy: code('OCCUPANCY', {
      zh: '是否有人/居住情况',
      en: 'occupancy',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['居住情况', '居住状态', '实际居住状态'],
      note: 'may be empty after a telephone call',
    }),
    met: bool({
      zh: '是否见到本人',
      en: 'met in person',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['见到本人', '是否有效走访'],
      note: 'added (D04: effective visit or contact with the guardian)',
    }),
    incident: bool({
      zh: '发现侵害或意外',
      en: 'harm or accident of a child found',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['侵害或意外情况'],
      note: 'added (D04)',
    }),
    findings: codes('ITEM', {
      zh: '发现问题',
      en: 'problems found',
      required: 'no',
      sensitivity: 'sensitive',
      about: 'health',
      aliases: ['问题指标', '发现问题类型'],
    }),
    photo: text({
      zh: '走访照片',
      en: 'photo',
      required: 'no',
      sensitivity: 'personal',
      aliases: ['照片', '图片'],
      maxLength: 200,
      note: 'name of the attached file',
    }),
    gps: point({ zh: '走访定位', en: 'place of the visit', required: 'no', sensitivity: 'personal', aliases: ['定位', '经纬度'] }),
    note: text({ zh: '备注', en: 'remarks', required: 'no', sensitivity: 'sensitive', aliases: ['走访记录', '情况说明'], maxLength: 2000 }),
  },
);
