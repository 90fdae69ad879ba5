/** One import of one register, whole or not at all: stage, resolve, identify, merge, check, store, deliver, and tell. */
import { referenceStreets } from '#catalog/areas/referenceStreets.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Keys } from '#platform/crypto/keys.ts';
import type { Database, Queryable, Transaction } from '#platform/database/database.ts';
import type { ProblemData } from '#platform/problems/problem.ts';
import sql from 'sql-template-tag';
import { checkRows } from './checkRows.ts';
import { deliver } from './deliver.ts';
import { followMoves, noteMovers, takesAlong } from './followMoves.ts';
import { identifyRows, listOwnRows, settleRepeated, viewStated } from './identifyRows.ts';
import { executeText, literal, queryText } from './importSql.ts';
import { keepRows } from './keepRows.ts';
import { markMissing } from './markMissing.ts';
import { findLateRows, mergeRows } from './mergeRows.ts';
import type { ImportReport } from './report.ts';
import { referenceOrder, resolveReference } from './resolveReferences.ts';
import type { RegisterRows } from './sourceRows.ts';
import { planStage, type StagePlan } from './stagePlan.ts';
import { type Staged, stageRows } from './stageRows.ts';
import { type Storing, storeVersions } from './storeVersions.ts';
import type { PlaceNames } from './wordRules.ts';
import { countTroubles, prepareTroubles, writeProblems } from './writeProblems.ts';

/** What imports work with. */
export interface ImportHouse {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly dataFolder: string;
}

/** How far an import has come. `total` is 0 while it is not known. */
export type ImportProgress = (now: { readonly phase: 'read' | 'match' | 'store' | 'tell'; readonly rows: number; readonly total: number }) => void;

/** What is said about the rows as a whole. */
export interface StoreOrder {
  readonly dataDate: string;
  readonly mode: 'changes' | 'full';
  /** Settlements that the rows are declared to cover; empty = those that the rows belong to. */
  readonly covers: readonly string[];
  readonly alsoOthers: boolean;
  readonly isConfirmed: boolean;
  readonly dryRun: boolean;
  readonly statedBy: string;
  readonly confirmedBy?: string;
  readonly file?: { readonly name: string; readonly sha256: string | null };
  readonly notes?: readonly ProblemData[];
  /** Rows of an import that stands already (mended, or matched at last): they become its own. */
  readonly into?: { readonly importId: number; readonly covers: readonly string[] };
  readonly onProgress?: ImportProgress;
}

/** Imports of all processes store one after another. */
export const turnOfImports = 5223_0002;

class TriedOut extends Error {
  constructor(readonly report: ImportReport) {
    super('tried out');
  }
}

/** Stores the rows of one register in one transaction; a dry run does the same and takes everything back. */
export async function storeRows(house: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  try {
    return await house.database.transaction(async (tx) => {
      const report = await storeIn(tx, house, rows, order);
      if (order.dryRun) throw new TriedOut(report);
      return report;
    });
  } catch (outcome) {
    if (outcome instanceof TriedOut) return { ...outcome.report, import: null, state: 'tried' };
    throw outcome;
  }
}

async function storeIn(tx: Transaction, { keys, clock }: ImportHouse, rows: RegisterRows, order: StoreOrder): Promise<ImportReport> {
  const { register } = rows;
  const tell = (phase: Parameters<ImportProgress>[0]['phase'], done: number, total: number): void => order.onProgress?.({ phase, rows: done, total });
  await tx.raw("set local jit = off; set local work_mem = '192MB'");
  const plan = planStage(register, rows.sources.map(({ mapping }) => mapping));
  await prepareTroubles(tx);
  const terms = { dataDate: order.dataDate, today: clock.today(), places: await readPlaceNames(tx) };
  const staged = await stageRows(tx, keys, plan, rows, terms, (done) => tell('read', done, 0));
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
  const storing = await beginImport(tx, rows, order);
  tell('match', 0, staged.rows);
  const own = await matchRows(tx, plan, staged, order);
  const { turns, repeated } = await settleRepeated(tx, plan);
  await tx.raw('create temporary table touched (settlement_code text, is_covered boolean) on commit drop');
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const moved: string[] = [];
  for (let number = 1; number <= turns; number++) {
    const turn = await findLateRows(tx, plan, number);
    await mergeRows(tx, plan, staged, turn, order.into?.covers ?? order.covers);
    await checkRows(tx, plan, own);
    tell('store', Math.round((staged.rows * (number - 0.5)) / turns), staged.rows);
    await noteTouched(tx, plan);
    if (takesAlong(register)) await noteMovers(tx, register);
    const stored = await storeVersions(tx, register, turn, storing);
    if (takesAlong(register)) moved.push(...(await followMoves(tx, register, 'select row_id from movers')));
    counts.added += stored.added;
    counts.changed += stored.changed;
    counts.unchanged += stored.unchanged;
    // A row that this turn added is known to the next one.
    if (number < turns) await findAgain(tx, plan);
  }
  tell('tell', staged.rows, staged.rows);
  const fates = await countTroubles(tx, order.alsoOthers);
  const accepted = counts.added + counts.changed + counts.unchanged > 0;
  const declared = order.into?.covers ?? order.covers;
  const covered = declared.length > 0 ? (accepted ? declared : []) : await readSettlements(tx, 'where is_covered');
  const missing = order.mode === 'full' && accepted ? await markMissing(tx, register, { dataDate: order.dataDate, settlements: covered, isConfirmed: order.isConfirmed }, storing) : 0;
  if (accepted && register.settlementVia.length > 0) await deliver(tx, { register: register.name, settlements: covered, dataDate: order.dataDate, isNil: false }, storing);
  const touched = register.settlementVia.length > 0 ? [...new Set([...covered, ...moved, ...(await readSettlements(tx, ''))])] : await allSettlements(tx);
  await requestEvaluation(tx, touched, storing.importId);
  const mappings = new Map(rows.sources.map(({ sheet, mapping }) => [sheet, mapping]));
  const { problems, count, marked } = await writeProblems(tx, register, storing.importId, mappings);
  if (fates.refused + fates.aside > 0) await keepRows(tx, keys, register, rows, storing.importId);
  const report: ImportReport = {
    file: order.file?.name ?? null, import: storing.importId, register: register.name, dataDate: order.dataDate, mode: order.mode, state: 'stored',
    rows: staged.rows - repeated, ...counts, ...fates, missing, settlements: covered, problems, problemCount: count, problem: null, notes: order.notes ?? [],
  };
  await recordCounts(tx, report, marked, order);
  return report;
}

/** Resolves references and tells which stored row each staged row is about. Answers the references inside the register. */
async function matchRows(tx: Transaction, plan: StagePlan, staged: Staged, { covers, into }: StoreOrder): Promise<ReturnType<typeof referenceOrder>['own']> {
  await tx.raw('analyze stage');
  const { first, placed, own } = referenceOrder(plan);
  for (const one of first) await resolveReference(tx, plan, staged, one);
  for (const one of placed) {
    await findPlaces(tx, plan, into?.covers ?? covers);
    await resolveReference(tx, plan, staged, one);
  }
  await viewStated(tx, plan, own);
  await identifyRows(tx, plan);
  if (own.length > 0) {
    await listOwnRows(tx, plan);
    for (const one of own) await resolveReference(tx, plan, staged, one);
    await viewStated(tx, plan);
  }
  return own;
}

/** `row_place`: the settlement inside which building numbers and names of communities are looked up. */
async function findPlaces(tx: Transaction, { register, places }: StagePlan, covers: readonly string[]): Promise<void> {
  const [key = ''] = register.key;
  const found = [
    ...(places.has('settlement_code') && register.fields.settlement_code?.kind.name === 'ref' ? ['ref_settlement_code.value'] : []),
    ...(places.has('community_code') && !('settlement_code' in register.fields) && (await tableExists(tx, 'ref_community_code')) ? ['ref_community_code.settlement_code'] : []),
    'by_code.settlement_code', 'by_name.settlement_code',
    ...(register.key.length === 1 && places.has(key) && register.fields[key]?.kind.name === 'text' ? ['stored.settlement_code'] : []),
    ...(covers.length === 1 ? [literal(covers[0] ?? '')] : []),
  ];
  await tx.raw(`
    drop table if exists row_place;
    create temporary table row_place on commit drop as
    select s.x_n, coalesce(${found.join(', ')}) as settlement_code
    from stage s
    ${found.includes('ref_settlement_code.value') ? 'left join ref_settlement_code on ref_settlement_code.x_n = s.x_n' : ''}
    ${found.includes('ref_community_code.settlement_code') ? 'left join ref_community_code on ref_community_code.x_n = s.x_n' : ''}
    ${found.includes('stored.settlement_code') ? `left join ${register.name} stored on stored.${key} = s.${key}` : ''}
    left join settlement by_code on by_code.settlement_code = s.x_place
    left join (select settlement_name, min(settlement_code) as settlement_code from settlement group by 1 having count(*) = 1) by_name on by_name.settlement_name = s.x_place;
    analyze row_place`);
}

async function tableExists(tx: Queryable, name: string): Promise<boolean> {
  const [row] = await queryText<{ there: boolean }>(tx, `select to_regclass(${literal(name)}) is not null as there`);
  return row?.there === true;
}

/** The record of the import, whose number and moment its versions carry. */
async function beginImport(tx: Transaction, { register, sources }: RegisterRows, order: StoreOrder): Promise<Storing> {
  if (order.into) {
    const [now] = await queryText<{ at: string }>(tx, 'select clock_timestamp() as at');
    return { importId: order.into.importId, storedAt: now?.at ?? '' };
  }
  const headers = sources.map(({ sheet, mapping }) => ({ sheet, ...mapping }));
  const { import_id: importId, stored_at: storedAt } = await tx.one<{ import_id: number; stored_at: string }>(sql`
    insert into import_run (register, state, file_name, sha256, form, data_date, mode, covers, also_others, headers, stated_by, confirmed_by)
    values (${register.name}, 'stored', ${order.file?.name ?? null}, ${order.file?.sha256 ?? null}, ${sources[0]?.mapping.form ?? null}, ${order.dataDate}, ${order.mode},
      ${order.covers.length > 0 ? order.covers : null}, ${order.alsoOthers}, ${JSON.stringify(headers)}, ${order.statedBy}, ${order.confirmedBy ?? null})
    returning import_id, stored_at`);
  return { importId, storedAt };
}

async function recordCounts(tx: Transaction, report: ImportReport, marked: number, { into }: StoreOrder): Promise<void> {
  await tx.execute(sql`
    update import_run set settlements = array(select distinct unnest(settlements || ${report.settlements}::text[]) order by 1),
      rows = rows + ${into ? 0 : report.rows}, added = added + ${report.added}, changed = changed + ${report.changed}, unchanged = unchanged + ${report.unchanged},
      refused = refused + ${report.refused}, aside = aside + ${report.aside}, others = others + ${report.others}, missing = missing + ${report.missing}, marked = marked + ${marked}
    where import_id = ${report.import}`);
}

/** Settlements whose facts may change, and those that the rows cover. */
async function noteTouched(tx: Transaction, { register }: StagePlan): Promise<void> {
  const served = 'settlement_codes' in register.fields ? ' union select unnest(settlement_codes), x_changed from merged' : '';
  await executeText(tx, `insert into touched select settlement_code, true from (select distinct settlement_code from (select settlement_code, x_changed from merged${served}) m where settlement_code is not null) m`);
  await executeText(tx, `
    insert into touched select distinct c.settlement_code, false from merged m join ${register.name} c on c.row_id = m.x_row
    where m.x_changed and c.settlement_code is distinct from m.settlement_code and c.settlement_code is not null`);
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
    insert into keyed_rows select k.x_n, r.row_id, r.data_date from keyed k join ${register.name} r on ${same.join(' and ')}`);
}

/** Streets by name: those of the register first, else the official list; only where one street has the name. */
async function readPlaceNames(tx: Transaction): Promise<PlaceNames> {
  const codes = new Map<string, Set<string>>();
  const note = (name: string, code: string): void => void codes.set(name, (codes.get(name) ?? new Set()).add(code));
  const registered = await queryText<{ name: string; code: string }>(tx, "select name, area_code as code from street_community where level = 'street'");
  for (const { name, code } of registered) note(name, code);
  const known = new Set(codes.keys());
  for (const { name, code } of referenceStreets) if (!known.has(name)) note(name, code);
  return {
    streetCode: (name) => {
      const found = [...(codes.get(name) ?? [])];
      return found.length === 1 ? found[0] : undefined;
    },
  };
}
