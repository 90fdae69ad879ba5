/** R04 家庭收入台账(四项收入): household income. */
import { bool } from '../kinds/bool.ts';
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { money } from '../kinds/money.ts';
import { quarter } from '../kinds/quarter.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const income = register(
  {
    no: 'R04',
    name: 'income',
    zh: '家庭收入台账(四项收入)',
    en: 'Household income',
    subject: 'household',
    key: ['household_no', 'period', 'income_item', 'person_no'],
    mode: 'event',
    date: { lastDayOf: 'period' },
    every: 'quarter',
    staleAfterDays: 184,
    departments: ['社区', '农业农村局', '人社局'],
    sensitivity: 'sensitive',
    settlementVia: ['household_no'],
    note: 'date: last day of period; S four kinds of income; wide sheets are accepted (README)',
    wide: {
      columns: [
        { header: '工资性收入', sets: { income_item: '10' }, into: 'gross_amount' },
        { header: '生产经营性收入', sets: { income_item: '20' }, into: 'gross_amount' },
        { header: '生产经营性支出', sets: { income_item: '20' }, into: 'cost_amount' },
        { header: '转移性收入', sets: { income_item: '30' }, into: 'gross_amount' },
        { header: '财产性收入', sets: { income_item: '40' }, into: 'gross_amount' },
      ],
      year: { header: '年度', quarter: 'period' },
    },
  },
  {
    household_no: ref('household', { zh: '户编号', en: 'household', required: 'yes', sensitivity: 'internal', aliases: ['户号', '家庭编号', '户编码', '户主证件号码', '户主身份证号', '户主身份证号码', '户主公民身份号码'], by: ['household_no', 'head_id_no'], nameHeaders: ['户主姓名', '户主'] }),
    period: quarter({ zh: '收入年季', en: 'quarter', required: 'yes', sensitivity: 'internal', aliases: ['季度', '收入季度', '所属季度', '年季'], note: 'written YYYY-Qn' }),
    income_type: code('INCOME', { zh: '收入类别', en: 'kind of income', required: 'auto', sensitivity: 'sensitive', aliases: ['收入类型', '收入大类'], calc: 'substr(income_item,1,1)', note: 'S four kinds' }),
    income_item: code('INCOME_ITEM', { zh: '项目', en: 'item', required: 'yes', sensitivity: 'sensitive', aliases: ['收入项目', '收入来源', '收入明细'], note: '10, 20, 30, 40 when the sheet states the kind only' }),
    person_no: ref('person', { zh: '来源人证件号码', en: 'person', required: 'no', sensitivity: 'personal', aliases: ['来源人身份证号', '来源人身份证号码'], by: ['person_no', 'id_no'], nameHeaders: ['来源人姓名', '来源人'], note: 'empty = of the household as a whole' }),
    gross_amount: money({ zh: '总金额', en: 'gross amount', required: 'yes', sensitivity: 'sensitive', aliases: ['收入金额', '金额', '总收入', '收入(元)'], min: 0 }),
    cost_amount: money({ zh: '生产经营支出', en: 'productive cost', required: 'no', sensitivity: 'sensitive', aliases: ['经营支出', '成本支出', '生产经营性支出'], min: 0, checks: ['cost_amount is null or substr(income_item,1,1) = \'2\''] }),
    net_amount: money({ zh: '净额', en: 'net amount', required: 'auto', sensitivity: 'sensitive', aliases: ['净收入', '纯收入'], calc: 'gross_amount - coalesce(cost_amount, 0)', note: 'may be negative' }),
    evidence: text({ zh: '佐证', en: 'evidence', required: 'no', sensitivity: 'sensitive', aliases: ['佐证材料', '附件'], maxLength: 200, note: 'name of the attached file' }),
    method: code('COLLECT', { zh: '采集方式', en: 'way of collecting', required: 'yes', sensitivity: 'internal', aliases: ['采集途径', '数据来源'] }),
    collected_by: text({ zh: '采集人', en: 'collected by', required: 'yes', sensitivity: 'internal', aliases: ['调查人', '采集人员', '填报人'], maxLength: 50 }),
    collected_on: date({ zh: '采集日期', en: 'collected on', required: 'yes', sensitivity: 'internal', aliases: ['采集时间', '调查日期', '填报日期'], past: true }),
    is_oneoff: bool({ zh: '一次性收入', en: 'one-off income', required: 'auto', sensitivity: 'sensitive', aliases: ['是否一次性'], defaultFrom: 'income_item = \'36\'', note: 'left out of net income per head (figures and F01)' }),
  },
);
