/** Every read-only view for other tools: one a register, one an item, and the board. */
import { items, registers } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { isRestricted, registerView } from '#derive/registerView.ts';
import { isKeptAppeal } from '#derive/seenWithAppeal.ts';
import type { View } from '#derive/view.ts';

const ofIndicator = (name: string, zh: string, sql = `indicator.${name}`): View['columns'][number] => ({ name, zh, sql });

const numbers: View['columns'] = [
  ofIndicator('settlement_code', '安置点'),
  { name: 'settlement_name', zh: '安置点名称', sql: 'settlement.settlement_name' },
  { name: 'street_code', zh: '街道', sql: 'settlement.street_code' },
  { name: 'county_code', zh: '县', sql: 'settlement.county_code' },
  ofIndicator('as_of', '截至日'),
  ofIndicator('numerator', '分子'),
  ofIndicator('denominator', '分母'),
  ofIndicator('unknown', '数据不足'),
  ofIndicator('concerned', '适用对象数'),
  ofIndicator('blue', '蓝色'),
  ofIndicator('yellow', '黄色'),
  ofIndicator('orange', '橙色'),
  ofIndicator('red', '红色'),
];

const settled = 'indicator left join settlement on settlement.settlement_code = indicator.settlement_code';

const itemView = (item: Item): View => ({
  name: `item_${item.code.toLowerCase()}`,
  zh: `${item.code} ${item.zh}`,
  columns: numbers,
  from: `${settled} where indicator.item_code = '${item.code}'`,
});

const boardView: View = {
  name: 'board',
  zh: '34项指标一览(安置点、监测项、月)',
  columns: [ofIndicator('item_code', '监测项'), ...numbers],
  from: settled,
};

/** The ledger of warnings with its handling, seen as register R37. */
const order = `from work_order_item join work_order using (order_id) where work_order_item.warning_id = warning.warning_id order by work_order.order_id desc limit 1`;
const warningFields: readonly (readonly [name: string, zh: string, sql?: string])[] = [
  ['warning_no', '预警编号'],
  ['item_code', '监测项'],
  ['standard_version', '标准版本'],
  ['subject_kind', '对象类型'],
  ['subject_key', '对象编号'],
  ['settlement_code', '安置点'],
  ['level', '等级'],
  ['state', '数据状态'],
  ['stage', '处置环节'],
  ['inputs', '触发值与输入', "jsonb_build_object('facts', facts, 'parameters', parameters)::text"],
  ['source', '发现途径'],
  ['raised_at', '生成时间'],
  ['signed_at', '签收时间'],
  ['checked_at', '核查时间'],
  ['verdict', '核查结论'],
  ['false_reason', '误报原因'],
  ['measures', '处置措施'],
  ['owner_org', '责任单位', `(select work_order.owner_unit ${order})`],
  ['owner_name', '责任人', `(select work_order.owner_name ${order})`],
  [
    'history',
    '升降级记录',
    `(select jsonb_agg(jsonb_build_object('on', happened_on, 'from', from_level, 'to', to_level) order by event_id)::text
      from warning_event where warning_event.warning_id = warning.warning_id and kind = 'level-changed')`,
  ],
  ['done_at', '办结时间'],
  ['cleared_at', '解除时间'],
  ['cleared_by', '解除人'],
  ['track_until', '跟踪截止'],
  ['recovered_on', '数据恢复日'],
];
const warningView: View = {
  name: 'warning_case',
  zh: registers.warning_case.zh,
  columns: warningFields.map(([name, zh, sql]) => ({ name, zh, sql: sql ?? `warning.${name}` })),
  from: `warning where not (subject_kind = 'person' and ${isRestricted('warning.subject_key')})
    and not (subject_kind = 'appeal' and ${isKeptAppeal('warning.subject_key')})`,
};

export const views: readonly View[] = [
  ...Object.values(registers)
    .filter((register) => register.name !== 'warning_case')
    .map(registerView),
  warningView,
  boardView,
  ...items.map(itemView),
];
