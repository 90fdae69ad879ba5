/** Tables of evaluation: what was found about each subject, the numbers of each settlement, and which settlements wait for an evaluation. */
import { isAppealItem, seenWithAppeal } from '#derive/seenWithAppeal.ts';
import type { Table } from '#derive/table.ts';

/** Findings that are not normal (a level or unknown) of the day evaluated last in each month. */
const finding: Table = {
  name: 'finding',
  zh: '监测结果(每月最后评估日)',
  columns: [
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'month', type: 'date', notNull: true, zh: '月份(首日)' },
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'subject_key', type: 'text', notNull: true, zh: '对象编号' },
    { name: 'level', type: 'text', notNull: true, zh: '等级(blue yellow orange red unknown)' },
    { name: 'community_code', type: 'text', zh: '社区(当日)' },
    { name: 'building_code', type: 'text', zh: '楼栋(当日)' },
  ],
  primaryKey: ['settlement_code', 'month', 'item_code', 'subject_key'],
  indexes: [{ columns: ['subject_key'] }],
  spread: 'settlement',
  seenOnlyWhere: seenWithAppeal(isAppealItem('finding.item_code'), 'finding.subject_key'),
};

/** Numbers of a settlement and item on the day evaluated last in each month; areas above are sums. */
const indicator: Table = {
  name: 'indicator',
  zh: '指标(安置点、监测项、月)',
  columns: [
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'month', type: 'date', notNull: true, zh: '月份(首日)' },
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'as_of', type: 'date', notNull: true, zh: '评估日' },
    { name: 'numerator', type: 'double precision', zh: '分子' },
    { name: 'denominator', type: 'double precision', zh: '分母' },
    { name: 'unknown', type: 'integer', notNull: true, zh: '数据不足的对象数' },
    { name: 'concerned', type: 'integer', notNull: true, zh: '适用对象数' },
    { name: 'blue', type: 'integer', notNull: true, zh: '蓝色对象数' },
    { name: 'yellow', type: 'integer', notNull: true, zh: '黄色对象数' },
    { name: 'orange', type: 'integer', notNull: true, zh: '橙色对象数' },
    { name: 'red', type: 'integer', notNull: true, zh: '红色对象数' },
    { name: 'value', type: 'double precision', zh: '安置点显示值' },
  ],
  primaryKey: ['settlement_code', 'month', 'item_code'],
  indexes: [{ columns: ['month', 'item_code'] }],
  spread: 'settlement',
};

/** Settlements whose registers changed since they were evaluated; many changes wait as one request. */
const evaluationRequest: Table = {
  name: 'evaluation_request',
  zh: '待评估安置点',
  columns: [
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'requested_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '请求时间' },
    { name: 'import_id', type: 'bigint', zh: '引起请求的导入' },
  ],
  primaryKey: ['settlement_code'],
  indexes: [],
  spread: 'settlement',
  readBy: 'nobody',
};

/** The day for which each settlement's snapshot of a month holds. */
const evaluatedMonth: Table = {
  name: 'evaluated_month',
  zh: '安置点月度评估记录',
  columns: [
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'month', type: 'date', notNull: true, zh: '月份(首日)' },
    { name: 'as_of', type: 'date', notNull: true, zh: '评估日' },
    { name: 'evaluated_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '评估时间' },
    { name: 'standard_version', type: 'text', notNull: true, zh: '标准版本' },
  ],
  primaryKey: ['settlement_code', 'month'],
  indexes: [],
  spread: 'settlement',
  readBy: 'neighbours',
};

export const evaluationTables: readonly Table[] = [finding, indicator, evaluationRequest, evaluatedMonth];
