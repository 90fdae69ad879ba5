/** Takes an import back: rows that it added go, rows that it changed return, what others stored since stays and is listed. */
import { textLiteral } from '#derive/literal.ts';
import { registers } from '#catalog/catalog.ts';
import type { Register } from '#catalog/registers/register.ts';
import type { RegisterName } from '#catalog/registers/registerNames.ts';
import { appendAudit } from '#features/audit/appendAudit.ts';
import { requestEvaluation } from '#features/evaluation/requestEvaluation.ts';
import { countWarningsOnImport, retractWarnings } from '#features/warnings/retractWarnings.ts';
import type { Queryable, Transaction } from '#platform/database/database.ts';
import sql from 'sql-template-tag';
import { followMoves, takesAlong } from './followMoves.ts';
import { queryText, sharedColumns } from './importSql.ts';
import { importProblems } from './problems.ts';
import { type ImportHouse, turnOfImports } from './importHouse.ts';

/** A row that somebody else stated after the import. */
export interface KeptRow {
  readonly key: string;
  /** The last import that stated it, its day and place. */
  readonly import: number;
  readonly dataDate: string;
  readonly file: string | null;
  readonly line: number;
}

/** What an undo takes back, or has taken back. */
export interface UndoReport {
  readonly import: number;
  readonly register: string;
  readonly file: string | null;
  readonly dataDate: string;
  /** Rows that go, because nothing else states them. */
  readonly removed: number;
  /** Rows that return to the version before. */
  readonly returned: number;
  /** Rows of which only a place in the history goes, the current row stays. */
  readonly history: number;
  /** Rows that others changed since. */
  readonly kept: readonly KeptRow[];
  readonly keptCount: number;
  readonly deliveries: number;
  /** Warnings that rest on rows of the import. */
  readonly warnings: number;
  /** Rows of other registers that refer to rows that go. */
  readonly references: readonly { readonly register: string; readonly rows: number }[];
  readonly settlements: readonly string[];
}

const mostListed = 200;

class Preview extends Error {
  constructor(readonly report: UndoReport) {
    super('preview');
  }
}

/** What taking back an import would do; nothing is changed. */
export async function previewUndo(house: ImportHouse, importId: number): Promise<UndoReport> {
  try {
    return await house.database.transaction(async (tx) => {
      throw new Preview(await undoIn(tx, importId, ''));
    });
  } catch (outcome) {
    if (outcome instanceof Preview) return outcome.report;
    throw outcome;
  }
}

/** Takes an import back. */
export function undoImport(house: ImportHouse, importId: number, undoneBy = ''): Promise<UndoReport> {
  return house.database.transaction(async (tx) => {
    const report = await undoIn(tx, importId, undoneBy);
    const { register, file, dataDate, removed, returned, history, keptCount, deliveries, warnings, settlements } = report;
    await appendAudit(tx, house.actor, {
      verb: 'imports.undo',
      object: { kind: 'import', key: importId },
      settlement: settlements.length === 1 ? (settlements[0] ?? null) : null,
      before: { state: 'stored', register, file, dataDate },
      after: { state: 'undone', removed, returned, history, kept: keptCount, deliveries, warnings, settlements },
    });
    return report;
  });
}

interface Run {
  readonly register: RegisterName;
  readonly state: string;
  readonly file_name: string | null;
  readonly data_date: string;
  readonly settlements: string[];
}

async function undoIn(tx: Transaction, importId: number, undoneBy: string): Promise<UndoReport> {
  await tx.raw("set local jit = off; set local work_mem = '192MB'");
  await tx.query(sql`select pg_advisory_xact_lock(${turnOfImports})`);
  const run = await getRun(tx, importId);
  const register = registers[run.register];
  const warnings = await countWarningsOnImport(tx, importId);
  const { deliveries } = await tx.one<{ deliveries: number }>(sql`
    select (select count(*) from register_feed where import_id = ${importId}) + coalesce((select sum(cardinality(row_ids)) from register_confirmation where register = 'register_feed' and import_id = ${importId}), 0) as deliveries`);
  const kept = await listKept(tx, register, importId);
  const touched = new Set(run.settlements);
  const outcome = await takeBack(tx, register, importId, touched);
  const references = await countReferences(tx, register);
  if (takesAlong(register)) for (const code of await followMoves(tx, register, 'select row_id from rebuilt_rows')) touched.add(code);
  await tx.raw('drop table rebuilt_rows, gone_keys');
  await takeBack(tx, registers.register_feed, importId, touched);
  await tx.raw('drop table rebuilt_rows, gone_keys');
  await tx.execute(sql`delete from register_confirmation where import_id = ${importId}`);
  await tx.execute(sql`delete from refused_row where import_id = ${importId}`);
  await tx.execute(sql`delete from aside_row where import_id = ${importId}`);
  await retractWarnings(tx, importId);
  await requestEvaluation(tx, [...touched], importId);
  await tx.execute(sql`update import_run set state = 'undone', undone_at = now(), undone_by = ${undoneBy} where import_id = ${importId}`);
  return {
    import: importId,
    register: register.name,
    file: run.file_name,
    dataDate: run.data_date,
    ...outcome,
    kept: kept.slice(0, mostListed),
    keptCount: kept.length,
    deliveries: Number(deliveries),
    warnings,
    references,
    settlements: [...touched].sort(),
  };
}

async function getRun(tx: Queryable, importId: number): Promise<Run> {
  const run = await tx.maybe<Run>(sql`select register, state, file_name, data_date, settlements from import_run where import_id = ${importId}`);
  if (!run) throw importProblems['import-not-found']({ import: importId });
  if (run.state === 'undone') throw importProblems['already-undone']({ import: importId });
  if (run.state !== 'stored') throw importProblems['not-stored']({ import: importId });
  return run;
}

/** Rows with a version of the import that others stored something over since. */
async function listKept(tx: Transaction, register: Register, importId: number): Promise<KeptRow[]> {
  const key = register.key.map((name) => `coalesce(c.${name}::text, '')`).join(` || ' ' || `);
  return queryText<KeptRow>(
    tx,
    `
    select ${key} as key, c.import_id as import, c.data_date as "dataDate", run.file_name as file, c.line
    from ${register.name} c left join import_run run on run.import_id = c.import_id
    where c.import_id <> ${importId}
      and exists (select from ${register.name}_history h where h.row_id = c.row_id and h.import_id = ${importId})
      and c.stored_at > (select max(h.stored_at) from ${register.name}_history h where h.row_id = c.row_id and h.import_id = ${importId})
    order by 1`,
  );
}

/**
 * Takes the versions of an import out of a register. The statements about each touched row, in the order of their days (of one day: as they were stored),
 * are either versions or confirmations of the version before them; a confirmation whose version goes becomes the version itself.
 */
async function takeBack(
  tx: Transaction,
  register: Register,
  importId: number,
  touched: Set<string>,
): Promise<{ removed: number; returned: number; history: number }> {
  const { name } = register;
  const shared = sharedColumns(register);
  const origin = ['data_date', 'import_id', 'sheet', 'line', 'stored_at'];
  const own = shared.filter((column) => !origin.includes(column));
  await tx.raw(`
    create temporary table rebuilt_rows on commit drop as
    select row_id from ${name} where import_id = ${importId} union select row_id from ${name}_history where import_id = ${importId};
    analyze rebuilt_rows`);
  await listStatements(tx, name, importId);
  const [counted] = await queryText<{ removed: number; returned: number; history: number }>(
    tx,
    `
    select count(*) filter (where s.row_id is null)::integer as removed,
      count(*) filter (where s.row_id is not null and c.import_id = ${importId})::integer as returned,
      count(*) filter (where s.row_id is not null and c.import_id <> ${importId})::integer as history
    from rebuilt_rows r left join ${name} c using (row_id) left join (select distinct row_id from standing) s using (row_id)`,
  );
  await noteSettlements(tx, name, touched);
  await tx.raw(`
    create temporary table rebuilt on commit drop as
    select standing.row_id, valid_to, replaced_by, ${origin.map((column) => `standing.${column}`).join(', ')}, ${own.map((column) => `content.${column}`).join(', ')}
    from standing join (
      select row_id, version_id as version, ${own.join(', ')} from ${name}_history where row_id in (select row_id from rebuilt_rows)
      union all select row_id, 0, ${own.join(', ')} from ${name} where row_id in (select row_id from rebuilt_rows)
    ) content on content.row_id = standing.row_id and content.version = standing.version;
    create temporary table gone_keys on commit drop as
    select ${register.key[0]}::text as key from ${name} where row_id in (select row_id from rebuilt_rows) and row_id not in (select row_id from standing);
    delete from ${name}_history where row_id in (select row_id from rebuilt_rows);
    delete from ${name} where row_id in (select row_id from rebuilt_rows) and row_id not in (select row_id from standing);
    update ${name} c set ${shared.map((column) => `${column} = r.${column}`).join(', ')} from rebuilt r where r.row_id = c.row_id and r.valid_to is null;
    insert into ${name}_history (row_id, ${shared.join(', ')}, valid_to, replaced_by)
    select row_id, ${shared.join(', ')}, valid_to, replaced_by from rebuilt where valid_to is not null order by row_id, data_date, stored_at`);
  await noteSettlements(tx, name, touched);
  await tx.raw('drop table standing, rebuilt');
  return counted ?? { removed: 0, returned: 0, history: 0 };
}

/** `standing`: the versions that remain of the touched rows, with the content (`version`, 0 = the current row) that each has and the day on which it ends. */
async function listStatements(tx: Transaction, name: string, importId: number): Promise<void> {
  await tx.raw(`
    create temporary table standing on commit drop as
    with statement as (
      select row_id, version_id as version, data_date, stored_at, import_id, sheet, line from ${name}_history where row_id in (select row_id from rebuilt_rows)
      union all
      select row_id, 0, data_date, stored_at, import_id, sheet, line from ${name} where row_id in (select row_id from rebuilt_rows)
      union all
      select u.row_id, null, c.data_date, c.stored_at, c.import_id, u.sheet, u.line
      from register_confirmation c cross join lateral unnest(c.row_ids, c.sheets, c.lines) as u (row_id, sheet, line)
      where c.register = ${textLiteral(name)} and c.import_id <> ${importId} and u.row_id in (select row_id from rebuilt_rows)
    ), in_runs as (
      select *, count(version) over (partition by row_id order by data_date, stored_at, (version is null) rows unbounded preceding) as run from statement
    ), told as (
      select row_id, data_date, stored_at, import_id, sheet, line, version is not null as is_version,
        row_number() over run as place, first_value(version) over run as version, first_value(import_id) over run as first_import
      from in_runs where run > 0 window run as (partition by row_id, run order by data_date, stored_at, (version is null))
    )
    select row_id, version, data_date, stored_at, import_id, sheet, line, lead(data_date) over following as valid_to, lead(import_id) over following as replaced_by
    from told where (is_version and import_id <> ${importId}) or (not is_version and first_import = ${importId} and place = 2)
    window following as (partition by row_id order by data_date, stored_at);
    analyze standing`);
}

async function noteSettlements(tx: Transaction, name: string, touched: Set<string>): Promise<void> {
  const rows = await queryText<{ settlement_code: string }>(
    tx,
    `select distinct settlement_code from ${name} where row_id in (select row_id from rebuilt_rows) and settlement_code is not null`,
  );
  for (const { settlement_code } of rows) touched.add(settlement_code);
}

/** Rows of other registers that refer to rows that have gone. */
async function countReferences(tx: Transaction, register: Register): Promise<UndoReport['references']> {
  const [any] = await queryText<{ rows: number }>(tx, 'select count(*)::integer as rows from gone_keys');
  if (!any?.rows || register.key.length !== 1) return [];
  const found: { register: string; rows: number }[] = [];
  for (const other of Object.values(registers)) {
    if (other.name === 'warning_case' || other.name === register.name) continue;
    for (const [name, field] of Object.entries(other.fields)) {
      if (field.kind.name !== 'ref' || field.target !== register.name) continue;
      const [count] = await queryText<{ rows: number }>(
        tx,
        `select count(*)::integer as rows from ${other.name} where ${name} in (select key from gone_keys)`,
      );
      if (count && count.rows > 0) found.push({ register: other.name, rows: count.rows });
    }
  }
  return found;
}
