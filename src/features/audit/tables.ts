/** Tables of the audit log: what was done, the chain of hashes over it, and what waits to be chained. */
import type { Table } from '#derive/table.ts';

/** One thing done: who, when, from where, what, why, before and after. Never an open identity number or phone. */
const auditEntry: Table = {
  name: 'audit_entry',
  zh: '审计记录(只增)',
  columns: [
    { name: 'entry_id', type: 'bigint', notNull: true, identity: true, zh: '记录号' },
    { name: 'at', type: 'timestamp with time zone', notNull: true, default: 'clock_timestamp()', zh: '时间' },
    { name: 'account', type: 'bigint', zh: '账号' },
    { name: 'name', type: 'text', notNull: true, zh: '操作人' },
    { name: 'via', type: 'text', notNull: true, zh: '途径(web token command job)' },
    { name: 'address', type: 'text', zh: '网络地址' },
    { name: 'request_id', type: 'text', zh: '请求编号' },
    { name: 'verb', type: 'text', notNull: true, zh: '操作' },
    { name: 'object_kind', type: 'text', notNull: true, zh: '对象类型' },
    { name: 'object_key', type: 'text', zh: '对象编号' },
    { name: 'settlement_code', type: 'text', zh: '安置点' },
    { name: 'purpose', type: 'text', zh: '事由' },
    { name: 'before', type: 'jsonb', zh: '之前' },
    { name: 'after', type: 'jsonb', zh: '之后' },
  ],
  primaryKey: ['entry_id'],
  indexes: [{ columns: ['at'] }, { columns: ['verb', 'entry_id'] }, { columns: ['object_kind', 'object_key', 'entry_id'] }],
  spread: 'one',
  readBy: 'nobody',
};

/** The chain: each link holds the hash over its entry and the link before. */
const auditLink: Table = {
  name: 'audit_link',
  zh: '审计链(只增)',
  columns: [
    { name: 'seq', type: 'bigint', notNull: true, zh: '链序号(连续)' },
    { name: 'entry_id', type: 'bigint', notNull: true, zh: '记录号' },
    { name: 'algorithm', type: 'text', notNull: true, zh: '算法(sha256 sm3)' },
    { name: 'hash', type: 'bytea', bytes: 'plain', notNull: true, zh: '哈希' },
    { name: 'previous', type: 'bytea', bytes: 'plain', zh: '前一哈希' },
    { name: 'sealed_at', type: 'timestamp with time zone', notNull: true, zh: '入链时间' },
  ],
  primaryKey: ['seq'],
  indexes: [{ columns: ['entry_id'], unique: true }],
  spread: 'one',
  readBy: 'nobody',
};

/** Entries that no link holds yet: filled by a trigger, emptied by the sealer, so that neither has to look through the whole log. */
const auditWaiting: Table = {
  name: 'audit_waiting',
  zh: '待入链的审计记录',
  columns: [{ name: 'entry_id', type: 'bigint', notNull: true, zh: '记录号' }],
  primaryKey: ['entry_id'],
  indexes: [],
  spread: 'one',
  readBy: 'nobody',
};

export const auditTables: readonly Table[] = [auditEntry, auditLink, auditWaiting];
