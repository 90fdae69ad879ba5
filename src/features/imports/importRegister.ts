/** Imports the rows of one register that a file holds. */
import { appendAudit } from '#features/audit/appendAudit.ts';
import { AnjuProblem } from '#platform/problems/problem.ts';
import { checkCovers, checkReach } from './checkOrder.ts';
import { forgetBegun, noteBegun } from './cutOff.ts';
import { mergedNote } from './findTables.ts';
import { importAct } from './importAct.ts';
import type { ImportHouse, StoreOrder } from './importHouse.ts';
import { DroppedRows } from './markMissing.ts';
import { importNotes, importProblems } from './problems.ts';
import { recordUnstored } from './recordImport.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { retryAside } from './retryAside.ts';
import { MergedBehind, type RegisterRows } from './sourceRows.ts';
import { storeRows } from './storeRows.ts';
import { tellImport } from './tellImport.ts';

/** Stores the rows and tries again those that waited for them. What is refused as a whole, or waits for a second person, is put on record. */
export async function importRegister(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
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
