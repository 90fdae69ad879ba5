/** The tables of a register: the current rows, and beside them the versions that stood before. */
import type { Field } from '#catalog/kinds/kind.ts';
import type { Register } from '#catalog/registers/register.ts';
import { indexDomain } from './indexDomains.ts';
import type { Column, Index, Table } from './table.ts';

/** Columns of one field: a sealed field is stored encrypted, with its blind index beside it. */
export function fieldColumns(name: string, field: Field): Column[] {
  if (field.kind.sealed) {
    return [
      { name, type: 'bytea', bytes: 'sealed', zh: `${field.zh}(加密)` },
      { name: `${name}_index`, type: 'bytea', bytes: { of: name, domain: indexDomain(field) }, zh: `${field.zh}(盲索引)` },
    ];
  }
  return [{ name, type: columnType(field), zh: field.zh }];
}

const catalogueNames: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer', bool: 'boolean' };

/** Type of a field's column as PostgreSQL's catalogue prints it. */
export function columnType(field: Field): string {
  const type = field.kind.column(field);
  return catalogueNames[type] ?? type;
}

/** Columns that every household and person row carries for scope, beside those of its register. */
const placeColumns: Readonly<Record<string, readonly Column[]>> = {
  person: [
    { name: 'community_code', type: 'text', zh: '社区(随户)' },
    { name: 'building_code', type: 'text', zh: '楼栋(随户)' },
  ],
};

/** Names of the columns that rows of a register take over from their household. */
export function placeColumnNames(register: Register): readonly string[] {
  return (placeColumns[register.name] ?? []).map(({ name }) => name);
}

/** Columns common to the rows of all registers: settlement, dates, and where the row came from. */
export function commonColumns(register: Register): Column[] {
  return [
    ...('settlement_code' in register.fields ? [] : [{ name: 'settlement_code', type: 'text', zh: '安置点' }]),
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    ...(register.mode === 'state' ? [{ name: 'missing_since', type: 'date', zh: '缺席起始日期' }] : []),
    { name: 'import_id', type: 'bigint', notNull: true, zh: '来源导入' },
    { name: 'sheet', type: 'integer', notNull: true, default: '0', zh: '来源工作表序号' },
    { name: 'line', type: 'integer', notNull: true, default: '0', zh: '来源行号' },
    { name: 'stored_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '入库时间' },
  ];
}

function columnsOf(register: Register): Column[] {
  const own = Object.entries(register.fields).flatMap(([name, field]) => fieldColumns(name, field));
  const settled = own.map((column) => (column.name === 'settlement_code' ? { ...column, type: 'text' } : column));
  const named = new Set(settled.map((column) => column.name));
  return [...settled, ...(placeColumns[register.name] ?? []), ...commonColumns(register).filter((column) => !named.has(column.name))];
}

/** Fields that refer to a person or a household. */
function namesOfPeople({ fields }: Register): string[] {
  return Object.entries(fields)
    .filter(([, { kind, target }]) => kind.name === 'ref' && (target === 'person' || target === 'household'))
    .map(([name]) => name);
}

/** Columns by which other registers' rows are found: references to persons and households, and sealed numbers. */
function referenceIndexes(register: Register): Index[] {
  const found = namesOfPeople(register).filter((name) => register.key[0] !== name);
  const sealed = Object.entries(register.fields)
    .filter(([, field]) => field.kind.sealed)
    .map(([name]) => `${name}_index`);
  return [...found, ...sealed].map((name) => ({ columns: [name] }));
}

/** Columns by which the earlier versions of a household's rows are found, for its file. */
function historyIndexes(register: Register): Index[] {
  const own = register.name === 'household' ? register.key : [];
  return [...own, ...namesOfPeople(register)].map((name) => ({ columns: [name] }));
}

/** Key columns as stored: a sealed field is compared by its blind index. */
export function keyColumns(register: Register): string[] {
  return register.key.map((name) => (register.fields[name]?.kind.sealed ? `${name}_index` : name));
}

/** Where the rows of a register lie, and who reads them: a register of no settlement is everybody's, and a settlement itself is known to those who see a part of it. */
function placed(register: Register): Pick<Table, 'spread' | 'readBy' | 'seenOnlyWhere' | 'written'> {
  if (register.settlementVia.length === 0) return { spread: 'everywhere', readBy: 'everybody' };
  const special = readBy[register.name];
  const isWritten = register.name !== 'settlement' && register.name !== 'warning_case';
  const only = seenOnlyWhere[register.name];
  return {
    spread: 'settlement',
    ...(special && { readBy: special }),
    ...(only && { seenOnlyWhere: only }),
    ...(isWritten && { written: 'within-reach' }),
  };
}

/** An accusation is seen where accusations are, and no appeal by those whom it is about (信访工作条例 arts 30, 46). */
const seenOnlyWhere: Readonly<Record<string, string>> = {
  appeal: `(nature is distinct from '4' or settlement_code = any (:accusations))
    and appeal_no not in (select appeal_no from appeal_party where part = 'against' and party = any (:self))`,
};

const readBy: Readonly<Record<string, NonNullable<Table['readBy']>>> = {
  settlement: 'neighbours',
  street_community: {
    where: 'settlement_code = any (:touched) or settlement_codes && :touched or area_code in (select street_code from settlement)',
  },
};

/** The table of the current rows of a register. */
export function currentTable(register: Register): Table {
  return {
    name: register.name,
    zh: register.zh,
    columns: [{ name: 'row_id', type: 'bigint', identity: true, notNull: true, zh: '行号' }, ...columnsOf(register)],
    primaryKey: ['row_id'],
    indexes: [
      { columns: keyColumns(register), unique: true, nullsNotDistinct: true },
      ...(register.key.length === 1 && register.key[0] === 'settlement_code' ? [] : [{ columns: ['settlement_code'] } as const]),
      { columns: ['import_id'] },
      ...referenceIndexes(register),
      ...(register.searchedBy ?? []).map((name) => ({ columns: [name] })),
    ],
    ...placed(register),
    fillFactor: 90,
  };
}

/** The table of the versions that stood before: each holds from its `data_date` to before `valid_to`; one replaced on its own day holds for no day and is kept for undo. */
export function historyTable(register: Register): Table {
  return {
    name: `${register.name}_history`,
    zh: `${register.zh}(历史)`,
    columns: [
      { name: 'version_id', type: 'bigint', identity: true, notNull: true, zh: '版本号' },
      { name: 'row_id', type: 'bigint', notNull: true, zh: '行号' },
      ...columnsOf(register),
      { name: 'valid_to', type: 'date', notNull: true, zh: '有效至(不含)' },
      { name: 'replaced_by', type: 'bigint', zh: '被哪次导入替换' },
    ],
    primaryKey: ['version_id'],
    indexes: [
      { columns: ['settlement_code', 'valid_to'] },
      { columns: ['row_id', 'data_date'] },
      { columns: ['import_id'] },
      { columns: ['replaced_by'] },
      ...historyIndexes(register),
    ],
    ...placed(register),
  };
}
