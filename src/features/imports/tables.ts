/** Tables of imports: each import with its counts, its problems, the rows that came back, the rows that wait, and what was said again. */
import { identityNumberDomain } from '#derive/indexDomains.ts';
import type { Table } from '#derive/table.ts';
import { numbersInCells } from './numbersInCells.ts';

/** An import that brought anything for the reader's area is seen; what it says about single rows only where all of it lies there. */
const isWhollySeen = "settlements <> '{}' and settlements <@ :whole";
const ofSeenImport = { where: `import_id in (select import_id from import_run where ${isWhollySeen})` } as const;

/** One import: a file (or rows by API) of one register, whole or not at all. */
const importRun: Table = {
  name: 'import_run',
  zh: '导入记录',
  columns: [
    { name: 'import_id', type: 'bigint', notNull: true, identity: true, zh: '导入号' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'state', type: 'text', notNull: true, zh: '状态(stored waiting refused undone)' },
    { name: 'file_name', type: 'text', zh: '文件名' },
    { name: 'sha256', type: 'text', zh: '文件指纹' },
    { name: 'form', type: 'text', zh: '表式(列标题指纹)' },
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    { name: 'mode', type: 'text', notNull: true, zh: '方式(changes full nil)' },
    { name: 'covers', type: 'text[]', zh: '声明覆盖的安置点' },
    { name: 'reach', type: 'text[]', zh: '导入人的辖区(空为全部)' },
    { name: 'settlements', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '实际覆盖的安置点' },
    { name: 'also_others', type: 'boolean', notNull: true, default: 'false', zh: '名单含非搬迁人员' },
    { name: 'rows', type: 'integer', notNull: true, default: '0', zh: '行数' },
    { name: 'added', type: 'integer', notNull: true, default: '0', zh: '新增' },
    { name: 'changed', type: 'integer', notNull: true, default: '0', zh: '变更' },
    { name: 'unchanged', type: 'integer', notNull: true, default: '0', zh: '未变' },
    { name: 'refused', type: 'integer', notNull: true, default: '0', zh: '退回' },
    { name: 'aside', type: 'integer', notNull: true, default: '0', zh: '待匹配' },
    { name: 'others', type: 'integer', notNull: true, default: '0', zh: '非搬迁人员(不入库)' },
    { name: 'missing', type: 'integer', notNull: true, default: '0', zh: '全量名单中缺席' },
    { name: 'marked', type: 'integer', notNull: true, default: '0', zh: '有提示的单元格' },
    { name: 'problem', type: 'jsonb', zh: '整个文件的问题' },
    { name: 'dropped', type: 'bigint[]', zh: '待复核的全量名单没有列出的行' },
    { name: 'headers', type: 'jsonb', zh: '各工作表的列与字段' },
    { name: 'stated_by', type: 'text', notNull: true, default: "''::text", zh: '导入人' },
    { name: 'stated_account', type: 'bigint', zh: '导入账号' },
    { name: 'confirmed_by', type: 'text', zh: '复核人' },
    { name: 'stored_at', type: 'timestamp with time zone', notNull: true, default: 'clock_timestamp()', zh: '入库时间' },
    { name: 'undone_at', type: 'timestamp with time zone', zh: '撤销时间' },
    { name: 'undone_by', type: 'text', zh: '撤销人' },
  ],
  primaryKey: ['import_id'],
  indexes: [{ columns: ['sha256'] }, { columns: ['register', 'data_date'] }],
  spread: 'one',
  readBy: { where: 'settlements && :touched' },
};

/** A file that is being stored; the note leaves with the transaction that stores it, and what is left behind was cut off by a kill. */
const importBegun: Table = {
  name: 'import_begun',
  zh: '正在入库的文件',
  columns: [
    { name: 'begun_id', type: 'bigint', notNull: true, identity: true, zh: '序号' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'file_name', type: 'text', notNull: true, zh: '文件名' },
    { name: 'sha256', type: 'text', zh: '文件指纹' },
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    { name: 'mode', type: 'text', notNull: true, zh: '方式(changes full)' },
    { name: 'covers', type: 'text[]', notNull: true, zh: '声明覆盖的安置点' },
    { name: 'also_others', type: 'boolean', notNull: true, zh: '名单含非搬迁人员' },
    { name: 'reach', type: 'text[]', zh: '导入人的辖区(空为全部)' },
    { name: 'stated_by', type: 'text', notNull: true, zh: '导入人' },
    { name: 'stated_account', type: 'bigint', zh: '导入账号' },
    { name: 'begun_at', type: 'timestamp with time zone', notNull: true, default: 'clock_timestamp()', zh: '开始时间' },
  ],
  primaryKey: ['begun_id'],
  indexes: [],
  spread: 'one',
};

/** What is wrong with a cell or row, where, and what to do. Nothing that says who somebody is, nor what is sensitive, stands here. */
const importProblem: Table = {
  name: 'import_problem',
  zh: '导入问题',
  columns: [
    { name: 'import_id', type: 'bigint', notNull: true, zh: '导入号' },
    { name: 'problem_no', type: 'integer', notNull: true, zh: '序号' },
    { name: 'effect', type: 'text', notNull: true, zh: '结果(refused aside marked)' },
    { name: 'sheet', type: 'integer', notNull: true, zh: '工作表序号' },
    { name: 'line', type: 'integer', notNull: true, zh: '行' },
    { name: 'field', type: 'text', zh: '字段' },
    { name: 'column_letter', type: 'text', zh: '列' },
    { name: 'header', type: 'text', zh: '列标题' },
    { name: 'needs', type: 'text[]', notNull: true, default: "'{}'::text[]", zh: '表中没有而须填的列' },
    { name: 'code', type: 'text', notNull: true, zh: '问题编码' },
    { name: 'said_zh', type: 'text', notNull: true, zh: '说明' },
    { name: 'said_en', type: 'text', notNull: true, zh: '说明(英文)' },
  ],
  primaryKey: ['import_id', 'problem_no'],
  indexes: [],
  spread: 'one',
  readBy: ofSeenImport,
};

/** A refused row as it stood in the sheet, sealed; it leaves when it was mended. */
const refusedRow: Table = {
  name: 'refused_row',
  zh: '退回行(加密)',
  columns: [
    { name: 'import_id', type: 'bigint', notNull: true, zh: '导入号' },
    { name: 'sheet', type: 'integer', notNull: true, zh: '工作表序号' },
    { name: 'line', type: 'integer', notNull: true, zh: '行' },
    { name: 'cells', type: 'bytea', bytes: 'sealed', notNull: true, zh: '原始单元格(加密)' },
  ],
  primaryKey: ['import_id', 'sheet', 'line'],
  indexes: [],
  spread: 'one',
  readBy: ofSeenImport,
};

/** A row that matched nobody, or not surely: tried again after the next import of the register that it waits for. */
const asideRow: Table = {
  name: 'aside_row',
  zh: '待匹配行(加密)',
  columns: [
    { name: 'import_id', type: 'bigint', notNull: true, zh: '导入号' },
    { name: 'sheet', type: 'integer', notNull: true, zh: '工作表序号' },
    { name: 'line', type: 'integer', notNull: true, zh: '行' },
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    { name: 'cells', type: 'bytea', bytes: 'sealed', notNull: true, zh: '原始单元格(加密)' },
    { name: 'waits_for', type: 'text', zh: '等待的台账' },
    {
      name: 'number_index',
      type: 'bytea',
      bytes: { of: 'cells', domain: identityNumberDomain, values: numbersInCells },
      zh: '等待的证件号码(盲索引)',
    },
    { name: 'number_key', type: 'text', zh: '等待的编号' },
    { name: 'put_aside_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '放入时间' },
  ],
  primaryKey: ['import_id', 'sheet', 'line'],
  indexes: [{ columns: ['waits_for'] }],
  spread: 'one',
  readBy: ofSeenImport,
};

/** Rows that an import stated again without a change: the statement stands at its date, the version is stored once. */
const registerConfirmation: Table = {
  name: 'register_confirmation',
  zh: '重复确认(同值的再次报送)',
  columns: [
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'import_id', type: 'bigint', notNull: true, zh: '导入号' },
    { name: 'data_date', type: 'date', notNull: true, zh: '数据日期' },
    { name: 'part', type: 'integer', notNull: true, zh: '分段' },
    { name: 'stored_at', type: 'timestamp with time zone', notNull: true, zh: '入库时间' },
    { name: 'row_ids', type: 'bigint[]', notNull: true, zh: '行号' },
    { name: 'sheets', type: 'integer[]', notNull: true, zh: '来源工作表序号' },
    { name: 'lines', type: 'integer[]', notNull: true, zh: '来源行号' },
  ],
  primaryKey: ['register', 'import_id', 'data_date', 'part'],
  indexes: [{ columns: ['register', 'data_date'] }],
  spread: 'one',
  written: 'freely',
};

/** What a person decided about a header of a sheet form: the field that it stands for, or none. */
const headerMapping: Table = {
  name: 'header_mapping',
  zh: '列标题对应',
  columns: [
    { name: 'register', type: 'text', notNull: true, zh: '台账' },
    { name: 'form', type: 'text', notNull: true, zh: '表式(列标题指纹)' },
    { name: 'header', type: 'text', notNull: true, zh: '列标题' },
    { name: 'field', type: 'text', zh: '字段(空为不取)' },
    { name: 'decided_by', type: 'text', notNull: true, default: "''::text", zh: '决定人' },
    { name: 'decided_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '决定时间' },
  ],
  primaryKey: ['register', 'form', 'header'],
  indexes: [],
  spread: 'one',
  readBy: 'everybody',
};

/** A file that was sent, sealed in the data folder under its fingerprint. */
const upload: Table = {
  name: 'upload',
  zh: '上传文件(加密存于数据目录)',
  columns: [
    { name: 'sha256', type: 'text', notNull: true, zh: '文件指纹' },
    { name: 'file_name', type: 'text', notNull: true, zh: '文件名' },
    { name: 'bytes', type: 'bigint', notNull: true, zh: '字节数' },
    { name: 'uploaded_by', type: 'text', notNull: true, default: "''::text", zh: '上传人' },
    { name: 'uploaded_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '上传时间' },
  ],
  primaryKey: ['sha256'],
  indexes: [],
  spread: 'one',
  readBy: { where: `sha256 in (select sha256 from import_run where ${isWhollySeen})` },
};

/** The last number given out in a series (persons of the platform, households of a settlement). */
const numberSeries: Table = {
  name: 'number_series',
  zh: '编号序列',
  columns: [
    { name: 'series', type: 'text', notNull: true, zh: '序列' },
    { name: 'last', type: 'bigint', notNull: true, zh: '最后编号' },
  ],
  primaryKey: ['series'],
  indexes: [],
  spread: 'one',
};

export const importTables: readonly Table[] = [
  importRun,
  importBegun,
  importProblem,
  refusedRow,
  asideRow,
  registerConfirmation,
  headerMapping,
  upload,
  numberSeries,
];
