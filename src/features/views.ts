/** Every read-only view for other tools: one a register, one an item, and the board. */
import { items, registers } from '#catalog/catalog.ts';
import type { Item } from '#catalog/items/item.ts';
import { isRestricted, registerView } from '#derive/registerView.ts';
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

/** The ledger of warnings seen as register R37. */
const warningView: View = {
  name: 'warning_case',
  zh: registers.warning_case.zh,
  columns: [
    ['warning_no', '预警编号'],
    ['item_code', '监测项'],
    ['standard_version', '标准版本'],
    ['subject_kind', '对象类型'],
    ['subject_key', '对象编号'],
    ['settlement_code', '安置点'],
    ['level', '等级'],
    ['state', '状态'],
    ['raised_at', '生成时间'],
    ['recovered_on', '数据恢复日'],
  ].map(([name = '', zh = '']) => ({ name, zh, sql: name })),
  from: `warning where not (subject_kind = 'person' and ${isRestricted('warning.subject_key')})`,
};

export const views: readonly View[] = [
  ...Object.values(registers)
    .filter((register) => register.name !== 'warning_case')
    .map(registerView),
  warningView,
  boardView,
  ...items.map(itemView),
];
