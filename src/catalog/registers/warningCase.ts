/** R37 预警与处置台账: warnings and handling. */
import { code } from '../kinds/code.ts';
import { date } from '../kinds/date.ts';
import { datetime } from '../kinds/datetime.ts';
import { ref } from '../kinds/ref.ts';
import { text } from '../kinds/text.ts';
import { register } from './register.ts';

export const warningCase = register(
  {
    no: 'R37',
    name: 'warning_case',
    zh: '预警与处置台账',
    en: 'Warnings and handling',
    subject: 'case',
    key: ['warning_no'],
    mode: 'event',
    date: { field: 'raised_at' },
    every: 'day',
    staleAfterDays: 7,
    departments: ['平台'],
    sensitivity: 'sensitive',
    settlementVia: ['settlement_code'],
    note: 'date: raised_at; S topic; workflow of the platform, written by it and never imported; listed for exports, views and figures',
  },
  {
    warning_no: text({ zh: '预警编号', en: 'warning number', required: 'auto', sensitivity: 'internal', auto: { workflow: true }, unique: true }),
    item_code: code('ITEM', { zh: '指标', en: 'item', required: 'auto', sensitivity: 'internal', auto: { workflow: true } }),
    standard_version: text({ zh: '标准版本', en: 'version of the standard', required: 'auto', sensitivity: 'internal', maxLength: 20, auto: { workflow: true }, note: 'renamed from catalogue_version' }),
    subject_kind: code('SUBJECT_KIND', { zh: '对象类型', en: 'kind of subject', required: 'auto', sensitivity: 'internal', auto: { workflow: true }, note: 'added: subject_ref split in two' }),
    subject_key: text({ zh: '对象编号', en: 'key of the subject', required: 'auto', sensitivity: 'personal', maxLength: 80, auto: { workflow: true } }),
    settlement_code: ref('settlement', { zh: '安置点', en: 'settlement', required: 'yes', sensitivity: 'public', aliases: ['安置点编码', '安置点名称', '所属安置点', '安置区', '所在安置点', '安置点/社区'], by: ['settlement_code', 'settlement_name'] }),
    level: code('LEVEL', { zh: '等级', en: 'level', required: 'auto', sensitivity: 'sensitive', auto: { workflow: true } }),
    inputs: text({ zh: '触发值与输入', en: 'values and inputs', required: 'auto', sensitivity: 'sensitive', auto: { workflow: true }, note: 'JSON text' }),
    source: code('CLUE', { zh: '发现途径', en: 'source', required: 'auto', sensitivity: 'internal', auto: { workflow: true } }),
    raised_at: datetime({ zh: '生成时间', en: 'raised at', required: 'auto', sensitivity: 'internal', auto: { workflow: true }, note: 'renamed from created_at' }),
    signed_at: datetime({ zh: '签收时间', en: 'signed for at', required: 'no', sensitivity: 'internal' }),
    checked_at: datetime({ zh: '核查时间', en: 'checked at', required: 'no', sensitivity: 'internal' }),
    verdict: code('VERDICT', { zh: '核查结论', en: 'verdict', required: 'no', sensitivity: 'sensitive' }),
    false_reason: code('FALSE_REASON', { zh: '误报原因', en: 'reason of a false alarm', required: 'no', sensitivity: 'internal', checks: ['(false_reason is not null) = (coalesce(verdict,\'1\') = \'3\')'], note: 'added' }),
    measures: text({ zh: '处置措施', en: 'measures', required: 'no', sensitivity: 'sensitive', maxLength: 4000 }),
    owner_org: text({ zh: '责任单位', en: 'responsible organisation', required: 'no', sensitivity: 'internal', maxLength: 80 }),
    owner_name: text({ zh: '责任人', en: 'responsible person', required: 'no', sensitivity: 'personal', maxLength: 50 }),
    history: text({ zh: '升降级记录', en: 'history of levels', required: 'auto', sensitivity: 'internal', auto: { workflow: true }, note: 'JSON text' }),
    done_at: datetime({ zh: '办结时间', en: 'handled at', required: 'no', sensitivity: 'internal' }),
    cleared_at: datetime({ zh: '解除时间', en: 'cleared at', required: 'no', sensitivity: 'internal', note: 'renamed from closed_at' }),
    cleared_by: text({ zh: '解除人', en: 'cleared by', required: 'no', sensitivity: 'personal', maxLength: 50 }),
    track_until: date({ zh: '跟踪截止', en: 'tracked until', required: 'no', sensitivity: 'internal' }),
  },
);
