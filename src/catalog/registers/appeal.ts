/** R36 群众诉求台账: appeals. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { datetime } from '../kinds/datetime.ts';
import { int } from '../kinds/int.ts';
import { ref } from '../kinds/ref.ts';
import { sealedText } from '../kinds/sealedText.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const appeal = register(
  {
    no: 'R36',
    name: 'appeal',
    zh: '群众诉求台账',
    en: 'Appeals',
    subject: 'case',
    key: ['appeal_no'],
    mode: 'event',
    date: { field: 'accepted_at' },
    every: 'day',
    staleAfterDays: 7,
    departments: ['各部门'],
    sensitivity: 'sensitive',
    settlementVia: ['settlement_code'],
    note: 'date: accepted_at; S topic; workflow of the platform; historic appeals can be imported',
  },
  {
    appeal_no: text({ zh: '诉求编号', en: 'appeal number', required: 'auto', sensitivity: 'internal', aliases: ['工单编号', '编号', '诉求单号', '信访件编号'], maxLength: 30, auto: { next: 'platform', prefix: 'SQ' }, unique: true }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    channel: code('CHANNEL', { zh: '来源渠道', en: 'channel', required: 'yes', sensitivity: 'internal', aliases: ['来源', '受理渠道', '诉求渠道'] }),
    nature: code('NATURE', { zh: '性质', en: 'nature', required: 'yes', sensitivity: 'internal', aliases: ['诉求性质', '诉求类型'] }),
    category: code('APPEAL_CATEGORY', { zh: '分类', en: 'category', required: 'no', sensitivity: 'sensitive', aliases: ['诉求分类', '问题分类', '类别'] }),
    person_no: ref('person', { zh: '诉求人证件号码', en: 'person', required: 'no', sensitivity: 'personal', aliases: ['诉求人身份证号', '身份证号', '身份证号码', '证件号码'], by: ['person_no', 'id_no'], nameHeaders: ['诉求人', '诉求人姓名', '姓名', '来电人', '反映人'], note: 'empty when anonymous or not a relocated person' }),
    anonymous: bool({ zh: '匿名', en: 'anonymous', required: 'auto', sensitivity: 'internal', aliases: ['是否匿名'], default: '0' }),
    contact: sealedText({ zh: '联系方式', en: 'contact', required: 'no', sensitivity: 'personal', aliases: ['联系电话', '电话', '手机号', '来电号码'], maxLength: 40, note: 'encrypted' }),
    entered_by: text({ zh: '代填人', en: 'entered by', required: 'no', sensitivity: 'internal', aliases: ['登记人', '受理人', '接线员'], maxLength: 50 }),
    content: text({ zh: '内容', en: 'content', required: 'yes', sensitivity: 'sensitive', aliases: ['诉求内容', '反映内容', '事项内容'], maxLength: 4000 }),
    address: text({ zh: '发生地址', en: 'place', required: 'no', sensitivity: 'personal', aliases: ['事发地址', '地址', '发生地点'], maxLength: 200 }),
    item_code: code('ITEM', { zh: '对应指标', en: 'item', required: 'no', sensitivity: 'internal', aliases: ['监测项', '指标编码'] }),
    urgency: code('URGENCY', { zh: '紧急程度', en: 'urgency', required: 'auto', sensitivity: 'internal', aliases: ['紧急度', '缓急程度'], default: '3', note: 'code 1 is for danger to life and limb (G04)' }),
    people: int({ zh: '涉及人数', en: 'people concerned', required: 'no', sensitivity: 'internal', aliases: ['诉求人数', '参与人数'], min: 1, note: 'added (G04: group of 10 or more)' }),
    track: code('TRACK', { zh: '办理类型', en: 'rules that apply', required: 'yes', sensitivity: 'internal', aliases: ['办理方式', '办理渠道'] }),
    accepted_at: datetime({ zh: '受理时间', en: 'accepted at', required: 'yes', sensitivity: 'internal', aliases: ['登记时间', '受理日期', '来件时间'], past: true }),
    handler_org: text({ zh: '承办单位', en: 'handling organisation', required: 'no', sensitivity: 'internal', aliases: ['责任单位', '办理单位', '主办单位'], maxLength: 80 }),
    due_at: datetime({ zh: '办理时限', en: 'due at', required: 'no', sensitivity: 'internal', aliases: ['截止时间', '到期时间', '办结时限'], checks: ['due_at is null or due_at >= accepted_at'], note: 'computed from track and urgency by the calendar of working days when empty' }),
    returns: text({ zh: '退回/延期记录', en: 'returns and extensions', required: 'no', sensitivity: 'internal', aliases: ['退回记录', '延期记录'], maxLength: 2000, note: 'returns never stop the clock; extensions granted in writing do' }),
    result: code('APPEAL_RESULT', { zh: '处理结果', en: 'result', required: 'no', sensitivity: 'sensitive', aliases: ['办理结果', '办结结果'], checks: ['(result is null) = (closed_at is null)'] }),
    reply: text({ zh: '答复内容', en: 'reply', required: 'no', sensitivity: 'sensitive', aliases: ['回复内容', '答复意见', '办理情况'], maxLength: 4000 }),
    closed_at: datetime({ zh: '办结时间', en: 'closed at', required: 'no', sensitivity: 'internal', aliases: ['办结日期', '办理完成时间'], past: true, checks: ['closed_at is null or closed_at >= accepted_at'] }),
    visited_at: datetime({ zh: '回访时间', en: 'called back at', required: 'no', sensitivity: 'internal', aliases: ['回访日期'], past: true }),
    satisfaction: code('SATIS', { zh: '满意度', en: 'satisfaction', required: 'no', sensitivity: 'internal', aliases: ['满意情况', '评价', '群众评价'] }),
    review_stage: code('REVIEW', { zh: '复查/复核', en: 'review stage', required: 'auto', sensitivity: 'internal', aliases: ['复查复核状态'], default: '0' }),
    repeat_of: ref('appeal', { zh: '重复诉求号', en: 'repeat of', required: 'no', sensitivity: 'internal', aliases: ['重复件编号', '原诉求编号'], by: ['appeal_no'] }),
  },
);
