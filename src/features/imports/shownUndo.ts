/** What an undo would take back, or took back, as far as the caller may read of it. */
import type { ScopedDatabase } from '#features/areas/scope.ts';
import sql from 'sql-template-tag';
import type { UndoPreview } from './contract.ts';
import type { UndoReport } from './undoImport.ts';

/** The report without the numbers of appeals that the caller does not see. */
export async function shownUndo(scope: ScopedDatabase, report: UndoReport): Promise<UndoPreview> {
  const keys = report.kept.map(({ key }) => key);
  const seen =
    report.register === 'appeal'
      ? await scope.query<{ key: string }>(
          sql`select appeal_no as key from appeal where appeal_no = any(${keys}::text[]) and ${scope.within('settlement_code')}`,
        )
      : report.kept;
  const shown = new Set(seen.map(({ key }) => key));
  const kept = report.kept.filter(({ key }) => shown.has(key));
  return {
    ...report,
    kept,
    keptCount: report.keptCount - report.kept.length + kept.length,
    references: [...report.references],
    settlements: [...report.settlements],
  };
}
