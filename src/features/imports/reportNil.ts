/** Takes a nil report (零报告): the department says that a register has nothing to report, which is a delivery too. */
import sql from 'sql-template-tag';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import { deliver } from './deliver.ts';
import { importAct } from './importAct.ts';
import { importProblems } from './problems.ts';
import { checkCovers, checkDataDate, checkReach } from './checkOrder.ts';
import { getImportedRegister } from './recogniseRegister.ts';
import type { ImportReport } from './report.ts';
import type { Reach } from './importOrder.ts';
import type { ImportHouse } from './importHouse.ts';
import { withinReach } from './withinReach.ts';

/** What is said in a nil report; without `covers` it holds for the only settlement that the person reaches, for several only when that is said. */
export interface NilOrder {
  readonly register: string;
  readonly dataDate?: string;
  readonly covers?: readonly string[];
  /** It is meant for all settlements that the person reaches. */
  readonly isForAll?: boolean;
  readonly statedBy?: string;
  readonly reach?: Reach;
}

/** Records a nil report as an import of its own, which can be taken back. */
export async function reportNil(
  house: ImportHouse,
  { register: name, dataDate = house.clock.today(), covers = [], isForAll = false, statedBy = '', reach: reaches }: NilOrder,
): Promise<ImportReport> {
  const register = getImportedRegister(name);
  checkDataDate(dataDate, house.clock.today());
  const reach = reaches?.(register);
  checkReach(register, reach ? { reach } : {});
  await checkCovers(house.database, { covers, ...(reach && { reach }) });
  return house.database.transaction(async (tx) => {
    const known = await tx.query<{ code: string }>(sql`select settlement_code as code from settlement order by 1`);
    const settlements = covers.length > 0 ? covers : known.map((row) => row.code).filter((code) => reach?.includes(code) !== false);
    if (covers.length === 0 && !isForAll && settlements.length > 1)
      throw importProblems['nil-for-many']({ register: register.zh, registerEn: register.en, count: settlements.length });
    const { import_id: importId, stored_at: storedAt } = await tx.one<{ import_id: number; stored_at: string }>(sql`
      insert into import_run (register, state, data_date, mode, covers, settlements, stated_by)
      values (${register.name}, 'stored', ${dataDate}, 'nil', ${covers.length > 0 ? covers : null}, ${settlements}, ${statedBy})
      returning import_id, stored_at::text as stored_at`);
    await withinReach(tx, reach, () => deliver(tx, { register: register.name, settlements, dataDate, isNil: true }, { importId, storedAt }));
    await requestEvaluation(tx, settlements, importId);
    const report: ImportReport = {
      file: null,
      import: importId,
      register: register.name,
      dataDate,
      mode: 'nil',
      state: 'stored',
      rows: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
      aside: 0,
      others: 0,
      missing: 0,
      settlements,
      problems: [],
      problemCount: 0,
      problem: null,
      notes: [],
    };
    await appendAudit(tx, house.actor, importAct(report, 'imports.create'));
    return report;
  });
}
