/** Tables of warnings: the ledger, its events, the register rows behind each warning, and warnings about data that did not come. */
import { isAppealItem, seenWithAppeal } from '#derive/seenWithAppeal.ts';
import type { Table } from '#derive/table.ts';
import { followedStages, inHandStages } from './stages.ts';

/** What people do with a warning; the ledger never writes here but through the moves of the platform. */
const handling: Table['columns'] = [
  { name: 'stage', type: 'text', notNull: true, default: "'raised'::text", zh: '处置环节' },
  { name: 'stage_since', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '进入当前环节的时间' },
  { name: 'source', type: 'text', notNull: true, default: "'1'::text", zh: '发现途径' },
  { name: 'worked', type: 'boolean', notNull: true, default: 'false', zh: '有人办理过' },
  { name: 'round', type: 'integer', notNull: true, default: '0', zh: '第几次复发(0为首次)' },
  { name: 'signed_at', type: 'timestamp with time zone', zh: '签收时间' },
  { name: 'checked_at', type: 'timestamp with time zone', zh: '核查时间' },
  { name: 'verdict', type: 'text', zh: '核查结论' },
  { name: 'false_reason', type: 'text', zh: '误报原因' },
  { name: 'judged_level', type: 'text', zh: '判为误报时的等级' },
  { name: 'measures', type: 'text', zh: '处置措施' },
  { name: 'done_at', type: 'timestamp with time zone', zh: '办结反馈时间' },
  { name: 'done_by', type: 'bigint', zh: '办结反馈人' },
  { name: 'reviewed_at', type: 'timestamp with time zone', zh: '复核时间' },
  { name: 'satisfaction', type: 'text', zh: '群众满意度' },
  { name: 'visited_on', type: 'date', zh: '解除前入户日期' },
  { name: 'publicity_from', type: 'date', zh: '公示首日' },
  { name: 'approved_at', type: 'timestamp with time zone', zh: '县级审批时间' },
  { name: 'cleared_at', type: 'timestamp with time zone', zh: '解除时间' },
  { name: 'cleared_by', type: 'text', zh: '解除人' },
  { name: 'track_until', type: 'date', zh: '跟踪截止' },
  { name: 'silenced_until', type: 'date', zh: '暂缓提醒至' },
  { name: 'silence_reason', type: 'text', zh: '暂缓原因' },
  { name: 'supervised_at', type: 'timestamp with time zone', zh: '督办时间' },
  { name: 'escalated_to', type: 'text', zh: '逾期升级到' },
];

const stagesWhere = (stages: readonly string[]): string => `(stage = ANY (ARRAY[${stages.map((stage) => `'${stage}'::text`).join(', ')}]))`;
/** Conditions of indexes as PostgreSQL prints them. */
const followedWhere = stagesWhere(followedStages);
const inHandWhere = stagesWhere(inHandStages);

/** One warning about one subject and item: what the data say of it (state), and what people do with it (stage). At most one for an item and subject is not archived or withdrawn. */
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
    ...handling,
  ],
  primaryKey: ['warning_id'],
  indexes: [
    { columns: ['warning_no'], unique: true },
    { columns: ['item_code', 'subject_key'], unique: true, where: followedWhere },
    // Counting by level reads this index alone, the columns of the row policy included.
    {
      name: 'warning_counted_idx',
      columns: ['settlement_code', 'stage', 'level', 'item_code', 'community_code', 'building_code', 'household_no', 'silent_until', 'subject_key'],
    },
    {
      name: 'warning_worst_first_idx',
      columns: ["array_position(ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'blue'::text], level)", 'raised_on DESC', 'warning_id DESC'],
      where: inHandWhere,
    },
    { columns: ['household_no'] },
    { columns: ['raised_on', 'warning_id'] },
  ],
  spread: 'settlement',
  seenOnlyWhere: seenWithAppeal(isAppealItem('warning.item_code'), 'warning.subject_key'),
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
    {
      name: 'kind',
      type: 'text',
      notNull: true,
      zh: '事件(数据：raised level-changed recovering recovered unknown known retracted reopened import-undone；办理：动作名)',
    },
    { name: 'happened_on', type: 'date', notNull: true, zh: '评估日' },
    { name: 'happened_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '时间' },
    { name: 'from_level', type: 'text', zh: '原等级' },
    { name: 'to_level', type: 'text', zh: '新等级' },
    { name: 'import_id', type: 'bigint', zh: '相关导入' },
    { name: 'from_stage', type: 'text', zh: '原环节' },
    { name: 'to_stage', type: 'text', zh: '新环节' },
    { name: 'done_by', type: 'text', zh: '办理人(空为系统)' },
    { name: 'given', type: 'jsonb', zh: '所填内容' },
  ],
  primaryKey: ['event_id'],
  indexes: [{ columns: ['warning_id'] }, { columns: ['settlement_code'], where: "(kind = 'check'::text)" }],
  spread: 'settlement',
};

/** A time limit of a warning: when it began, when it is over, and whether it was met. A relapse begins a new round. */
const warningClock: Table = {
  name: 'warning_clock',
  zh: '预警时限',
  columns: [
    { name: 'warning_id', type: 'bigint', notNull: true, zh: '预警号' },
    { name: 'round', type: 'integer', notNull: true, zh: '第几次复发' },
    { name: 'clock', type: 'text', notNull: true, zh: '时限(sign check measures close)' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'level', type: 'text', notNull: true, zh: '按何等级计时' },
    { name: 'time_limit', type: 'text', notNull: true, zh: '时限' },
    { name: 'started_at', type: 'timestamp with time zone', notNull: true, zh: '起算时间' },
    { name: 'due_at', type: 'timestamp with time zone', zh: '到期时间(暂停时为空)' },
    { name: 'warn_at', type: 'timestamp with time zone', zh: '提醒时间' },
    { name: 'extended_to', type: 'timestamp with time zone', zh: '批准延至' },
    { name: 'stood', type: 'tstzmultirange', notNull: true, default: "'{}'::tstzmultirange", zh: '停止计时的时段' },
    { name: 'met_at', type: 'timestamp with time zone', zh: '完成时间' },
    { name: 'warned_at', type: 'timestamp with time zone', zh: '已提醒' },
    { name: 'escalated_at', type: 'timestamp with time zone', zh: '已升级' },
  ],
  primaryKey: ['warning_id', 'round', 'clock'],
  indexes: [{ columns: ['due_at'], where: '(met_at IS NULL)' }, { columns: ['settlement_code', 'started_at'] }],
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
  seenOnlyWhere: `register <> 'appeal' or exists (select from appeal where appeal.row_id = warning_evidence.row_id)`,
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

export const warningTables: readonly Table[] = [warning, standing, warningEvent, warningClock, warningEvidence, dataWarning];
