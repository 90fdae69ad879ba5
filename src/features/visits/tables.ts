/** Tables of visits: what was recorded at the door, each answer with what became of it, and the photos. The visits themselves stand in register R38. */
import type { Table } from '#derive/table.ts';

/** A visit or an attempt as it was recorded on a phone or at a desk; once for each number that the device gave it. */
const visitRecord: Table = {
  name: 'visit_record',
  zh: '走访登记',
  columns: [
    { name: 'visit_id', type: 'bigint', notNull: true, identity: true, zh: '走访号' },
    { name: 'client_id', type: 'text', notNull: true, zh: '设备给出的编号' },
    { name: 'account', type: 'bigint', notNull: true, zh: '走访人账号' },
    { name: 'visited_by', type: 'text', notNull: true, zh: '走访人' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'household_no', type: 'text', notNull: true, zh: '户编号' },
    { name: 'outcome', type: 'text', notNull: true, zh: '结果(met nobody-home)' },
    { name: 'method', type: 'text', notNull: true, zh: '方式' },
    { name: 'visited_at', type: 'timestamp with time zone', notNull: true, zh: '走访时间' },
    { name: 'received_at', type: 'timestamp with time zone', notNull: true, zh: '收到时间' },
    { name: 'met_persons', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '见到的家庭成员' },
    { name: 'attempt', type: 'integer', zh: '第几次未遇' },
    { name: 'next_try', type: 'date', zh: '下次再访日期' },
    { name: 'place', type: 'text', zh: '走访定位' },
    { name: 'note', type: 'bytea', bytes: 'sealed', zh: '备注(加密)' },
    { name: 'signature', type: 'bytea', bytes: 'sealed', zh: '签名笔迹(加密)' },
    { name: 'imports', type: 'bigint[]', notNull: true, default: "'{}'::bigint[]", zh: '写入台账的导入号' },
    { name: 'deeds', type: 'jsonb', notNull: true, default: "'[]'::jsonb", zh: '预警办理结果' },
  ],
  primaryKey: ['visit_id'],
  indexes: [
    { columns: ['account', 'client_id'], unique: true },
    { columns: ['household_no', 'visited_at'] },
    { columns: ['settlement_code', 'visited_at'] },
  ],
  spread: 'settlement',
};

/** An answer to a question about a register. What was refused or meets another answer waits for a person; nothing is overwritten. */
const visitAnswer: Table = {
  name: 'visit_answer',
  zh: '走访所答',
  columns: [
    { name: 'answer_id', type: 'bigint', notNull: true, identity: true, zh: '答复号' },
    { name: 'visit_id', type: 'bigint', notNull: true, zh: '走访号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'household_no', type: 'text', notNull: true, zh: '户编号' },
    { name: 'person_no', type: 'text', zh: '人员编号' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'row_key', type: 'text', notNull: true, zh: '行的主键' },
    { name: 'field', type: 'text', notNull: true, zh: '字段' },
    { name: 'answered_on', type: 'date', notNull: true, zh: '走访日期' },
    { name: 'state', type: 'text', notNull: true, zh: '状态(stored refused conflict taken kept mended)' },
    { name: 'given', type: 'bytea', bytes: 'sealed', notNull: true, zh: '所答(加密)' },
    { name: 'stood', type: 'bytea', bytes: 'sealed', zh: '冲突时台账的值(加密)' },
    { name: 'said_zh', type: 'text', zh: '退回原因' },
    { name: 'said_en', type: 'text', zh: '退回原因(英文)' },
    { name: 'import_id', type: 'bigint', zh: '导入号' },
    { name: 'settled_at', type: 'timestamp with time zone', zh: '处理时间' },
    { name: 'settled_by', type: 'text', zh: '处理人' },
  ],
  primaryKey: ['answer_id'],
  indexes: [
    { columns: ['visit_id'] },
    { columns: ['household_no', 'register', 'row_key'] },
    { columns: ['settlement_code'], where: "(state = ANY (ARRAY['refused'::text, 'conflict'::text]))" },
  ],
  spread: 'settlement',
};

/** A photo of a visit; its bytes lie sealed in the data folder under their fingerprint, without what the camera wrote into them. */
const visitPhoto: Table = {
  name: 'visit_photo',
  zh: '走访照片',
  columns: [
    { name: 'photo_id', type: 'bigint', notNull: true, identity: true, zh: '照片号' },
    { name: 'visit_id', type: 'bigint', notNull: true, zh: '走访号' },
    { name: 'settlement_code', type: 'text', notNull: true, zh: '安置点' },
    { name: 'household_no', type: 'text', notNull: true, zh: '户编号' },
    { name: 'sha256', type: 'text', notNull: true, zh: '文件指纹' },
    { name: 'media_type', type: 'text', notNull: true, zh: '类型' },
    { name: 'bytes', type: 'bigint', notNull: true, zh: '字节数' },
    { name: 'received_at', type: 'timestamp with time zone', notNull: true, zh: '收到时间' },
  ],
  primaryKey: ['photo_id'],
  indexes: [{ columns: ['visit_id', 'sha256'], unique: true }, { columns: ['settlement_code'] }],
  spread: 'settlement',
};

export const visitTables: readonly Table[] = [visitRecord, visitAnswer, visitPhoto];
