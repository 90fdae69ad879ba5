/** Imports a file: recognises its sheets, maps their columns, and stores each register that it holds. */
import type { Register } from '#catalog/registers/register.ts';
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import type { Queryable } from '#platform/database/database.ts';
import { refuseOldKeys } from '#platform/database/heldKeys.ts';
import { openSheets } from '#platform/files/openSheets.ts';
import type { OpenedSheets } from '#platform/files/sheets.ts';
import { sizeOf } from '#platform/files/source.ts';
import { AnjuProblem, type ProblemData } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import { checkDataDate } from './checkOrder.ts';
import { columnNotes, type FoundTable, findTables } from './findTables.ts';
import { rememberMapping } from './headerMappings.ts';
import { importAct } from './importAct.ts';
import type { ImportHouse } from './importHouse.ts';
import { type ImportOrder, reachFor, storeOrderOf, verbOf } from './importOrder.ts';
import { importRegister } from './importRegister.ts';
import { loadRank } from './loadOrder.ts';
import { importNotes, importProblems } from './problems.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import { type ImportReport, refusedReport, type UnreadColumn } from './report.ts';
import type { RegisterRows } from './sourceRows.ts';
import { tellImport } from './tellImport.ts';
import { fingerprint, keepUpload, recordUpload } from './uploads.ts';
import { checkTarget, type MarkCollection, tryToMark } from './writeMarkedFile.ts';

/** Imports a file; answers one report for each register in it, in load order. What is wrong with the file as a whole stands in its report. */
export async function importFile(house: ImportHouse, stated: ImportOrder): Promise<ImportReport[]> {
  // Files are named after people, too.
  const order = { ...stated, fileName: maskOpenNumbers(stated.fileName) };
  const dataDate = order.dataDate ?? house.clock.today();
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
    const report = { ...refusedReport(order, dataDate, order.register ?? null, problem.toJSON()), upload };
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
