/** Tables of warnings: the ledger, its events, the register rows behind each warning, and warnings about data that did not come. */
import type { Table } from '#derive/table.ts';

/** One warning about one subject and item. Open, recovering and unknown ones count as open: at most one for each item and subject. */
const warning: Table = {
  name: 'warning',
  zh: '预警',
  columns: [
    { name: 'warning_id', type: 'bigint', notNull: true, identity: true, zh: '预警号' },
    { name: 'warning_no', type: 'text', notNull: true, zh: '预警编号' },
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'subject_kind', type: 'text', notNull: true, zh: '对象类型' },
    { name: 'subject_key', type: 'text', notNull: true, zh: '对象编号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'household_no', type: 'text', zh: '户编号' },
    { name: 'community_code', type: 'text', zh: '社区' },
    { name: 'building_code', type: 'text', zh: '楼栋' },
    { name: 'level', type: 'text', notNull: true, zh: '等级' },
    { name: 'highest_level', type: 'text', notNull: true, zh: '最高等级' },
    { name: 'state', type: 'text', notNull: true, zh: '状态(open recovering unknown recovered retracted)' },
    { name: 'raised_on', type: 'date', notNull: true, zh: '预警日期' },
    { name: 'raised_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '生成时间' },
    { name: 'level_since', type: 'date', notNull: true, zh: '当前等级起始日' },
    { name: 'recovering_since', type: 'date', zh: '恢复起始日' },
    { name: 'recovered_days', type: 'integer', notNull: true, default: '0', zh: '已恢复天数(不含数据不足日)' },
    { name: 'recovered_on', type: 'date', zh: '数据恢复日' },
    { name: 'silent_until', type: 'date', zh: '静默期至' },
    { name: 'held_back_by', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '被哪些监测项抑制' },
    { name: 'standard_version', type: 'text', notNull: true, zh: '标准版本' },
    { name: 'facts', type: 'jsonb', notNull: true, zh: '触发时的事实值' },
    { name: 'parameters', type: 'jsonb', notNull: true, zh: '触发时的参数值' },
    { name: 'undone_import', type: 'bigint', zh: '证据所在而已撤销的导入' },
  ],
  primaryKey: ['warning_id'],
  indexes: [
    { columns: ['warning_no'], unique: true },
    { columns: ['item_code', 'subject_key'], unique: true, where: "(state = ANY (ARRAY['open'::text, 'recovering'::text, 'unknown'::text]))" },
    // Counting by level reads this index alone, the columns of the row policy included.
    {
      name: 'warning_counted_idx',
      columns: ['settlement_code', 'state', 'level', 'item_code', 'community_code', 'building_code', 'household_no'],
    },
    {
      name: 'warning_worst_first_idx',
      columns: ["array_position(ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'blue'::text], level)", 'raised_on DESC', 'warning_id DESC'],
      where: "(state = ANY (ARRAY['open'::text, 'recovering'::text, 'unknown'::text]))",
    },
    { columns: ['household_no'] },
    { columns: ['raised_on', 'warning_id'] },
  ],
  spread: 'settlement',
};

/** How long a level has stood for a subject without a warning yet (items with a waiting time before the warning). */
const standing: Table = {
  name: 'standing',
  zh: '持续中的等级(未到预警)',
  columns: [
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'subject_key', type: 'text', notNull: true, zh: '对象编号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'since', type: 'date', notNull: true, zh: '起始日' },
  ],
  primaryKey: ['item_code', 'subject_key'],
  indexes: [{ columns: ['settlement_code'] }],
  spread: 'settlement',
  readBy: 'nobody',
};

/** What happened to a warning, in order; never changed afterwards. */
const warningEvent: Table = {
  name: 'warning_event',
  zh: '预警记录',
  columns: [
    { name: 'event_id', type: 'bigint', notNull: true, identity: true, zh: '记录号' },
    { name: 'warning_id', type: 'bigint', notNull: true, zh: '预警号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'kind', type: 'text', notNull: true, zh: '事件(raised level-changed recovering recovered unknown known retracted reopened)' },
    { name: 'happened_on', type: 'date', notNull: true, zh: '评估日' },
    { name: 'happened_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '时间' },
    { name: 'from_level', type: 'text', zh: '原等级' },
    { name: 'to_level', type: 'text', zh: '新等级' },
    { name: 'import_id', type: 'bigint', zh: '相关导入' },
  ],
  primaryKey: ['event_id'],
  indexes: [{ columns: ['warning_id'] }],
  spread: 'settlement',
};

/** The version of a register row that stood behind a warning when it was raised or changed its level. */
const warningEvidence: Table = {
  name: 'warning_evidence',
  zh: '预警证据行',
  columns: [
    { name: 'warning_id', type: 'bigint', notNull: true, zh: '预警号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'row_id', type: 'bigint', notNull: true, zh: '行号' },
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    { name: 'import_id', type: 'bigint', notNull: true, zh: '来源导入' },
    { name: 'sheet', type: 'integer', notNull: true, zh: '工作表序号' },
    { name: 'line', type: 'integer', notNull: true, zh: '行' },
  ],
  primaryKey: ['warning_id', 'register', 'row_id', 'data_date'],
  indexes: [{ columns: ['import_id'] }],
  spread: 'settlement',
};

/** A register that is later than its limit for a settlement: the warning goes to the department, not to the household. */
const dataWarning: Table = {
  name: 'data_warning',
  zh: '数据迟报预警',
  columns: [
    { name: 'data_warning_id', type: 'bigint', notNull: true, identity: true, zh: '编号' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'last_delivery', type: 'date', zh: '最近报送' },
    { name: 'stale_since', type: 'date', notNull: true, zh: '逾期起始日' },
    { name: 'raised_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '生成时间' },
    { name: 'cleared_on', type: 'date', zh: '解除日' },
  ],
  primaryKey: ['data_warning_id'],
  indexes: [{ columns: ['register', 'settlement_code'], unique: true, where: '(cleared_on IS NULL)' }, { columns: ['settlement_code'] }],
  spread: 'settlement',
};

export const warningTables: readonly Table[] = [warning, standing, warningEvent, warningEvidence, dataWarning];
