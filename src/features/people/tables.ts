/** Table of the values that were shown whole within the last hour, to count them. */
import type { Table } from '#derive/table.ts';

/** When an account was shown a value; what it was stands in the audit log alone. */
const reveal: Table = {
  name: 'reveal',
  zh: '一小时内查看完整信息的次数',
  columns: [
    { name: 'reveal_id', type: 'bigint', notNull: true, identity: true, zh: '编号' },
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'shown_at', type: 'timestamp with time zone', notNull: true, zh: '查看时间' },
  ],
  primaryKey: ['reveal_id'],
  indexes: [{ columns: ['account_id', 'shown_at'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

export const peopleTables: readonly Table[] = [reveal];
