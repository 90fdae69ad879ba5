/** Tables of work orders: the orders, the warnings on each, what was done, and pauses of their clocks. */
import { seenWithAppeal } from '#derive/seenWithAppeal.ts';
import type { Table } from '#derive/table.ts';

/** One visit for all open warnings of a place: a household or a settlement object. At most one order of a place is not closed. */
const workOrder: Table = {
  name: 'work_order',
  zh: '工单',
  columns: [
    { name: 'order_id', type: 'bigint', notNull: true, identity: true, zh: '工单号' },
    { name: 'order_no', type: 'text', notNull: true, zh: '工单编号' },
    { name: 'place_kind', type: 'text', notNull: true, zh: '对象类型' },
    { name: 'place_key', type: 'text', notNull: true, zh: '对象编号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'household_no', type: 'text', zh: '户编号' },
    { name: 'community_code', type: 'text', zh: '社区' },
    { name: 'building_code', type: 'text', zh: '楼栋' },
    { name: 'state', type: 'text', notNull: true, zh: '状态' },
    { name: 'state_since', type: 'timestamp with time zone', notNull: true, zh: '进入当前状态的时间' },
    { name: 'opened_at', type: 'timestamp with time zone', notNull: true, zh: '生成时间' },
    { name: 'level', type: 'text', notNull: true, zh: '清单中最高等级' },
    { name: 'due_at', type: 'timestamp with time zone', zh: '最近到期时间' },
    { name: 'open_warnings', type: 'integer', notNull: true, default: '0', zh: '未解除预警数' },
    { name: 'owner_account', type: 'bigint', zh: '责任人' },
    { name: 'owner_name', type: 'text', zh: '责任人姓名' },
    { name: 'owner_unit', type: 'text', zh: '责任单位' },
    { name: 'owner_role', type: 'text', zh: '责任人角色' },
    { name: 'owner_area', type: 'text', zh: '责任人辖区' },
    { name: 'departments', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '承办和协办部门' },
    { name: 'returns', type: 'integer', notNull: true, default: '0', zh: '退单次数' },
    { name: 'arbitrated', type: 'boolean', notNull: true, default: 'false', zh: '已裁决' },
    { name: 'extend_to', type: 'date', zh: '申请延至' },
    { name: 'extend_by', type: 'bigint', zh: '延期申请人' },
    { name: 'extension', type: 'text', zh: '延期(asked granted refused)' },
    { name: 'signed_at', type: 'timestamp with time zone', zh: '签收时间' },
    { name: 'finished_at', type: 'timestamp with time zone', zh: '办结反馈时间' },
    { name: 'finished_by', type: 'bigint', zh: '办结反馈人' },
    { name: 'satisfaction', type: 'text', zh: '群众满意度' },
    { name: 'closed_at', type: 'timestamp with time zone', zh: '办结时间' },
    { name: 'reopens', type: 'bigint', zh: '90天内复发的原工单' },
  ],
  primaryKey: ['order_id'],
  indexes: [
    { columns: ['order_no'], unique: true },
    { columns: ['place_kind', 'place_key'], unique: true, where: "(state <> 'closed'::text)" },
    { columns: ['settlement_code', 'state'] },
    { columns: ['owner_account'], where: "(state <> 'closed'::text)" },
    { columns: ['household_no'] },
    { columns: ['due_at'], where: "(state <> 'closed'::text)" },
  ],
  spread: 'settlement',
  seenOnlyWhere: seenWithAppeal("work_order.place_kind = 'appeal'", 'work_order.place_key'),
};

/** A warning on an order; it leaves the order when that is closed. A warning is on one open order at most. */
const workOrderItem: Table = {
  name: 'work_order_item',
  zh: '工单清单',
  columns: [
    { name: 'order_id', type: 'bigint', notNull: true, zh: '工单号' },
    { name: 'warning_id', type: 'bigint', notNull: true, zh: '预警号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'gathered_at', type: 'timestamp with time zone', notNull: true, zh: '并入时间' },
    { name: 'left_at', type: 'timestamp with time zone', zh: '离开时间' },
  ],
  primaryKey: ['order_id', 'warning_id'],
  indexes: [{ columns: ['warning_id'], unique: true, where: '(left_at IS NULL)' }, { columns: ['settlement_code'] }],
  spread: 'settlement',
};

/** What was done to an order, in order; never changed afterwards. */
const workOrderEvent: Table = {
  name: 'work_order_event',
  zh: '工单记录',
  columns: [
    { name: 'event_id', type: 'bigint', notNull: true, identity: true, zh: '记录号' },
    { name: 'order_id', type: 'bigint', notNull: true, zh: '工单号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'verb', type: 'text', notNull: true, zh: '动作' },
    { name: 'from_state', type: 'text', notNull: true, zh: '原状态' },
    { name: 'to_state', type: 'text', notNull: true, zh: '新状态' },
    { name: 'happened_at', type: 'timestamp with time zone', notNull: true, zh: '时间' },
    { name: 'account', type: 'bigint', zh: '办理人账号(空为系统)' },
    { name: 'done_by', type: 'text', zh: '办理人' },
    { name: 'unit', type: 'text', zh: '当时的责任单位' },
    { name: 'given', type: 'jsonb', zh: '所填内容' },
  ],
  primaryKey: ['event_id'],
  indexes: [{ columns: ['order_id'] }, { columns: ['settlement_code', 'happened_at'] }],
  spread: 'settlement',
};

/** A time in which the clocks of an order stand still, for a lawful reason. */
const workOrderPause: Table = {
  name: 'work_order_pause',
  zh: '工单暂停计时',
  columns: [
    { name: 'order_id', type: 'bigint', notNull: true, zh: '工单号' },
    { name: 'from_at', type: 'timestamp with time zone', notNull: true, zh: '暂停时间' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'reason', type: 'text', notNull: true, zh: '法定事由' },
    { name: 'to_at', type: 'timestamp with time zone', zh: '恢复时间' },
  ],
  primaryKey: ['order_id', 'from_at'],
  indexes: [{ columns: ['settlement_code'] }],
  spread: 'settlement',
};

export const workOrderTables: readonly Table[] = [workOrder, workOrderItem, workOrderEvent, workOrderPause];
