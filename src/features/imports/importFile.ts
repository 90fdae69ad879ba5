/** Imports a file: recognises its sheets, maps their columns, and stores each register that it holds. */
import type { Register } from '#catalog/registers/register.ts';
import { registerNames } from '#catalog/catalog.ts';
import type { Queryable } from '#platform/database/database.ts';
import type { FoundHeader } from '#platform/files/findHeader.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import type { HeaderArea, OpenedSheets, Sheet } from '#platform/files/sheets.ts';
import type { FileSource } from '#platform/files/source.ts';
import type { FileTarget } from '#platform/files/write/writeZip.ts';
import { AnjuProblem, type ProblemData } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import { headerForm } from './headers.ts';
import { type Decisions, formOf, mapColumns, type SheetMapping } from './mapColumns.ts';
import { importNotes, importProblems } from './problems.ts';
import { findHeaderOf, getImportedRegister, recogniseRegister } from './recogniseRegister.ts';
import { recordUnstored } from './recordImport.ts';
import type { ImportReport, ReportedProblem } from './report.ts';
import { type RegisterRows, type RowSource, sheetSource } from './sourceRows.ts';
import type { ImportHouse, ImportProgress, StoreOrder } from './importHouse.ts';
import { retryAside } from './retryAside.ts';
import { storeRows } from './storeRows.ts';
import { fingerprint, keepUpload } from './uploads.ts';
import { type MarkCollection, writeMarkedFile } from './writeMarkedFile.ts';

/** What is said when a file is imported. */
export interface ImportOrder {
  readonly source: FileSource;
  readonly fileName: string;
  /** Name of the register; recognised from the headers when not said. */
  readonly register?: string;
  /** 数据日期, YYYY-MM-DD; the day of import when not said. */
  readonly dataDate?: string;
  readonly mode?: 'changes' | 'full';
  readonly covers?: readonly string[];
  /** The list covers other people too: rows of numbers that nobody has are counted and not kept. */
  readonly alsoOthers?: boolean;
  readonly dryRun?: boolean;
  /** Headers and the fields that they stand for, null for columns that are not taken; remembered for the sheet form. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly statedBy?: string;
  /** The second person who has seen that a full list drops many rows. */
  readonly confirmedBy?: string;
  /** Number of the record on which the file waited for the second person. */
  readonly resumes?: number;
  readonly onProgress?: ImportProgress;
  /** Where to write the file with its bad cells marked, if it has any. */
  readonly marked?: FileTarget;
}

/** A table that was found in a sheet. */
interface FoundTable {
  readonly register: Register;
  readonly header: FoundHeader;
  readonly mapping: SheetMapping;
  readonly source: RowSource;
}

/** Imports a file; answers one report for each register in it, in load order. What is wrong with the file as a whole stands in its report. */
export async function importFile(house: ImportHouse, order: ImportOrder): Promise<ImportReport[]> {
  const dataDate = order.dataDate ?? house.clock.today();
  const refusal = (problem: ProblemData, register: string | null): ImportReport => refusedReport(order, dataDate, register, problem);
  let file: OpenedSheets | undefined;
  try {
    checkDataDate(dataDate, house.clock.today());
    const register = order.register === undefined ? undefined : getImportedRegister(order.register);
    const { sha256, bytes } = await (order.dryRun ? fingerprint(order.source) : keepUpload(house.dataFolder, house.keys, order.source));
    if (!order.dryRun) await recordUpload(house, order, sha256, bytes);
    file = await openSheets(order.source);
    const { tables, notes } = await findTables(house.database, file, order, register);
    if (tables.length === 0)
      throw register ? importProblems['header-not-found']({ register: register.zh }) : importProblems['register-not-recognised']();
    const reports: ImportReport[] = [];
    const marks: MarkCollection = { places: new Map(tables.map(({ source, mapping }) => [source.sheet, mapping.place])), problems: [] };
    for (const rows of byRegister(tables)) {
      const own = [
        ...notes,
        ...columnNotes(tables.filter((table) => table.register === rows.register)),
        ...(await sentBefore(house.database, rows.register, sha256)),
      ];
      reports.push(await importRegister(house, rows, storeOrderOf(order, dataDate, sha256, own, marks)));
    }
    if (!order.dryRun) await rememberMapping(house, order, tables);
    if (order.marked && marks.problems.length > 0) await writeMarkedFile(order.source, order.marked, marks);
    return reports.map((report) => ({ ...report, notes: [...report.notes, ...(file?.notes ?? [])] }));
  } catch (problem) {
    if (problem instanceof AnjuProblem && problem.kind !== 'broken') return [refusal(problem.toJSON(), order.register ?? null)];
    throw problem;
  } finally {
    await file?.close();
  }
}

async function importRegister(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  const { register } = rows;
  try {
    if (register.key.join() !== 'settlement_code') await checkCovers(house.database, order.covers);
    if (order.mode === 'full' && register.mode !== 'state') throw importProblems['full-needs-state']({ register: register.zh });
    const report = await storeRows(house, rows, order);
    const matched = order.dryRun ? 0 : await retryAside(house, register.name);
    return {
      ...report,
      notes: [
        ...report.notes,
        ...(report.rows === 0 ? [importProblems['nothing-to-import'].data()] : []),
        ...(matched > 0 ? [importNotes['matched-later'].data({ rows: matched })] : []),
      ],
    };
  } catch (problem) {
    if (!(problem instanceof AnjuProblem) || problem.kind === 'broken') throw problem;
    const state = problem.code === 'imports.full-list-drops' ? 'waiting' : 'refused';
    const importId = order.dryRun ? null : await recordUnstored(house.database, register, order, state, problem.toJSON());
    return {
      ...emptyReport,
      file: order.file?.name ?? null,
      import: importId,
      register: register.name,
      dataDate: order.dataDate,
      mode: order.mode,
      state,
      problem: problem.toJSON(),
    };
  }
}

/** The order as storing takes it. */
export function storeOrderOf(
  order: ImportOrder,
  dataDate: string,
  sha256: string | null,
  notes: readonly ProblemData[] = [],
  marks?: MarkCollection,
): StoreOrder {
  return {
    dataDate,
    mode: order.mode ?? 'changes',
    covers: order.covers ?? [],
    alsoOthers: order.alsoOthers ?? false,
    isConfirmed: order.confirmedBy !== undefined,
    dryRun: order.dryRun ?? false,
    statedBy: order.statedBy ?? '',
    ...(order.confirmedBy !== undefined && { confirmedBy: order.confirmedBy }),
    file: { name: order.fileName, sha256 },
    notes,
    ...(order.resumes !== undefined && { resumes: order.resumes }),
    ...(order.onProgress && { onProgress: order.onProgress }),
    ...(order.marked && marks && { onProblems: (problems: readonly ReportedProblem[]) => void marks.problems.push(...problems) }),
  };
}

/** Refuses a data date that is none or has not come. */
export function checkDataDate(dataDate: string, today: string): void {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dataDate) && !Number.isNaN(Date.parse(dataDate)) && new Date(dataDate).toISOString().startsWith(dataDate);
  if (!isDay || dataDate > today || dataDate < '1900-01-01') throw importProblems['data-date-wrong']({ date: dataDate });
}

/** Refuses settlements that are not in the register. */
export async function checkCovers(database: Queryable, covers: readonly string[]): Promise<void> {
  if (covers.length === 0) return;
  const known = await database.query<{ code: string }>(
    sql`select settlement_code as code from settlement where settlement_code = any(${covers}::text[])`,
  );
  const unknown = covers.find((code) => !known.some((one) => one.code === code));
  if (unknown !== undefined) throw importProblems['covers-unknown']({ code: unknown });
}

async function findTables(
  database: Queryable,
  file: OpenedSheets,
  order: ImportOrder,
  register: Register | undefined,
): Promise<{ tables: FoundTable[]; notes: ProblemData[] }> {
  const tables: FoundTable[] = [];
  const skipped: string[] = [];
  const stated: Decisions = new Map(Object.entries(order.mapping ?? {}).map(([header, field]) => [headerForm(header), field]));
  for (const sheet of file.sheets) {
    if (sheet.hidden) continue;
    const area = await sheet.headerArea();
    if (area.rows.length === 0) continue;
    const found = await findTable(database, sheet, area, order, register, stated);
    if (found) tables.push(found);
    else skipped.push(sheet.name);
  }
  return { tables, notes: tables.length > 0 ? skipped.map((sheet) => importNotes['sheet-skipped'].data({ sheet })) : [] };
}

async function findTable(
  database: Queryable,
  sheet: Sheet,
  area: HeaderArea,
  order: ImportOrder,
  register: Register | undefined,
  stated: Decisions,
): Promise<FoundTable | undefined> {
  const titles = area.rows
    .slice(0, 4)
    .flatMap(({ cells }) => [...new Set(cells.map((cell) => cell?.text ?? ''))])
    .filter((text) => text !== '');
  const found = register
    ? { register, header: findHeaderOf(register, area, stated) }
    : (recogniseRegister(area, [order.fileName, sheet.name, ...titles]) ?? (await recogniseRemembered(database, area)));
  if (!found?.header || (register && found.header.score < 2 && area.rows.length < 2)) return undefined;
  const remembered = await readMapping(database, found.register, formOf(found.header.columns));
  const mapping = mapColumns(found.register, found.header, new Map([...remembered, ...stated]));
  return { register: found.register, header: found.header, mapping, source: sheetSource(sheet, found.header, mapping) };
}

/** A sheet form of which a person said what its headers mean. */
async function recogniseRemembered(database: Queryable, area: HeaderArea): Promise<{ register: Register; header: FoundHeader } | undefined> {
  const forms = await database.query<{ register: string; form: string }>(sql`select distinct register, form from header_mapping order by 1, 2`);
  for (const { register: name, form } of forms) {
    const register = getImportedRegister(name);
    const header = findHeaderOf(register, area, await readMapping(database, register, form));
    if (header && formOf(header.columns) === form) return { register, header };
  }
  return undefined;
}

async function readMapping(database: Queryable, register: Register, form: string): Promise<Decisions> {
  const rows = await database.query<{ header: string; field: string | null }>(
    sql`select header, field from header_mapping where register = ${register.name} and form = ${form}`,
  );
  return new Map(rows.map(({ header, field }) => [header, field]));
}

async function rememberMapping({ database }: ImportHouse, { mapping, statedBy = '' }: ImportOrder, tables: readonly FoundTable[]): Promise<void> {
  for (const {
    register,
    mapping: { form },
    header,
  } of tables) {
    const there = new Set(header.columns.flatMap((column) => [headerForm(column.text), headerForm(column.joinedText)]));
    for (const [text, field] of Object.entries(mapping ?? {})) {
      if (!there.has(headerForm(text))) continue;
      await database.execute(sql`
        insert into header_mapping (register, form, header, field, decided_by) values (${register.name}, ${form}, ${headerForm(text)}, ${field}, ${statedBy})
        on conflict (register, form, header) do update set field = excluded.field, decided_by = excluded.decided_by, decided_at = now()`);
    }
  }
}

/** Load order: places and people before what refers to them. */
export const loadOrder: readonly string[] = [
  'settlement',
  'street_community',
  'building',
  'household',
  'person',
  'housing',
  'school',
  'clinic',
  'facility',
  'device',
];

/** Place of a register in the load order; all others come after, in the order of the catalogue. */
export function loadRank(name: string): number {
  const place = loadOrder.indexOf(name);
  return place < 0 ? loadOrder.length + ([...registerNames] as string[]).indexOf(name) : place;
}

function byRegister(tables: readonly FoundTable[]): RegisterRows[] {
  const found = [...new Set(tables.map(({ register }) => register))].sort((a, b) => loadRank(a.name) - loadRank(b.name));
  return found.map((register) => ({ register, sources: tables.filter((table) => table.register === register).map(({ source }) => source) }));
}

function columnNotes(tables: readonly FoundTable[]): ProblemData[] {
  return tables.flatMap(({ register, mapping, header }) => {
    const stated = new Set(
      mapping.columns.flatMap(({ meaning }) =>
        meaning.is === 'split'
          ? meaning.fields
          : meaning.is === 'wide'
            ? [meaning.column.into, ...Object.keys(meaning.column.sets)]
            : 'field' in meaning
              ? [meaning.field]
              : [],
      ),
    );
    const missing = Object.entries(register.fields)
      .filter(([name, field]) => field.required === 'yes' && !stated.has(name))
      .map(([, field]) => field.zh);
    const unknown = mapping.unknown.filter((text) => header.columns.some((column) => column.joinedText === text));
    return [
      ...(unknown.length > 0 ? [importNotes['headers-unknown'].data({ headers: unknown.join('、') })] : []),
      ...(missing.length > 0 ? [importNotes['columns-missing'].data({ headers: missing.join('、') })] : []),
    ];
  });
}

async function sentBefore(database: Queryable, register: Register, sha256: string): Promise<ProblemData[]> {
  const [before] = await database.query<{ import_id: number; data_date: string }>(sql`
    select import_id, data_date from import_run where sha256 = ${sha256} and register = ${register.name} and state = 'stored' order by import_id desc limit 1`);
  return before ? [importNotes['already-sent'].data({ import: before.import_id, date: before.data_date })] : [];
}

async function recordUpload({ database }: ImportHouse, { fileName, statedBy = '' }: ImportOrder, sha256: string, bytes: number): Promise<void> {
  await database.execute(sql`
    insert into upload (sha256, file_name, bytes, uploaded_by) values (${sha256}, ${fileName}, ${bytes}, ${statedBy}) on conflict (sha256) do nothing`);
}

const emptyReport = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  aside: 0,
  others: 0,
  missing: 0,
  settlements: [],
  problems: [],
  problemCount: 0,
  notes: [],
} as const;

function refusedReport(order: ImportOrder, dataDate: string, register: string | null, problem: ProblemData): ImportReport {
  return { ...emptyReport, file: order.fileName, import: null, register, dataDate, mode: order.mode ?? 'changes', state: 'refused', problem };
}
