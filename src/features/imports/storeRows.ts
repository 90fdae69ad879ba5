/** One import of one register, whole or not at all: stage, match, merge, check, store, deliver, and tell. */
import type { Register } from '#catalog/registers/register.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import type { Transaction } from '#platform/database/database.ts';
import { analyseNew } from '#platform/database/statistics.ts';
import { checkRows } from './checkRows.ts';
import { holdBegun } from './cutOff.ts';
import { deliver } from './deliver.ts';
import { catchUp, followMoves, noteMovers, takesAlong } from './followMoves.ts';
import { settleRepeated } from './identifyRows.ts';
import type { ImportHouse, ImportProgress, StoreOrder } from './importHouse.ts';
import { executeText, queryText } from './importSql.ts';
import { importAct } from './importAct.ts';
import { keepRows } from './keepRows.ts';
import { markMissing } from './markMissing.ts';
import { matchRows } from './matchRows.ts';
import { findLateRows, mergeRows } from './mergeRows.ts';
import { readPlaceNames } from './placeNames.ts';
import { beginImport, recordCounts } from './recordImport.ts';
import type { ImportReport } from './report.ts';
import type { RegisterRows } from './sourceRows.ts';
import { planStage, type StagePlan } from './stagePlan.ts';
import { takeKeys, withSteadyKeys } from './stagedKeys.ts';
import { stageRows } from './stageRows.ts';
import { storeVersions } from './storeVersions.ts';
import { takeTurn } from './takeTurn.ts';
import { tellConfirmed, tellImport } from './tellImport.ts';
import { withinReach } from './withinReach.ts';
import { countTroubles, leaveOneCause, prepareTroubles, writeProblems } from './writeProblems.ts';

class TriedOut extends Error {
  constructor(readonly report: ImportReport) {
    super('tried out');
  }
}

/** Stores the rows of one register in one transaction; a dry run does the same and takes everything back. */
export async function storeRows(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  try {
    return await withSteadyKeys(() =>
      house.database.transaction(async (tx) => {
        const report = await storeIn(tx, house, rows, order);
        if (order.dryRun) throw new TriedOut(report);
        return report;
      }),
    );
  } catch (outcome) {
    if (outcome instanceof TriedOut) return { ...outcome.report, import: null, state: 'tried' };
    throw outcome;
  }
}

/** Tables in which an import looks for rows: its own, those to which it refers, and where people live. */
const tablesRead = ({ name, fields }: Register): string[] => [
  ...new Set([name, 'household', 'person', ...Object.values(fields).flatMap(({ target }) => target ?? [])]),
];

/** The same inside a transaction that does more: what was staged leaves it again, so that another import may follow. */
export async function storeRowsIn(tx: Transaction, house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  const report = await storeIn(tx, house, rows, order);
  await tx.raw('discard temp');
  return report;
}

async function storeIn(tx: Transaction, house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  const { keys: live, clock, actor } = house;
  const { register } = rows;
  const tell = (phase: Parameters<ImportProgress>[0]['phase'], done: number, total: number): void => order.onProgress?.({ phase, rows: done, total });
  // Staged rows are analysed from a sample of a few thousand: their plans depend on how many there are, hardly on their values.
  await tx.raw("set local jit = off; set local work_mem = '192MB'; set local default_statistics_target = 15");
  const plan = planStage(
    register,
    rows.sources.map(({ mapping }) => mapping),
  );
  if (order.begun !== undefined) await holdBegun(tx, order.begun);
  await prepareTroubles(tx);
  const terms = { dataDate: order.dataDate, today: clock.today(), places: await readPlaceNames(tx) };
  const { keys, settle } = await takeKeys(tx, live);
  const staged = await stageRows(tx, keys, plan, rows, terms, (done) => tell('read', done, 0));
  await order.turn;
  await takeTurn(tx, register.name);
  await analyseNew(tx, tablesRead(register));
  await settle(tx);
  const storing = await beginImport(tx, rows, order);
  tell('match', 0, staged.rows);
  const own = await matchRows(tx, plan, staged, order.covers);
  const { turns, repeated } = await settleRepeated(tx, plan);
  await tx.raw('create temporary table touched (settlement_code text, is_covered boolean) on commit drop');
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const moved: string[] = [];
  for (let number = 1; number <= turns; number++) {
    const turn = await findLateRows(tx, plan, number);
    await mergeRows(tx, plan, staged, turn, order);
    await checkRows(tx, plan, own);
    tell('store', Math.round((staged.rows * (number - 0.5)) / turns), staged.rows);
    await noteTouched(tx, plan);
    if (takesAlong(register)) await noteMovers(tx, register);
    const stored = await withinReach(tx, order.reach, async () => {
      const counted = await storeVersions(tx, register, turn, storing);
      if (takesAlong(register)) moved.push(...(await followMoves(tx, register, 'select row_id from movers')));
      return counted;
    });
    counts.added += stored.added;
    counts.changed += stored.changed;
    counts.unchanged += stored.unchanged;
    // A row that this turn added is known to the next one.
    if (number < turns) await findAgain(tx, plan);
  }
  moved.push(...(await catchUp(tx, register, storing.importId)));
  tell('tell', staged.rows, staged.rows);
  await leaveOneCause(tx);
  const fates = await countTroubles(tx, order.alsoOthers);
  const accepted = counts.added + counts.changed + counts.unchanged > 0;
  const declared = order.covers;
  const covered = declared.length > 0 ? (accepted ? declared : []) : await readSettlements(tx, 'where is_covered');
  const missing =
    order.mode === 'full' && accepted
      ? await withinReach(tx, order.reach, () =>
          markMissing(tx, register, { dataDate: order.dataDate, settlements: covered, isConfirmed: order.isConfirmed }, storing),
        )
      : 0;
  if (accepted && order.isDelivery !== false && register.settlementVia.length > 0)
    await withinReach(tx, order.reach, () =>
      deliver(tx, { register: register.name, settlements: covered, dataDate: order.dataDate, isNil: false }, storing),
    );
  const touched =
    register.settlementVia.length > 0 ? [...new Set([...covered, ...moved, ...(await readSettlements(tx, ''))])] : await allSettlements(tx);
  await requestEvaluation(tx, touched, storing.importId);
  const mappings = new Map(rows.sources.map(({ sheet, mapping }) => [sheet, mapping]));
  const { problems, count, marked } = await writeProblems(tx, register, storing.importId, mappings, order.onProblems);
  if (fates.refused + fates.aside > 0) await keepRows(tx, keys, register, rows, storing.importId);
  const report: ImportReport = {
    file: order.file?.name ?? null,
    import: storing.importId,
    register: register.name,
    dataDate: order.dataDate,
    mode: order.mode,
    state: 'stored',
    rows: staged.rows - repeated,
    ...counts,
    ...fates,
    missing,
    settlements: covered,
    problems,
    problemCount: count,
    problem: null,
    notes: order.notes ?? [],
  };
  await recordCounts(tx, report, marked, order);
  // Rows that waited and wait on have nothing to tell.
  if (!order.dryRun && (accepted || order.verb !== 'imports.match')) await appendAudit(tx, actor, importAct(report, order.verb, order.told));
  // Whoever sends rows instead of a file, at a door or at a desk, has the answer at once.
  if (!order.dryRun && order.file?.sha256 && order.verb === 'imports.create') await tellImport(tx, house, report, report.settlements);
  if (order.verb === 'imports.confirm') await tellConfirmed(tx, report);
  return report;
}

/** Settlements whose facts may change, and those that the rows cover. */
async function noteTouched(tx: Transaction, { register }: StagePlan): Promise<void> {
  const served = 'settlement_codes' in register.fields ? ' union select unnest(settlement_codes), x_changed from merged' : '';
  await executeText(
    tx,
    `insert into touched select settlement_code, true from (select distinct settlement_code from (select settlement_code, x_changed from merged${served}) m where settlement_code is not null) m`,
  );
  await executeText(
    tx,
    `
    insert into touched select distinct c.settlement_code, false from merged m join ${register.name} c on c.row_id = m.x_row
    where m.x_changed and c.settlement_code is distinct from m.settlement_code and c.settlement_code is not null`,
  );
}

async function readSettlements(tx: Transaction, where: string): Promise<string[]> {
  const rows = await queryText<{ settlement_code: string }>(tx, `select distinct settlement_code from touched ${where} order by 1`);
  return rows.map(({ settlement_code }) => settlement_code);
}

async function allSettlements(tx: Transaction): Promise<string[]> {
  const rows = await queryText<{ settlement_code: string }>(tx, 'select settlement_code from settlement order by 1');
  return rows.map(({ settlement_code }) => settlement_code);
}

async function findAgain(tx: Transaction, { register }: StagePlan): Promise<void> {
  const same = register.key.map((name) => `r.${name} is not distinct from k.${name}`);
  await tx.raw(`
    delete from keyed_rows;
    insert into keyed_rows select k.x_n, r.row_id, r.data_date, true from keyed k join ${register.name} r on ${same.join(' and ')}`);
}
