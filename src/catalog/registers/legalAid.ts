/** R34 法律援助台账: legal aid. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { money } from '../kinds/money.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const legalAid = register(
  {
    no: 'R34',
    name: 'legal_aid',
    zh: '法律援助台账',
    en: 'Legal aid',
    subject: 'case',
    key: ['case_no'],
    mode: 'event',
    date: { field: 'applied_on' },
    every: 'month',
    staleAfterDays: 62,
    departments: ['司法局'],
    sensitivity: 'sensitive',
    settlementVia: ['person_no'],
    note: 'date: applied_on; S topic',
  },
  {
    case_no: text({
      zh: '案号',
      en: 'case number',
      required: 'yes',
      sensitivity: 'internal',
      aliases: ['案件编号', '援助编号', '法援案号'],
      maxLength: 30,
    }),
    person_no: ref('person', {
      zh: '证件号码',
      en: 'person',
      required: 'yes',
      sensitivity: 'personal',
      aliases: ['身份证号', '公民身份号码', '身份证号码', '身份证', '证件号', '居民身份证号码', '人员编号', '申请人身份证号', '受援人身份证号'],
      by: ['person_no', 'id_no'],
      nameHeaders: ['姓名', '申请人', '申请人姓名', '受援人'],
    }),
    matter: code('LA_MATTER', { zh: '事项', en: 'matter', required: 'yes', sensitivity: 'sensitive', aliases: ['援助事项', '案件类型', '案由'] }),
    applied_on: date({ zh: '申请日期', en: 'applied on', required: 'yes', sensitivity: 'internal', aliases: ['申请时间', '受理日期'], past: true }),
    decided_on: date({
      zh: '审查决定日期',
      en: 'decided on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['审批日期', '决定日期'],
      past: true,
      checks: ['decided_on is null or decided_on >= applied_on'],
      warns: ['decided_on - applied_on > 7'],
      note: 'P 法律援助法: 7 days',
    }),
    assigned_on: date({
      zh: '指派日期',
      en: 'assigned on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['指派时间'],
      past: true,
      checks: ['assigned_on is null or assigned_on >= decided_on'],
      warns: ['assigned_on - decided_on > 3'],
      note: 'P 法律援助法: 3 days',
    }),
    lawyer_org: text({
      zh: '承办人/机构',
      en: 'lawyer or organisation',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['承办律师', '承办机构', '承办人'],
      maxLength: 80,
    }),
    result: code('LA_RESULT', { zh: '结果', en: 'result', required: 'no', sensitivity: 'sensitive', aliases: ['办理结果', '案件结果'] }),
    closed_on: date({
      zh: '结案日期',
      en: 'closed on',
      required: 'no',
      sensitivity: 'internal',
      aliases: ['办结日期', '结案时间'],
      past: true,
      note: 'added',
    }),
    recovered: money({
      zh: '挽回金额',
      en: 'amount recovered',
      required: 'no',
      sensitivity: 'sensitive',
      aliases: ['挽回损失', '挽回经济损失'],
      min: 0,
    }),
  },
);
