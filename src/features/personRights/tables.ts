/** Tables of the rights of persons: what was asked and what became of it, and whose data are restricted now. */
import type { Table } from '#derive/table.ts';

/** One request. After an erasure it names nobody any more: that something was erased, when and on which ground, stays. */
const personRight: Table = {
  name: 'person_right',
  zh: '个人权利请求',
  columns: [
    { name: 'right_id', type: 'bigint', notNull: true, identity: true, zh: '请求号' },
    { name: 'kind', type: 'text', notNull: true, zh: '权利(export correct restrict erase)' },
    { name: 'state', type: 'text', notNull: true, zh: '状态(open done standing lifted waiting erasing refused)' },
    { name: 'person_no', type: 'text', zh: '人员编号(删除后为空)' },
    { name: 'settlement_code', type: 'text', zh: '安置点' },
    { name: 'asker', type: 'text', notNull: true, zh: '请求人(self guardian kin office)' },
    { name: 'ground', type: 'text', zh: '删除依据' },
    { name: 'note', type: 'bytea', bytes: 'sealed', zh: '事由与证明材料(加密)' },
    { name: 'stated_by', type: 'text', notNull: true, zh: '经办人' },
    { name: 'stated_account', type: 'bigint', zh: '经办账号' },
    { name: 'asked_at', type: 'timestamp with time zone', notNull: true, zh: '提出时间' },
    { name: 'finished_by', type: 'text', zh: '办结(复核、解除)人' },
    { name: 'finished_at', type: 'timestamp with time zone', zh: '办结(复核、解除)时间' },
    { name: 'import_id', type: 'bigint', zh: '更正所成的导入' },
    { name: 'outcome', type: 'jsonb', zh: '办理结果(数量、字段名)' },
    { name: 'sought', type: 'bytea', bytes: 'sealed', zh: '尚须在上传文件中查找的内容(加密,查完即删)' },
  ],
  primaryKey: ['right_id'],
  indexes: [{ columns: ['person_no'] }, { columns: ['settlement_code'] }],
  spread: 'settlement',
};

/** Persons whose data are kept and evaluated but not shown. No import touches this table: what a list says lifts nothing. */
const personRestriction: Table = {
  name: 'person_restriction',
  zh: '限制处理的人员',
  columns: [
    { name: 'person_no', type: 'text', notNull: true, zh: '人员编号' },
    { name: 'right_id', type: 'bigint', notNull: true, zh: '请求号' },
    { name: 'since', type: 'date', notNull: true, zh: '起始日' },
  ],
  primaryKey: ['person_no'],
  indexes: [],
  spread: 'everywhere',
  readBy: 'with-person',
};

export const personRightTables: readonly Table[] = [personRight, personRestriction];
