/** Tables of notices: what is to be told, who was told and why, what leaves the house and how that went, where systems are told, and how each person wants to be told. People's requests never read them but through this room. */
import type { Table } from '#derive/table.ts';

/** The outbox: a row stands or falls with the change that caused it. */
const notice: Table = {
  name: 'notice',
  zh: '通知(待发箱)',
  columns: [
    { name: 'notice_id', type: 'bigint', notNull: true, identity: true, zh: '通知号' },
    { name: 'uid', type: 'uuid', notNull: true, default: 'gen_random_uuid()', zh: '唯一标识(接收方据此去重)' },
    { name: 'kind', type: 'text', notNull: true, zh: '种类' },
    { name: 'words', type: 'jsonb', notNull: true, zh: '参数(编号、数量、名称代码)' },
    { name: 'receivers', type: 'jsonb', notNull: true, zh: '接收人(点名,或按授权)' },
    { name: 'outside', type: 'bytea', bytes: 'sealed', zh: '系统外接收地址(加密)' },
    { name: 'places', type: 'text[]', notNull: true, zh: '涉及区域' },
    { name: 'settlement_code', type: 'text', zh: '安置点' },
    { name: 'object_kind', type: 'text', zh: '对象类型' },
    { name: 'object_key', type: 'text', zh: '对象编号' },
    { name: 'once', type: 'text', zh: '同一事项标识(只通知一次)' },
    { name: 'made_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '产生时间' },
    { name: 'spread_at', type: 'timestamp with time zone', zh: '分发时间' },
  ],
  primaryKey: ['notice_id'],
  indexes: [
    { columns: ['kind', 'once'], unique: true },
    { name: 'notice_to_spread_idx', columns: ['notice_id'], where: '(spread_at IS NULL)' },
    { columns: ['made_at'] },
  ],
  spread: 'one',
  readBy: 'nobody',
};

/** A notice in somebody's app, and why it is there. */
const noticeReceipt: Table = {
  name: 'notice_receipt',
  zh: '收到的通知',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'notice_id', type: 'bigint', notNull: true, zh: '通知号' },
    { name: 'why', type: 'jsonb', zh: '依据的授权(空为点名)' },
    { name: 'read_at', type: 'timestamp with time zone', zh: '阅读时间' },
  ],
  primaryKey: ['account_id', 'notice_id'],
  indexes: [{ name: 'notice_receipt_unread_idx', columns: ['account_id'], where: '(read_at IS NULL)' }, { columns: ['notice_id'] }],
  foreignKeys: [
    { columns: ['account_id'], table: 'account', target: ['account_id'] },
    { columns: ['notice_id'], table: 'notice', target: ['notice_id'] },
  ],
  spread: 'one',
  readBy: 'nobody',
};

/** Where systems and group robots outside are told. The address may hold the key of a robot: it is sealed. */
const webhook: Table = {
  name: 'webhook',
  zh: '对外推送',
  columns: [
    { name: 'webhook_id', type: 'bigint', notNull: true, identity: true, zh: '推送号' },
    { name: 'name', type: 'text', notNull: true, zh: '名称' },
    { name: 'format', type: 'text', notNull: true, zh: '格式(cloudevents wecom dingtalk)' },
    { name: 'url', type: 'bytea', bytes: 'sealed', notNull: true, zh: '地址(加密)' },
    { name: 'host', type: 'text', notNull: true, zh: '主机' },
    { name: 'secret', type: 'bytea', bytes: 'sealed', zh: '签名密钥(加密)' },
    { name: 'former_secret', type: 'bytea', bytes: 'sealed', zh: '换下的签名密钥(加密)' },
    { name: 'former_until', type: 'timestamp with time zone', zh: '换下的密钥并用至' },
    { name: 'kinds', type: 'text[]', notNull: true, zh: '通知种类' },
    { name: 'area_code', type: 'text', notNull: true, zh: '区域' },
    { name: 'made_at', type: 'timestamp with time zone', notNull: true, zh: '建立时间' },
    { name: 'made_by', type: 'bigint', zh: '建立人' },
    { name: 'paused_at', type: 'timestamp with time zone', zh: '暂停时间' },
    { name: 'removed_at', type: 'timestamp with time zone', zh: '移除时间' },
  ],
  primaryKey: ['webhook_id'],
  indexes: [],
  spread: 'one',
  readBy: 'nobody',
};

/** One thing that goes out, at least once: a notice, or several for one person. Its uid is the same at each attempt. */
const noticeMessage: Table = {
  name: 'notice_message',
  zh: '对外发送的消息',
  columns: [
    { name: 'message_id', type: 'bigint', notNull: true, identity: true, zh: '消息号' },
    { name: 'uid', type: 'uuid', notNull: true, default: 'gen_random_uuid()', zh: '唯一标识' },
    { name: 'channel', type: 'text', notNull: true, zh: '途径(mail sms webhook)' },
    { name: 'account_id', type: 'bigint', zh: '账号' },
    { name: 'webhook_id', type: 'bigint', zh: '推送号' },
    { name: 'state', type: 'text', notNull: true, default: "'due'::text", zh: '状态(due sent given-up dropped)' },
    { name: 'tries', type: 'integer', notNull: true, default: '0', zh: '已试次数' },
    { name: 'next_at', type: 'timestamp with time zone', notNull: true, zh: '下次发送时间' },
    { name: 'made_at', type: 'timestamp with time zone', notNull: true, zh: '组成时间' },
    { name: 'ended_at', type: 'timestamp with time zone', zh: '送达或放弃时间' },
    { name: 'error', type: 'text', zh: '最近一次失败' },
  ],
  primaryKey: ['message_id'],
  indexes: [
    { name: 'notice_message_due_idx', columns: ['next_at'], where: "(state = 'due'::text)" },
    { columns: ['webhook_id', 'message_id'] },
    { columns: ['ended_at'] },
  ],
  foreignKeys: [
    { columns: ['account_id'], table: 'account', target: ['account_id'] },
    { columns: ['webhook_id'], table: 'webhook', target: ['webhook_id'] },
  ],
  spread: 'one',
  readBy: 'nobody',
};

/** That a notice is to leave the house for somebody by some way, not before a moment; then the message that carries it. */
const noticeDelivery: Table = {
  name: 'notice_delivery',
  zh: '通知外发',
  columns: [
    { name: 'delivery_id', type: 'bigint', notNull: true, identity: true, zh: '外发号' },
    { name: 'notice_id', type: 'bigint', notNull: true, zh: '通知号' },
    { name: 'channel', type: 'text', notNull: true, zh: '途径(mail sms webhook)' },
    { name: 'account_id', type: 'bigint', zh: '账号(空为系统外地址或推送)' },
    { name: 'webhook_id', type: 'bigint', zh: '推送号' },
    { name: 'due_at', type: 'timestamp with time zone', notNull: true, zh: '不早于' },
    { name: 'message_id', type: 'bigint', zh: '消息号' },
  ],
  primaryKey: ['delivery_id'],
  indexes: [
    { columns: ['notice_id', 'channel', 'account_id', 'webhook_id'], unique: true, nullsNotDistinct: true },
    { name: 'notice_delivery_due_idx', columns: ['due_at'], where: '(message_id IS NULL)' },
    { columns: ['message_id'] },
  ],
  foreignKeys: [
    { columns: ['notice_id'], table: 'notice', target: ['notice_id'] },
    { columns: ['account_id'], table: 'account', target: ['account_id'] },
    { columns: ['webhook_id'], table: 'webhook', target: ['webhook_id'] },
    { columns: ['message_id'], table: 'notice_message', target: ['message_id'] },
  ],
  spread: 'one',
  readBy: 'nobody',
};

/** How somebody wants to be told outside of the app; whoever has none is told in the app alone. */
const noticePreference: Table = {
  name: 'notice_preference',
  zh: '通知偏好',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'mail', type: 'bytea', bytes: 'sealed', zh: '邮箱(加密)' },
    { name: 'mail_confirmed_at', type: 'timestamp with time zone', zh: '邮箱确认时间' },
    { name: 'mail_code', type: 'bytea', bytes: 'plain', zh: '邮箱确认码(带密钥散列)' },
    { name: 'mail_code_at', type: 'timestamp with time zone', zh: '确认码发出时间' },
    { name: 'mail_code_tries', type: 'integer', notNull: true, default: '0', zh: '确认码已试次数' },
    { name: 'mail_when', type: 'text', notNull: true, default: "'at-once'::text", zh: '邮件(at-once digest off)' },
    { name: 'sms_when', type: 'text', notNull: true, default: "'off'::text", zh: '短信(urgent off)' },
    { name: 'quiet_from', type: 'text', notNull: true, default: "'21:30'::text", zh: '免打扰起' },
    { name: 'quiet_to', type: 'text', notNull: true, default: "'07:30'::text", zh: '免打扰止' },
    { name: 'digest_at', type: 'text', notNull: true, default: "'08:30'::text", zh: '每日汇总时间' },
    { name: 'muted', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '不外发的种类' },
  ],
  primaryKey: ['account_id'],
  indexes: [],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'one',
  readBy: 'nobody',
};

export const noticeTables: readonly Table[] = [notice, noticeReceipt, webhook, noticeMessage, noticeDelivery, noticePreference];
