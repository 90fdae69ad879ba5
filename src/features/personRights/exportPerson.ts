/** Exports all data on one person as a package: a workbook to read, and the same as JSON for programs. */
import { PassThrough, type Writable } from 'node:stream';
import type { Looker } from '#features/areas/hiddenAppeal.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { streamUpload } from '#features/imports/uploads.ts';
import { writeWorkbook } from '#platform/files/write/writeWorkbook.ts';
import { writeZip, type ZipPart } from '#platform/files/write/writeZip.ts';
import { identityOf } from './findPerson.ts';
import type { Flat } from './flat.ts';
import { type Gathered, gatherPerson } from './gatherPerson.ts';
import { keptWords } from './keptAppeals.ts';
import { columnsOf } from './ownRow.ts';
import { beginRight, finishRight, type RightOrder, type RightsHouse } from './rights.ts';

/** What was exported. */
export interface PersonExport {
  readonly right: number;
  readonly rows: number;
  /** Writes the package into a file or a stream. */
  write(target: string | Writable): Promise<void>;
}

/** Gathers the data and tells who asked and why; the package is then written. What whoever prepares it may not see is not in it. */
export async function exportPerson(house: RightsHouse, order: RightOrder, maker: Looker): Promise<PersonExport> {
  const { database } = house;
  const identity = await identityOf(database, house.keys, order.personNo);
  const gathered = await gatherPerson(house, identity, maker);
  const rows = gathered.registers.reduce((sum, entry) => sum + entry.rows.length, 0);
  const right = await database.transaction(async (tx) => {
    const id = await beginRight(tx, house, order, { kind: 'export', settlement: identity.settlement });
    await finishRight(tx, house, id, { state: 'done', outcome: { rows, warnings: gathered.warnings.length } });
    await appendAudit(tx, house.actor, {
      verb: 'person-rights.export',
      object: { kind: 'person-right', key: id },
      settlement: identity.settlement,
      purpose: order.purpose,
      after: { person: order.personNo, asker: order.asker, proof: order.proof ?? '', rows },
    });
    return id;
  });
  const about = { right, at: house.clock.now().toISOString(), by: house.actor.name, ...(maker !== 'machine' && { keptBack: keptWords }) };
  return { right, rows, write: (target) => writeZip(target, [...partsOf(gathered, about), ...photoParts(house, gathered)]) };
}

type About = { readonly right: number; readonly at: string; readonly by: string; readonly keptBack?: typeof keptWords };

function partsOf(gathered: Gathered, about: About) {
  return [
    {
      name: `个人信息-${gathered.person.no}.xlsx`,
      content: () => {
        const workbook = new PassThrough();
        writeWorkbook(workbook, { sheets: sheetsOf(gathered, about) }).catch((error: unknown) => workbook.destroy(error as Error));
        return workbook;
      },
    },
    { name: 'data.json', content: () => `${JSON.stringify(jsonOf(gathered, about), null, 1)}\n` },
  ];
}

/** The photos beside the workbook, as they were kept. */
const photoParts = ({ dataFolder, keys }: RightsHouse, { visitPhotos }: Gathered): ZipPart[] =>
  visitPhotos.flatMap(({ file, sha256 }) => (file === null ? [] : [{ name: file, content: () => streamUpload(dataFolder, keys, sha256) }]));

const photoRows = ({ visitPhotos }: Gathered): Flat[] =>
  visitPhotos.map(({ visit, receivedAt, file }) => ({ visit_id: visit, received_at: receivedAt, file: file ?? '文件已不在' }));

function jsonOf(gathered: Gathered, about: About): unknown {
  const { registers, ...rest } = gathered;
  return {
    ...about,
    ...rest,
    visitPhotos: photoRows(gathered),
    registers: registers.map(({ register, rows }) => ({ register: register.name, zh: register.zh, en: register.en, rows })),
  };
}

const watermark = ({ right, at, by }: About): string => `权利请求 ${right} · ${at.slice(0, 10)} · 经办 ${by} · 仅供本人使用`;

function sheetsOf(gathered: Gathered, about: About) {
  const titles = [watermark(about)];
  const table = (name: string, rows: readonly Flat[]) => {
    const columns = Object.keys(rows[0] ?? {});
    return rows.length === 0
      ? []
      : [
          {
            name,
            titles,
            columns: columns.map((header) => ({ header: words[header] ?? header })),
            rows: rows.map((row) => columns.map((column) => cellOf(row[column]))),
          },
        ];
  };
  const origin = ['版本', '数据日期', '有效至（不含）', '来源导入', '文件', '工作表', '行', '导入人', '入库时间'];
  return [
    {
      name: '说明',
      bare: true,
      columns: [
        { header: '', width: 24 },
        { header: '', width: 80 },
      ],
      rows: [
        ['本表', `关于 ${gathered.person.name}（${gathered.person.no}）的全部个人信息`],
        ['水印', watermark(about)],
        ['同户其他人', '其姓名和号码已遮盖'],
        ...(gathered.visitPhotos.length > 0 ? [['走访照片', '在“走访照片”文件夹中；照片可能拍到他人，交给本人前请逐张核看']] : []),
        ['其他工作表', '每个台账一页，含历次版本；其后为监测事实、监测结果、预警、走访、来源和查阅记录'],
        ...(about.keptBack ? [['另行保管', about.keptBack.zh]] : []),
      ],
    },
    ...gathered.registers.map(({ register, rows }) => ({
      name: register.zh,
      titles,
      columns: [...columnsOf(register).map(({ zh }) => ({ header: zh })), ...origin.map((header) => ({ header }))],
      rows: rows.map(({ fields, version, dataDate, validTo, origin: from }) => [
        ...columnsOf(register).map(({ name }) => fields.find((field) => field.name === name)?.value ?? ''),
        version === 'current' ? '现行' : '历史',
        dataDate,
        validTo ?? '',
        from.import,
        from.file ?? '',
        from.sheet + 1,
        from.line,
        from.statedBy,
        from.storedAt,
      ]),
    })),
    ...table('监测事实', gathered.facts),
    ...table('监测结果', gathered.findings),
    ...table('预警', gathered.warnings),
    ...table('预警记录', gathered.warningEvents),
    ...table('诉求办理记录', gathered.appealEvents),
    ...table('走访记录', gathered.visits),
    ...table('走访照片', photoRows(gathered)),
    ...table('走访答复', gathered.visitAnswers),
    ...table('预警证据', gathered.evidence),
    ...table('来源导入', gathered.imports),
    ...table('退回和待匹配行', gathered.keptRows),
    ...table('权利请求', gathered.requests),
    ...table('查阅记录', gathered.audit),
  ];
}

const words: Readonly<Record<string, string>> = {
  at: '时间',
  name: '操作人',
  via: '途径',
  verb: '操作',
  object_kind: '对象',
  object_key: '对象编号',
  purpose: '事由',
  register: '台账',
  import: '导入号',
  file: '文件',
  sheet: '工作表',
  line: '行',
  kind: '类别',
  item: '监测项名称',
  item_code: '监测项',
  month: '月份',
  level: '等级',
  state: '状态',
  data_date: '数据日期',
  stated_by: '导入人',
  stored_at: '入库时间',
  warning_id: '预警号',
  warning_no: '预警编号',
  visit_id: '走访号',
  household_no: '户编号',
  visited_at: '走访时间',
  visited_by: '走访人',
  method: '方式',
  outcome: '结果',
  met_self: '见到本人',
  next_try: '下次再访日期',
  place: '走访定位',
  note: '备注',
  signature: '签名笔迹',
  photos: '照片数',
  received_at: '收到时间',
  row_key: '行的主键',
  field: '问题',
  answered_on: '走访日期',
  given: '所填内容',
  stood: '冲突时台账的值',
  said_zh: '退回原因',
  settled_at: '处理时间',
};

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
