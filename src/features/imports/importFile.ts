/** Imports a file: recognises its sheets, maps their columns, and stores each register that it holds. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Register } from '#catalog/registers/register.ts';
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable } from '#platform/database/database.ts';
import { refuseOldKeys } from '#platform/database/heldKeys.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import type { OpenedSheets } from '#platform/files/sheets.ts';
import { type FileSource, sizeOf } from '#platform/files/source.ts';
import type { FileTarget } from '#platform/files/write/writeZip.ts';
import { AnjuProblem, type ProblemData } from '#platform/problems/problem.ts';
import { systemReason } from '#platform/problems/systemReason.ts';
import sql from 'sql-template-tag';
import { checkCovers, checkDataDate, checkReach } from './checkOrder.ts';
import { forgetBegun, noteBegun } from './cutOff.ts';
import { columnNotes, type FoundTable, findTables, mergedNote } from './findTables.ts';
import { rememberMapping } from './headerMappings.ts';
import { importAct } from './importAct.ts';
import { loadRank } from './loadOrder.ts';
import { DroppedRows } from './markMissing.ts';
import { importNotes, importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import { recordUnstored } from './recordImport.ts';
import { emptyReport, type ImportReport, type ReportedProblem, type UnreadColumn } from './report.ts';
import { MergedBehind, type RegisterRows } from './sourceRows.ts';
import type { ImportHouse, ImportProgress, StoreOrder } from './importHouse.ts';
import { retryAside } from './retryAside.ts';
import { storeRows } from './storeRows.ts';
import { tellImport } from './tellImport.ts';
import { fingerprint, keepUpload, recordUpload } from './uploads.ts';
import { type MarkCollection, writeMarkedFile } from './writeMarkedFile.ts';

/** Where a person may bring rows of a register. */
export type Reach = (register: Register) => readonly string[] | undefined;

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
  /** Settlements about which the person may bring rows of a register, undefined = all; none = not this register. Absent = the machine itself. */
  readonly reach?: Reach;
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
  /** What must be stored before; the file is read meanwhile. */
  readonly turn?: Promise<unknown>;
  /** Where to write the file with its bad cells marked, if it has any. */
  readonly marked?: FileTarget;
}

/** Imports a file; answers one report for each register in it, in load order. What is wrong with the file as a whole stands in its report. */
export async function importFile(house: ImportHouse, stated: ImportOrder): Promise<ImportReport[]> {
  // Files are named after people, too.
  const order = { ...stated, fileName: maskOpenNumbers(stated.fileName) };
  const dataDate = order.dataDate ?? house.clock.today();
  const refusal = (problem: ProblemData, register: string | null): ImportReport => refusedReport(order, dataDate, register, problem);
  let file: OpenedSheets | undefined;
  let upload: string | null = null;
  try {
    checkDataDate(dataDate, house.clock.today());
    // A pipe or a device has no end: only files are read.
    await sizeOf(order.source);
    if (typeof order.marked === 'string') await checkTarget(order.marked);
    const register = order.register === undefined ? undefined : getImportedRegister(order.register);
    await refuseOldKeys(house.database, house.keys);
    const { sha256, bytes } = await (order.dryRun ? fingerprint(order.source) : keepUpload(house.dataFolder, house.keys, order.source));
    if (!order.dryRun) {
      await recordUpload(house.database, order, { sha256, bytes });
      upload = sha256;
    }
    file = await openSheets(order.source);
    const { tables, notes, isBlank } = await findTables(house.database, file, order, register);
    if (tables.length === 0 && file.sheets.length > 0 && file.sheets.every(({ hidden }) => hidden)) throw importProblems['all-sheets-hidden']();
    if (isBlank) throw importProblems['sheets-empty']();
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
      reports.push(await importRegister(house, rows, { ...storeOrderOf(order, dataDate, sha256, own, marks), ...reachFor(order, rows.register) }));
    }
    if (!order.dryRun) await rememberMapping(house.database, order, tables);
    // Marking reads the file once more: two readings of one xls would need twice its memory.
    await file.close();
    const unmarked = order.marked && marks.problems.length > 0 ? await tryToMark(order.source, order.marked, marks) : [];
    const unread = tables.flatMap(unreadColumns);
    return reports.map((report) => ({
      ...report,
      upload,
      unread: unread.filter(({ register }) => register === report.register),
      notes: [...report.notes, ...(file?.notes ?? []), ...unmarked],
    }));
  } catch (problem) {
    if (!(problem instanceof AnjuProblem) || problem.kind === 'broken') throw problem;
    const report = { ...refusal(problem.toJSON(), order.register ?? null), upload };
    if (!order.dryRun)
      await house.database.transaction(async (tx) => {
        await appendAudit(tx, house.actor, importAct(report, verbOf(order)));
        await tellImport(tx, house, report, []);
      });
    return [report];
  } finally {
    await file?.close();
  }
}

/** The rows are stored by now: a marked copy that cannot be written (a full disk) is a note. */
async function tryToMark(source: FileSource, target: FileTarget, marks: MarkCollection): Promise<ProblemData[]> {
  try {
    await writeMarkedFile(source, target, marks);
    return [];
  } catch (cause) {
    if (typeof target !== 'string') throw cause;
    const why = cause instanceof AnjuProblem ? { reason: cause.zh, reasonEn: cause.en } : systemReason(cause);
    return [importNotes['marked-not-written'].data({ file: target, ...why })];
  }
}

/** Refuses a place where no marked copy can be written, before anything is stored. */
async function checkTarget(target: string): Promise<void> {
  const folder = dirname(target);
  try {
    await access(folder, constants.W_OK);
    if ((await stat(target).catch(() => undefined))?.isDirectory()) throw Object.assign(new Error(target), { code: 'EISDIR' });
  } catch (cause) {
    throw importProblems['marked-not-writable']({ file: target, ...systemReason(cause) }, { cause });
  }
}

async function importRegister(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  const { register } = rows;
  try {
    checkReach(register, order);
    if (register.key.join() !== 'settlement_code') await checkCovers(house.database, order);
    if (order.mode === 'full' && register.mode !== 'state') throw importProblems['full-needs-state']({ register: register.zh });
    const report = await storeFilled(house, rows, order);
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
    const dropped = problem.cause instanceof DroppedRows ? problem.cause.rowIds : null;
    const state = dropped === null ? 'refused' : 'waiting';
    const report: ImportReport = {
      ...emptyReport,
      file: order.file?.name ?? null,
      import: null,
      register: register.name,
      dataDate: order.dataDate,
      mode: order.mode,
      state,
      problem: problem.toJSON(),
    };
    if (order.dryRun) return report;
    return await house.database.transaction(async (tx) => {
      const recorded = {
        ...report,
        import: await recordUnstored(tx, register, order, { state, problem: problem.toJSON(), dropped }, house.actor.account),
      };
      await appendAudit(tx, house.actor, importAct(recorded, order.verb));
      await tellImport(tx, house, recorded, order.covers.length > 0 ? order.covers : (order.reach ?? []));
      return recorded;
    });
  }
}

/** Stores the rows; those of a sheet of which one learns at its end that cells are merged downwards are read once more. */
async function storeFilled(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  try {
    return await storeNoted(house, rows, order);
  } catch (problem) {
    if (!(problem instanceof MergedBehind)) throw problem;
    return storeFilled(house, rows, { ...order, notes: [...(order.notes ?? []), mergedNote(problem.sheet, problem.cells)] });
  }
}

/** Stores the rows under a note, by which it is found out when the process is killed meanwhile. */
async function storeNoted(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  if (order.dryRun || order.resumes !== undefined) return storeRows(house, rows, order);
  const begun = await noteBegun(house.database, rows.register, order, house.actor.account);
  try {
    return await storeRows(house, rows, { ...order, begun });
  } catch (problem) {
    await forgetBegun(house.database, begun);
    throw problem;
  }
}

/** The part of an order that says about which settlements rows of a register may speak. */
export function reachFor({ reach }: ImportOrder | Pick<ImportOrder, 'reach'>, register: Register): Pick<StoreOrder, 'reach'> {
  const settlements = reach?.(register);
  return settlements === undefined ? {} : { reach: settlements };
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
    verb: verbOf(order),
    statedBy: order.statedBy ?? '',
    ...(order.confirmedBy !== undefined && { confirmedBy: order.confirmedBy }),
    file: { name: order.fileName, sha256 },
    notes,
    ...(order.resumes !== undefined && { resumes: order.resumes }),
    ...(order.onProgress && { onProgress: order.onProgress }),
    ...(order.turn && { turn: order.turn }),
    ...(order.marked && marks && { onProblems: (problems: readonly ReportedProblem[]) => void marks.problems.push(...problems) }),
  };
}

const verbOf = ({ resumes }: Pick<ImportOrder, 'resumes'>): StoreOrder['verb'] => (resumes === undefined ? 'imports.create' : 'imports.confirm');

function byRegister(tables: readonly FoundTable[]): RegisterRows[] {
  const found = [...new Set(tables.map(({ register }) => register))].sort((a, b) => loadRank(a.name) - loadRank(b.name));
  return found.map((register) => ({ register, sources: tables.filter((table) => table.register === register).map(({ source }) => source) }));
}

async function sentBefore(database: Queryable, register: Register, sha256: string): Promise<ProblemData[]> {
  const [before] = await database.query<{ import_id: number; data_date: string }>(sql`
    select import_id, data_date from import_run where sha256 = ${sha256} and register = ${register.name} and state = 'stored' order by import_id desc limit 1`);
  return before ? [importNotes['already-sent'].data({ import: before.import_id, date: before.data_date })] : [];
}

/** The columns of a table that nobody has given a meaning. */
function unreadColumns({ register, header, mapping, source }: FoundTable): UnreadColumn[] {
  return header.columns
    .filter(({ joinedText }) => mapping.unknown.includes(joinedText))
    .map(({ letter, joinedText }) => ({ register: register.name, sheet: source.sheet, column: letter, header: joinedText }));
}

/** The report on a file of which nothing was stored. */
export function refusedReport(
  order: Pick<ImportOrder, 'fileName' | 'mode'>,
  dataDate: string,
  register: string | null,
  problem: ProblemData,
): ImportReport {
  return { ...emptyReport, file: order.fileName, import: null, register, dataDate, mode: order.mode ?? 'changes', state: 'refused', problem };
}
