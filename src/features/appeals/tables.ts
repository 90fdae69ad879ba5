/** Tables of appeals beside their register, which stays the one truth of what it tells: the way of each case, who has to do with it, its clocks, and what was done. */
import type { Table } from '#derive/table.ts';

/** Whoever sees the appeal sees what hangs on it: places, accusations and who is complained about are decided there. */
const asItsAppeal: Pick<Table, 'readBy' | 'seenOnlyWhere'> = { readBy: 'neighbours', seenOnlyWhere: 'appeal_no in (select appeal_no from appeal)' };

/** One row for each appeal that was taken down or worked on here; historic ones have none until somebody moves them. */
const appealCase: Table = {
  name: 'appeal_case',
  zh: '诉求办理',
  columns: [
    { name: 'appeal_no', type: 'text', notNull: true, zh: '诉求编号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'state', type: 'text', notNull: true, zh: '环节' },
    { name: 'state_since', type: 'timestamp with time zone', notNull: true, zh: '进入当前环节的时间' },
    { name: 'taken_at', type: 'timestamp with time zone', notNull: true, zh: '登记时间' },
    { name: 'taken_by', type: 'bigint', zh: '登记人账号' },
    { name: 'code_salt', type: 'bytea', bytes: 'plain', zh: '查询码盐' },
    { name: 'code_hash', type: 'bytea', bytes: 'plain', zh: '查询码(散列)' },
    { name: 'appellant', type: 'bytea', bytes: 'sealed', zh: '诉求人姓名(加密)' },
    { name: 'unit', type: 'text', zh: '承办单位代号' },
    { name: 'return_until', type: 'timestamp with time zone', zh: '可退回至' },
    { name: 'returns', type: 'integer', notNull: true, default: '0', zh: '退回次数' },
    { name: 'extend_to', type: 'date', zh: '申请延至' },
    { name: 'extend_by', type: 'bigint', zh: '延期申请人' },
    { name: 'extension', type: 'text', zh: '延期(asked granted denied)' },
    { name: 'refused_by', type: 'bigint', zh: '不予受理的经办人' },
    { name: 'refusal', type: 'text', zh: '不予受理理由' },
    { name: 'told', type: 'text', zh: '告知诉求人的话' },
    { name: 'elsewhere', type: 'text', zh: '还可以找谁' },
    { name: 'replied_at', type: 'timestamp with time zone', zh: '答复时间' },
    { name: 'replied_by', type: 'bigint', zh: '答复人' },
    { name: 'result', type: 'text', zh: '答复的处理结果' },
    { name: 'asked_on', type: 'date', zh: '回访或评价日期' },
    { name: 'reopened', type: 'integer', notNull: true, default: '0', zh: '重新办理次数' },
    { name: 'review_until', type: 'timestamp with time zone', zh: '可请求复查复核至' },
    { name: 'reviewed_by', type: 'bigint', zh: '复查人' },
    { name: 'opinion', type: 'text', zh: '复查复核意见' },
    { name: 'closing_until', type: 'timestamp with time zone', zh: '办结后观察至' },
    { name: 'warning_id', type: 'bigint', zh: '由本件登记的预警' },
  ],
  primaryKey: ['appeal_no'],
  indexes: [{ columns: ['settlement_code', 'state'] }],
  spread: 'settlement',
  ...asItsAppeal,
};

/** Who has to do with an appeal: complained about, in charge, or taking part. Read before the appeal itself, to decide who sees it; no page shows it as it stands. */
const appealParty: Table = {
  name: 'appeal_party',
  zh: '诉求相关方',
  columns: [
    { name: 'appeal_no', type: 'text', notNull: true, zh: '诉求编号' },
    { name: 'part', type: 'text', notNull: true, zh: '关系(against handles joins)' },
    { name: 'party', type: 'text', notNull: true, zh: '单位或账号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
  ],
  primaryKey: ['appeal_no', 'part', 'party'],
  indexes: [{ columns: ['party', 'part'] }, { columns: ['settlement_code'] }],
  spread: 'settlement',
  readBy: 'neighbours',
};

/** What was done to an appeal, in order; never changed afterwards. */
const appealEvent: Table = {
  name: 'appeal_event',
  zh: '诉求办理记录',
  columns: [
    { name: 'event_id', type: 'bigint', notNull: true, identity: true, zh: '记录号' },
    { name: 'appeal_no', type: 'text', notNull: true, zh: '诉求编号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'verb', type: 'text', notNull: true, zh: '动作' },
    { name: 'from_state', type: 'text', notNull: true, zh: '原环节' },
    { name: 'to_state', type: 'text', notNull: true, zh: '新环节' },
    { name: 'happened_at', type: 'timestamp with time zone', notNull: true, zh: '时间' },
    { name: 'account', type: 'bigint', zh: '办理人账号(空为诉求人或系统)' },
    { name: 'done_by', type: 'text', zh: '办理人(空为系统)' },
    { name: 'unit', type: 'text', zh: '当时的承办单位' },
    { name: 'given', type: 'jsonb', zh: '所填内容' },
  ],
  primaryKey: ['event_id'],
  indexes: [{ columns: ['appeal_no'] }, { columns: ['settlement_code', 'happened_at'] }],
  spread: 'settlement',
  ...asItsAppeal,
};

/** A clock of an appeal; what begins again has another round. */
const appealClock: Table = {
  name: 'appeal_clock',
  zh: '诉求时限',
  columns: [
    { name: 'appeal_no', type: 'text', notNull: true, zh: '诉求编号' },
    { name: 'clock', type: 'text', notNull: true, zh: '时限' },
    { name: 'round', type: 'integer', notNull: true, zh: '第几次' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'time_limit', type: 'text', notNull: true, zh: '规定' },
    { name: 'started_at', type: 'timestamp with time zone', notNull: true, zh: '起算' },
    { name: 'due_at', type: 'timestamp with time zone', notNull: true, zh: '到期' },
    { name: 'warn_at', type: 'timestamp with time zone', notNull: true, zh: '提醒时间' },
    { name: 'met_at', type: 'timestamp with time zone', zh: '完成时间' },
    { name: 'warned_at', type: 'timestamp with time zone', zh: '已提醒' },
    { name: 'escalated_at', type: 'timestamp with time zone', zh: '已升级' },
  ],
  primaryKey: ['appeal_no', 'clock', 'round'],
  indexes: [{ columns: ['settlement_code'] }, { columns: ['due_at'], where: '(met_at IS NULL)' }],
  spread: 'settlement',
  ...asItsAppeal,
};

export const appealTables: readonly Table[] = [appealCase, appealParty, appealEvent, appealClock];
