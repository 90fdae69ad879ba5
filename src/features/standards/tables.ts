/** Tables of the standard as officials tune it: versions with an effective date, the values that differ from the declared ones, and settings. */
import type { Table } from '#derive/table.ts';

const standardVersion: Table = {
  name: 'standard_version',
  zh: '监测标准版本',
  columns: [
    { name: 'version', type: 'text', notNull: true, zh: '版本' },
    { name: 'effective_from', type: 'date', notNull: true, zh: '生效日期' },
    { name: 'published_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '发布时间' },
    { name: 'published_by', type: 'text', notNull: true, zh: '发布人' },
    { name: 'note', type: 'text', notNull: true, default: "''::text", zh: '说明' },
  ],
  primaryKey: ['version'],
  indexes: [{ columns: ['effective_from'] }],
  spread: 'everywhere',
  readBy: 'everybody',
};

/** A threshold of a version; county_code is empty where it holds for all, item_code is `*` for a shared parameter. */
const standardParameter: Table = {
  name: 'standard_parameter',
  zh: '监测标准参数',
  columns: [
    { name: 'version', type: 'text', notNull: true, zh: '版本' },
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'name', type: 'text', notNull: true, zh: '参数' },
    { name: 'county_code', type: 'text', notNull: true, default: "''::text", zh: '县(空为全州)' },
    { name: 'value', type: 'double precision', notNull: true, zh: '值' },
  ],
  primaryKey: ['version', 'item_code', 'name', 'county_code'],
  indexes: [],
  foreignKeys: [{ columns: ['version'], table: 'standard_version', target: ['version'] }],
  spread: 'everywhere',
  readBy: 'everybody',
};

/** When an item was first switched on: its silent period counts from there. */
const itemSwitch: Table = {
  name: 'item_switch',
  zh: '监测项启用',
  columns: [
    { name: 'item_code', type: 'text', notNull: true, zh: '监测项' },
    { name: 'on_from', type: 'date', notNull: true, zh: '启用日期' },
  ],
  primaryKey: ['item_code'],
  indexes: [],
  spread: 'everywhere',
  readBy: 'everybody',
};

const setting: Table = {
  name: 'setting',
  zh: '设置',
  columns: [
    { name: 'name', type: 'text', notNull: true, zh: '名称' },
    { name: 'value', type: 'jsonb', notNull: true, zh: '值' },
  ],
  primaryKey: ['name'],
  indexes: [],
  spread: 'everywhere',
  readBy: 'everybody',
};

export const standardTables: readonly Table[] = [standardVersion, standardParameter, itemSwitch, setting];
