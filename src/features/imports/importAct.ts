/** What the audit log says about an import: its register, file and counts, never its rows. */
import type { AuditAct, AuditValues } from '#features/audit/appendAudit.ts';
import type { StoreOrder } from './importHouse.ts';
import type { ImportReport } from './report.ts';

/** The act of an import that was stored, refused, or set to wait. */
export function importAct(report: ImportReport, verb: StoreOrder['verb'], told: AuditValues = {}): AuditAct {
  const { register, file, dataDate, mode, state, rows, added, changed, unchanged, refused, aside, missing, settlements, problem } = report;
  return {
    verb,
    object: { kind: 'import', key: report.import },
    settlement: settlements.length === 1 ? (settlements[0] ?? null) : null,
    after: {
      ...told,
      register,
      file,
      dataDate,
      mode,
      state,
      ...(problem ? { problem: problem.code } : { rows, added, changed, unchanged, refused, aside, missing, settlements }),
    },
  };
}
